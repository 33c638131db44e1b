import type { Ctx } from '../../contract/feature.ts'
import { MessageSample } from '../../contract/message-sample.tsx'
import { fold } from '../../reading/text.ts'
import { addDays } from '../../reminders/plan/working-days.ts'
import type { PreviewedMessage } from '../../reminders/round/preview.ts'
import { weekdayAndDate } from '../../reminders/words/days-in-words.ts'

interface DayProps {
  ctx: Ctx
  address: string
  day: string
  messages: readonly PreviewedMessage[]
  /** Who a person is: full name and unit. */
  who(personId: string): string
  q: string
  page: number
}

/** Every message of one day as it would be written, per person. */
export function CalendarDayPage({ ctx, address, day, messages, who, q, page }: DayProps) {
  const { t } = ctx
  const wanted = fold(q)
  const found = messages.filter(({ personId, message }) =>
    fold(`${who(personId)} ${message.title ?? ''} ${message.text}`).includes(wanted),
  )
  const last = Math.max(1, Math.ceil(found.length / PAGE))
  const at = Math.min(page, last)
  const turn = (to: number) => `${address}/${day}?${new URLSearchParams({ ...(q ? { q } : {}), trang: String(to) })}`
  return (
    <>
      <p class="crumbs">
        <a href={`${address}?ngay=${day}`}>← {t('reminders.calendar.title')}</a>
      </p>
      <h1>{t('reminders.calendar.dayTitle', { day: weekdayAndDate(day, t) })}</h1>
      <search>
        <form class="search" method="get" action={`${address}/${day}`}>
          <div class="field grow">
            <label for="tim">{t('desk.list.search')}</label>
            <input id="tim" type="search" name="q" value={q} placeholder={t('reminders.calendar.searchHint')} />
          </div>
          <button type="submit" class="button">
            {t('desk.list.apply')}
          </button>
        </form>
      </search>
      <p class="total" role="status">
        {t('reminders.calendar.total', { count: found.length })}
      </p>
      {found.slice((at - 1) * PAGE, at * PAGE).map(({ hour, personId, message }) => (
        <MessageSample message={message}>
          {hour}, {who(personId)}
        </MessageSample>
      ))}
      <nav class="pages" aria-label={t('desk.list.pages')}>
        {at > 1 && (
          <a class="button" rel="prev" href={turn(at - 1)}>
            {t('desk.list.previous')}
          </a>
        )}
        {last > 1 && <span>{t('desk.list.pageOf', { page: at, last })}</span>}
        {at < last && (
          <a class="button" rel="next" href={turn(at + 1)}>
            {t('desk.list.next')}
          </a>
        )}
      </nav>
      <nav class="pages" aria-label={t('reminders.calendar.days')}>
        <a href={`${address}/${addDays(day, -1)}`}>← {t('reminders.calendar.dayBefore')}</a>
        <a href={`${address}/${addDays(day, 1)}`}>{t('reminders.calendar.dayAfter')} →</a>
      </nav>
    </>
  )
}

const PAGE = 30
