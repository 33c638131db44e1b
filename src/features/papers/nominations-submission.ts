import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Nominee } from '../nominations/nominees.ts'
import { ofCommittee, ofUnit, planDocument } from './frame.ts'
import type { PaperKind } from './kind.ts'
import { lawLines, nomineeCounts, nomineeCountTags, nomineeRows, nomineeRowTags, nomineesFor } from './nominee-rows.ts'

/** DOC13: a unit asks the Chairman to award (plan III.3.1; domain.md §4.3). */
export const nominationsSubmission: PaperKind = {
  code: 'DOC13',
  of: 'unit',
  hasPeriod: false,
  isOfNow: true,
  isEmpty: async (ctx, { unitCode }) => (await submittedBy(ctx, unitCode)).length === 0,
  tags: {
    ...{ plan: 'text', issuerOfPlan: 'text', office: 'text', unit: 'text', campaign: 'text', year: 'text' },
    ...nomineeCountTags,
    bases: { line: 'text' },
    rows: nomineeRowTags,
  },
  gather: async (ctx, { unitCode }, book) => {
    const { campaign, today } = ctx
    const nominees = await submittedBy(ctx, unitCode)
    return {
      frame: ofUnit(ctx, unitCode ?? ''),
      content: {
        ...{ plan: planDocument(ctx), issuerOfPlan: campaign.plan.identity.issuer, year: String(campaign.year) },
        ...{ office: officeName(campaign, today.toString()), unit: unitName(campaign, unitCode ?? '') },
        campaign: campaign.plan.identity.name,
        ...nomineeCounts(ctx, nominees, book),
        bases: lawLines(ctx),
        rows: nomineeRows(ctx, nominees),
      },
    }
  },
}

/**
 * A submission is of one level, the City's before the others. Once the head has let some through it holds these alone: whom the council
 * has not agreed to stays with the unit.
 */
async function submittedBy(ctx: Ctx, unitCode: string | null): Promise<Nominee[]> {
  const all = await nomineesFor(ctx, unitCode)
  const level = (['CITY', 'PROVINCE', 'WARD'] as const).find(one => all.some(nominee => nominee.level === one))
  const asked = all.filter(nominee => nominee.level === level)
  const passed = asked.filter(({ passedVersion }) => passedVersion > 0)
  return passed.length > 0 ? passed : asked
}

/** DOC22: what is put before the province (plan IV.1, K13). */
export const provinceSubmission: PaperKind = {
  code: 'DOC22',
  of: 'office',
  hasPeriod: false,
  isOfNow: true,
  isEmpty: async ctx => (await nomineesFor(ctx, null, ({ level }) => level === 'PROVINCE')).length === 0,
  tags: {
    ...{ plan: 'text', issuerOfPlan: 'text', province: 'text', campaign: 'text', year: 'text' },
    ...nomineeCountTags,
    bases: { line: 'text' },
    rows: nomineeRowTags,
  },
  gather: async (ctx, _, book) => {
    const { identity } = ctx.campaign.plan
    const isProposed = ['PROPOSED', 'SUBMITTED_TO_CHAIR', 'SENT_TO_PROVINCE', 'AWARDED']
    const nominees = await nomineesFor(ctx, null, one => one.level === 'PROVINCE' && isProposed.includes(one.state))
    return {
      // A department puts nothing before the province: the committee does.
      frame: { ...ofCommittee(ctx), recipients: [ctx.t('papers.frame.asAbove'), ctx.t('papers.frame.filed')] },
      content: {
        ...{ plan: planDocument(ctx), issuerOfPlan: identity.issuer, province: identity.province },
        ...{ campaign: identity.name, year: String(ctx.campaign.year) },
        ...nomineeCounts(ctx, nominees, book),
        bases: lawLines(ctx),
        rows: nomineeRows(ctx, nominees),
      },
    }
  },
}
