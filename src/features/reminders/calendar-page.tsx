import { Temporal } from 'temporal-polyfill'
import { calendarNotes } from '../../campaign/calendar-notes.ts'
import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { Level } from '../../reminders/plan/recipients.ts'
import { type CalendarDay, neighbour, noMessages, type Span } from '../../reminders/round/calendar.ts'
import { cut } from '../../reminders/words/cut.ts'

interface CalendarProps {
  ctx: Ctx
  address: string
  span: Span
  days: ReadonlyMap<string, CalendarDay>
  /** Reminders that have gone out, by day. */
  sent: ReadonlyMap<string, number>
}

/** A month or a week of reminders to come: how many on each day, of what, to whom. */
export function CalendarPage({ ctx, address, span, days, sent }: CalendarProps) {
  const { t } = ctx
  const total = [...days.values()].reduce((sum, day) => sum + day.messages, 0)
  const at = (day: string, of: Span['of']) => `${address}?ngay=${day}&xem=${of === 'month' ? 'thang' : 'tuan'}`
  const other = span.of === 'month' ? 'week' : 'month'
  const around = ctx.today.toString() >= span.from && ctx.today.toString() <= span.to ? ctx.today.toString() : span.from
  return (
    <>
      <h1>{t('reminders.calendar.title')}</h1>
      <p>{t('reminders.calendar.lead')}</p>
      {calendarNotes(ctx.campaign.calendar, [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))], t).map(
        note => (
          <p role="note">{note}</p>
        ),
      )}
      <nav class="pages turn" aria-label={t('reminders.calendar.spans')}>
        <a class="button" rel="prev" href={at(neighbour(span, -1), span.of)}>
          {t(`reminders.calendar.previous.${span.of}`)}
        </a>
        <strong>{nameOf(ctx, span)}</strong>
        <a class="button" rel="next" href={at(neighbour(span, 1), span.of)}>
          {t(`reminders.calendar.next.${span.of}`)}
        </a>
        <a class="button" href={at(around, other)}>
          {t(`reminders.calendar.as.${other}`)}
        </a>
      </nav>
      <p class="total" role="status">
        {t('reminders.calendar.total', { count: total })}
      </p>
      <ol class={`calendar ${span.of}`}>
        {span.days.map(day => (
          <Day
            ctx={ctx}
            address={address}
            day={day}
            span={span}
            of={days.get(day) ?? noMessages}
            sent={sent.get(day)}
          />
        ))}
      </ol>
    </>
  )
}

interface DayProps {
  ctx: Ctx
  address: string
  day: string
  span: Span
  of: CalendarDay
  sent: number | undefined
}

function Day({ ctx, address, day, span, of, sent }: DayProps) {
  const { t } = ctx
  const date = Temporal.PlainDate.from(day)
  const isOutside = day < span.from || day > span.to
  const isOff = !ctx.campaign.calendar.isWorkingDay(date)
  const isToday = day === ctx.today.toString()
  const isEmpty = of.messages === 0 && sent === undefined
  const classes = [isOutside && 'outside', isOff && 'off', isToday && 'today', isEmpty && 'empty-day'].filter(Boolean)
  const shown = span.of === 'month' ? of.duties.slice(0, 2) : of.duties
  const more = of.duties.length - shown.length
  return (
    <li class={classes.join(' ')}>
      <p class="day">
        <span class="weekday">{t(`reminders.weekday.${date.dayOfWeek}`)} </span>
        <span>{formatDate(day).slice(0, 5)}</span>
        {isToday && <span class="by"> {t('reminders.calendar.today')}</span>}
        {isOff && !isOutside && <span class="by"> {t('reminders.calendar.off')}</span>}
      </p>
      {!isOutside && sent !== undefined && <p class="by">{t('reminders.calendar.sent', { count: sent })}</p>}
      {!isOutside && of.messages > 0 && (
        <>
          <p>
            <a class="open" href={`${address}/${day}`}>
              {t('reminders.calendar.messages', { count: of.messages })}
              <span class="sr-only"> {t('reminders.calendar.ofDay', { day: formatDate(day) })}</span>
            </a>
          </p>
          <ul>
            {shown.map(({ what, told }) => (
              <li>
                {cut(what, span.of === 'month' ? 36 : 120)}: {notifiedInWords(ctx, told)}
              </li>
            ))}
            {more > 0 && <li>{t('reminders.calendar.more', { count: more })}</li>}
            {of.digests > 0 && <li>{t('reminders.calendar.digests', { count: of.digests })}</li>}
            {of.weeklies > 0 && <li>{t('reminders.calendar.weeklies', { count: of.weeklies })}</li>}
          </ul>
        </>
      )}
    </li>
  )
}

function notifiedInWords({ t }: Ctx, told: Readonly<Partial<Record<Level, number>>>): string {
  return levels
    .flatMap(level => (told[level] ? [t(`reminders.calendar.level.${level}`, { count: told[level] })] : []))
    .join(', ')
}

const levels: readonly Level[] = ['focalPoint', 'head', 'focalAgency', 'officer']

function nameOf({ t }: Ctx, { of, from, to }: Span): string {
  if (of === 'week') return t('reminders.calendar.week', { from: formatDate(from).slice(0, 5), to: formatDate(to) })
  const { month, year } = Temporal.PlainDate.from(from)
  return t('reminders.calendar.month', { month, year })
}
