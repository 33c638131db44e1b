import { actingUnit } from '../../campaign/acting-unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { unitsAround } from './around.ts'
import { type Listed, matched } from './check/match.ts'
import { isUnitItself } from './nominee.ts'
import { nomineesOf } from './nominees.ts'

/** The nominees whom entries are about, by their place among the entries: «KT-003», and whether it is the name alone. */
export async function matchesOf(
  { tx, campaign, today }: Ctx,
  entries: readonly Listed[],
): Promise<readonly (readonly { code: string; recordId: string; isByNameOnly: boolean }[])[]> {
  const nominees = await nomineesOf(tx, { campaignId: campaign.id })
  const unitOn = (code: string) => actingUnit(campaign, code, today.toString())
  return entries.map(entry =>
    nominees.flatMap(({ kind, nameFolded, ofUnit, code, recordId }) => {
      const listed = { ...entry, unitCode: entry.unitCode === null ? null : unitOn(entry.unitCode) }
      const sought = { kind, nameFolded, unitCode: unitOn(ofUnit), around: unitsAround(campaign, unitOn(ofUnit)) }
      const isUnit = isUnitItself(campaign, { kind, nameFolded, unitCode: ofUnit })
      const how = matched(listed, { ...sought, isUnit })
      return how === null ? [] : [{ code, recordId, isByNameOnly: how === 'BY_NAME' }]
    }),
  )
}
