import type { Temporal } from 'temporal-polyfill'
import { instantOf } from '../clock.ts'
import type { Ctx } from '../contract/feature.ts'
import type { MorningLine } from '../contract/morning.ts'
import { formatDate } from '../reading/format.ts'
import { Prisma } from '../store/generated/client.ts'
import type { AnyKind } from './kind.ts'
import { mayOpenList } from './seeing.ts'
import { insideOf, outside } from './visible.ts'

/** The filter of a list by which only what came in lately is shown. */
export const freshFilter = { name: 'moi', value: 'moi-gui' } as const

/** The working day before today: what was sent since its beginning is new in the morning. */
export function freshDay({ campaign, today }: Pick<Ctx, 'campaign' | 'today'>): Temporal.PlainDate {
  return campaign.calendar.lastWorkingDayOnOrBefore(today.subtract({ days: 1 }))
}

export function freshSince(ctx: Pick<Ctx, 'campaign' | 'today'>): Date {
  return instantOf(freshDay(ctx).toZonedDateTime(ctx.campaign.timeZone).epochMilliseconds)
}

/** How much of each kind came in lately that this person sees in its list. */
export async function freshRecords(ctx: Ctx, kinds: readonly AnyKind[]): Promise<MorningLine[]> {
  const open = kinds.filter(kind => mayOpenList(ctx.person, kind))
  if (open.length === 0) return []
  const inside = insideOf(ctx, open)
  const each = open.map(
    kind => Prisma.sql`
      SELECT r.kind, count(*)::int AS count FROM record r
      WHERE r.campaign_id = ${ctx.campaign.id}::uuid AND r.kind = ${kind.name} AND r.sent_at >= ${freshSince(ctx)}
        AND (${inside} OR (r.passed_version > 0 AND ${outside(ctx, kind)})) GROUP BY r.kind`,
  )
  const counts = await ctx.tx.$queryRaw<{ kind: string; count: number }[]>`${Prisma.join(each, ' UNION ALL ')}`
  const since = formatDate(freshDay(ctx).toString())
  return open.flatMap(({ name, path }): MorningLine[] => {
    const count = counts.find(({ kind }) => kind === name)?.count ?? 0
    if (count === 0) return []
    const words = ctx.t('records.fresh', { what: ctx.t(`${name}.page`), since })
    return [{ part: 'fresh', words, count, page: `${path}?${freshFilter.name}=${freshFilter.value}` }]
  })
}
