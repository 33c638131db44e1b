import type { Ctx } from '../../contract/feature.ts'
import { mayCorrect } from '../../records/correct.ts'
import { anyKind } from '../../records/kind.ts'
import { report } from './kind.ts'

/** Reports of the unit that came back, as choices: nobody should have to look for them. */
export async function cameBack(ctx: Ctx, unitCode: string) {
  const kind = anyKind(report)
  const records = await ctx.tx.record.findMany({
    where: { campaignId: ctx.campaign.id, kind: kind.name, unitCode, waitsFor: null },
    orderBy: [{ sentAt: 'desc' }, { id: 'asc' }],
  })
  return records
    .filter(({ state, version, passedVersion }) => state === 'RETURNED' || version > passedVersion)
    .filter(record => mayCorrect(ctx, kind, record))
    .slice(0, 3)
    .map(({ id, title }) => ({
      label: ctx.t('progress.menu.correct', { title }),
      go: { to: 'record.correct', args: { kind: kind.name, id } },
    }))
}
