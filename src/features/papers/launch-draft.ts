import { officeName, unitName } from '../../campaign/names.ts'
import { ownCriteria } from '../criteria/own-criteria.ts'
import { shownThreshold } from '../progress/wording.ts'
import { ofUnit, paperDate, planDocument } from './frame.ts'
import type { PaperKind } from './kind.ts'
import { planBases } from './plan-bases.ts'
import { rowFor } from './target-rows.ts'

/**
 * DOC01: what a unit begins its launch document with (plan II.2.1, IV.1): the bases of the plan, the targets that apply to it and what it
 * has set itself; what only people know is left for their pen. It is sent signed, by the form of launch documents.
 */
export const launchDraft: PaperKind = {
  code: 'DOC01',
  of: 'unit',
  hasPeriod: false,
  tags: {
    bases: { line: 'text' },
    ...{ plan: 'text', unit: 'text', campaign: 'text', year: 'text', theme: 'text', office: 'text', endsOn: 'text' },
    rows: { no: 'text', target: 'text', threshold: 'text' },
    own: { no: 'text', target: 'text', threshold: 'text', due: 'text' },
  },
  gather: async (ctx, wanted) => {
    const { t, campaign, today } = ctx
    const { plan } = campaign
    const unitCode = wanted.unitCode ?? ''
    const row = await rowFor(ctx, wanted, unitCode)
    const applying = (row?.cells ?? []).filter(({ state }) => state !== 'NOT_APPLICABLE' && state !== 'UNSETTLED')
    const own = await ownCriteria(ctx, [unitCode], wanted.day)
    return {
      frame: ofUnit(ctx, unitCode),
      content: {
        bases: planBases(ctx).map(line => ({ line })),
        ...{ plan: planDocument(ctx), unit: unitName(campaign, unitCode), campaign: plan.identity.name },
        ...{ year: String(campaign.year), theme: plan.theme.text, endsOn: paperDate(plan.endsOn) },
        office: officeName(campaign, today.toString()),
        rows: applying.map(({ target }, at) => ({
          ...{ no: String(at + 1), target: target.name, threshold: shownThreshold(t, target) },
        })),
        own: own.map(({ name, goal, dueOn }, at) => ({
          ...{ no: String(at + 1), target: name, threshold: goal, due: paperDate(dueOn) },
        })),
      },
    }
  },
}
