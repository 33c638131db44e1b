import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { AwardLevel } from '../nominations/form.ts'
import type { Nominee } from '../nominations/nominees.ts'
import { awardsOn } from '../nominations/who-decides.ts'
import { committeeOf, councilName, nameInFull, ofCommittee, ofUnit, planDocument, wardInCharge } from './frame.ts'
import type { FrameWords, PaperKind } from './kind.ts'
import { minutesNamed } from './minutes-named.ts'
import { lawLines, nomineeCounts, nomineeCountTags, nomineeRows, nomineeRowTags, nomineesFor } from './nominee-rows.ts'

/** DOC13: a unit asks the Chairman to award (plan III.3.1; domain.md §4.3). */
export const nominationsSubmission: PaperKind = {
  code: 'DOC13',
  of: 'unit',
  hasPeriod: false,
  isOfNow: true,
  isEmpty: async (ctx, { unitCode }) => (await submittedBy(ctx, unitCode)).length === 0,
  tags: {
    ...{ plan: 'text', unit: 'text', campaign: 'text', year: 'text' },
    ...{ addressees: 'text', chairman: 'text', minutes: 'text' },
    ...nomineeCountTags,
    bases: { line: 'text' },
    rows: nomineeRowTags,
  },
  gather: async (ctx, { unitCode }, book) => {
    const { campaign, today } = ctx
    const nominees = await submittedBy(ctx, unitCode)
    const { frame, unit, chairman, addressees } = submission(ctx, unitCode ?? '', nominees[0]?.level ?? 'CITY')
    return {
      frame,
      content: {
        ...{ plan: planDocument(ctx), issuerOfPlan: campaign.plan.identity.issuer, year: String(campaign.year) },
        ...{ office: officeName(campaign, today.toString()), unit, chairman, addressees: addressees.join('; ') },
        minutes: await minutesNamed(ctx, nominees),
        campaign: campaign.plan.identity.name,
        ...nomineeCounts(ctx, nominees, book),
        bases: lawLines(ctx),
        rows: nomineeRows(ctx, nominees),
      },
    }
  },
}

interface Submission {
  frame: FrameWords
  /** Who asks, and who decides. */
  unit: string
  chairman: string
  addressees: readonly string[]
}

/** Who asks whom: of the ward's own award its council does; of the province's, since the City has no chairman, the ward's committee. */
function submission(ctx: Ctx, unitCode: string, level: AwardLevel): Submission {
  const { t, campaign, today } = ctx
  const { identity } = campaign.plan
  const asAbove = [t('papers.frame.asAbove'), t('papers.frame.filed')]
  const frame = { ...ofUnit(ctx, unitCode), recipients: asAbove }
  const unit = unitName(campaign, unitCode)
  const chairOf = (committee: string) => t('papers.submission.chairman', { committee })
  if (level === 'WARD') {
    const chairman = chairOf(nameInFull(ctx, unitCode))
    const words = { superior: frame.issuer, issuer: t('papers.submission.council') }
    // Its own office prepares what its chair awards, and files it.
    const recipients = [t('papers.frame.asAbove'), ...ofUnit(ctx, unitCode).recipients]
    const signed = { authority: t('papers.submission.onBehalf'), position: t('papers.submission.standing') }
    return {
      frame: { ...frame, ...words, ...signed, recipients },
      unit: councilName(ctx, unitCode),
      chairman,
      addressees: [chairman],
    }
  }
  if (awardsOn(campaign, 'CITY', today.toString())) {
    const chairman = chairOf(identity.issuer)
    return { frame, unit, chairman, addressees: [chairman, officeName(campaign, today.toString())] }
  }
  const chairman = chairOf(t('papers.submission.committeeOf', { place: identity.province }))
  return { frame, unit, chairman, addressees: [chairman, t('papers.submission.provinceOffice')] }
}

/**
 * A submission is of one level: the one on which a paper of the unit itself decides before the others. Once the head has let some through
 * it holds these alone: whom the council has not agreed to stays with the unit.
 */
async function submittedBy(ctx: Ctx, unitCode: string | null): Promise<Nominee[]> {
  const all = await nomineesFor(ctx, unitCode)
  // Without the City, what goes on to the province has a paper of the committee (DOC22).
  const order: readonly AwardLevel[] = awardsOn(ctx.campaign, 'CITY', ctx.today.toString())
    ? ['CITY', 'PROVINCE', 'WARD']
    : ['WARD', 'PROVINCE', 'CITY']
  const level = order.find(one => all.some(nominee => nominee.level === one))
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
  isEmpty: async ctx => (await forProvince(ctx)).length === 0,
  tags: {
    ...{ plan: 'text', issuerOfPlan: 'text', province: 'text', campaign: 'text', year: 'text' },
    ...nomineeCountTags,
    bases: { line: 'text' },
    rows: nomineeRowTags,
  },
  gather: async (ctx, _, book) => {
    const { identity } = ctx.campaign.plan
    const nominees = await forProvince(ctx)
    const ward = wardInCharge(ctx)
    // A department puts nothing before the province: the committee does.
    const frame = ward === null ? ofCommittee(ctx) : ofUnit(ctx, ward)
    return {
      frame: {
        ...frame,
        recipients: [
          ctx.t('papers.frame.asAbove'),
          ctx.t('papers.submission.toProvinceOffice'),
          ctx.t('papers.frame.filed'),
        ],
      },
      content: {
        ...{ plan: planDocument(ctx), issuerOfPlan: committeeOf(ctx), province: identity.province },
        ...{ campaign: identity.name, year: String(ctx.campaign.year) },
        ...nomineeCounts(ctx, nominees, book),
        bases: lawLines(ctx),
        rows: nomineeRows(ctx, nominees),
      },
    }
  },
}

const proposed = ['PROPOSED', 'SUBMITTED_TO_CHAIR', 'WITH_WARD_CHAIR', 'SENT_TO_PROVINCE', 'AWARDED']

/** A ward puts its own before the province. */
function forProvince(ctx: Ctx): Promise<Nominee[]> {
  const ward = wardInCharge(ctx)
  return nomineesFor(
    ctx,
    null,
    one => one.level === 'PROVINCE' && proposed.includes(one.state) && (ward === null || one.unitCode === ward),
  )
}
