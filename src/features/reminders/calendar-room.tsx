import { Temporal } from 'temporal-polyfill'
import { unitName } from '../../campaign/names.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { instantAt } from '../../reminders/plan/sending-hours.ts'
import { addDays } from '../../reminders/plan/working-days.ts'
import { calendarOf, type Span, spanAround } from '../../reminders/round/calendar.ts'
import type { World } from '../../reminders/round/preview.ts'
import { rememberedSeason, storedState } from '../../reminders/round/preview-store.ts'
import type { SeasonAhead } from '../../reminders/round/season-ahead.ts'
import { weekdayAndDate } from '../../reminders/words/days-in-words.ts'
import { CalendarDayPage } from './calendar-day-page.tsx'
import { CalendarPage } from './calendar-page.tsx'
import { reportedOf } from './reported.ts'
import { orderReminders } from './rights.ts'

/**
 * The time machine on the desk: what would go out on which day, from the present state on, if nobody handed anything in.
 * The same path as `reminders preview`. What is read is read in the transaction; the days are lived after it.
 */
export function calendarRoom(): DeskRoom {
  const remembered = rememberedSeason()
  return {
    path: 'lich-nhac',
    title: 'reminders.calendar.title',
    door: 'urging',
    mayOpen: person => may(person, orderReminders),

    answer: async (ctx, request) => {
      const state = await storedState(
        ctx.tx,
        { texts: ctx.texts, registry: { reported: reportedOf } },
        ctx.campaign,
        ctx.now,
      )
      const { world } = state
      const season = remembered(state, ctx.campaign.planHash)
      if (request.rest === '') return spanAnswer(ctx, request, world, season)
      const day = dayIn(ctx, request.rest)
      return day === null ? null : dayAnswer(ctx, request, world, season, day)
    },
  }
}

async function spanAnswer(
  ctx: Ctx,
  { search, address }: RoomRequest,
  world: World,
  season: SeasonAhead,
): Promise<RoomAnswer> {
  const day = dayIn(ctx, search.get('ngay') ?? '') ?? ctx.today.toString()
  const span = spanAround(day, search.get('xem') === 'tuan' ? 'week' : 'month')
  const sent = await sentByDay(ctx, span)
  return {
    title: ctx.t('reminders.calendar.title'),
    body: async () => {
      const days = calendarOf(await season.between(span.from, span.to), world.subjects)
      return <CalendarPage ctx={ctx} address={address} span={span} days={days} sent={sent} />
    },
  }
}

async function dayAnswer(
  ctx: Ctx,
  { search, address }: RoomRequest,
  world: World,
  season: SeasonAhead,
  day: string,
): Promise<RoomAnswer> {
  const names = await ctx.tx.person.findMany({
    where: { id: { in: world.recipients.map(({ personId }) => personId) } },
    select: { id: true, fullName: true },
  })
  const fullNames = new Map(names.map(({ id, fullName }) => [id, fullName]))
  const units = new Map(world.recipients.map(({ personId, roles }) => [personId, roles[0]?.unitCode ?? '']))
  const who = (id: string): string => {
    const code = units.get(id) ?? ''
    return `${fullNames.get(id) ?? ''}, ${unitName(ctx.campaign, code)}`
  }
  const q = (search.get('q') ?? '').normalize('NFC').trim().slice(0, 200)
  const page = Math.max(1, Math.trunc(Number(search.get('trang'))) || 1)
  return {
    title: ctx.t('reminders.calendar.dayTitle', { day: weekdayAndDate(day, ctx.t) }),
    body: async () => {
      const messages = await season.between(day, day)
      return <CalendarDayPage {...{ ctx, address, day, messages, who, q, page }} />
    },
  }
}

/** A day of the address, kept within the campaign and two months around it: an address cannot ask for a century. */
function dayIn({ campaign, today }: Ctx, text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
    const [first = '', last = ''] = [campaign.startsOn, campaign.endsOn, today]
      .map(String)
      .toSorted()
      .filter((_, at) => at !== 1)
    return addDays(first, -AROUND) <= day && day <= addDays(last, AROUND) ? day : null
  } catch {
    return null
  }
}

const AROUND = 62

/** Reminders that have gone out, for the days of the span that have begun. */
async function sentByDay(ctx: Ctx, span: Span): Promise<ReadonlyMap<string, number>> {
  const { timeZone } = ctx.campaign
  const rows = await ctx.tx.$queryRaw<{ day: string; count: number }[]>`
    SELECT to_char(sent_at AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, count(*)::int AS count FROM outbox
    WHERE kind = 'REMINDER' AND state = 'SENT' AND sent_at >= ${instantAt(span.from, '00:00', timeZone)}
      AND sent_at < ${instantAt(addDays(span.to, 1), '00:00', timeZone)} GROUP BY 1`
  return new Map(rows.map(({ day, count }) => [day, count]))
}
