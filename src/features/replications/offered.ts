import { withFormer } from '../../campaign/acting-unit.ts'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'

/** Recognised or further: what has not been recognised, or was found to be of no effect, is not taken over. */
export const established = ['RECOGNISED', 'APPLIED', 'EFFECT_CONFIRMED', 'REPLICATED']

/** Initiatives of other units that this one may take over, by code; those proven first. */
export async function initiativesOffered({ tx, campaign, today }: Ctx, unitCode: string) {
  const own = withFormer(campaign, [unitCode], today.toString())
  const found = await tx.record.findMany({
    where: {
      ...{ campaignId: campaign.id, kind: 'initiative', state: { in: established }, passedVersion: { gt: 0 } },
      unitCode: { notIn: own },
    },
    select: { code: true, title: true, unitCode: true, state: true, number: true },
    orderBy: { number: 'asc' },
  })
  const ordered = found.toSorted((a, b) => established.indexOf(b.state) - established.indexOf(a.state))
  const label = ({ code, title, unitCode: of }: (typeof found)[number]) =>
    `${code} ${title} (${unitName(campaign, of)})`
  return { initiatives: ordered.map(one => ({ code: one.code, label: label(one) })) }
}

/** An initiative of the register by its code, as it is called. */
export async function initiativeNamed({ tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>, code: string) {
  const where = { campaignId: campaign.id, kind: 'initiative', code }
  return tx.record.findFirst({ where, select: { id: true, code: true, title: true, unitCode: true, authorId: true } })
}
