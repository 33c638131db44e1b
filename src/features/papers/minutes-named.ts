import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { Nominee } from '../nominations/nominees.ts'
import { councilName } from './frame.ts'

/**
 * The minutes that a submission rests on, by their day and council, which may be another unit's (OP-09); where no sitting is held here,
 * the day is left open and the council is that of the unit.
 */
export async function minutesNamed(ctx: Ctx, nominees: readonly Nominee[]): Promise<string> {
  const { tx, t } = ctx
  const sittings = await tx.sitting.findMany({
    where: {
      state: 'CONFIRMED',
      cases: {
        some: { recordId: { in: nominees.map(({ recordId }) => recordId) }, isAtGate: true, verdict: 'AGREED' },
      },
    },
    select: { unitCode: true, at: true },
    orderBy: { at: 'asc' },
  })
  if (sittings.length === 0)
    return t('papers.submission.openMinutes', { council: councilName(ctx, nominees[0]?.unitCode ?? '') })
  const named = sittings.map(({ unitCode, at }) =>
    t('papers.submission.minutes', {
      day: ctx.localTime(at).split(' ')[0] ?? formatDate(ctx.today.toString()),
      council: councilName(ctx, unitCode),
    }),
  )
  return [...new Set(named)].join('; ')
}
