import type { Ctx, Feature, Screen, Waiting } from '../../contract/feature.ts'
import { appraisalPath } from './appraisal.ts'
import { urgeAppraisal } from './appraisal-beat.ts'
import { appraisalRoom, askedOf } from './appraisal-room.tsx'
import { nominationRights } from './rights.ts'

/** The appraisal by the focal agencies (plan IV.2, K09; DOC16), each its part, at the same time. */
export const appraisals: Feature = {
  name: 'appraisals',
  routes: { 'nominations.opinions': opinionsWaiting },
  waiting,
  decides: [nominationRights.appraise],
  rights: [nominationRights.appraise],
  audits: { nomination: ['nomination.appraise', 'nomination.number'] },
  rooms: [appraisalRoom],
  beat: urgeAppraisal,
}

/** Opinions are given on the desk: what is typed in a chat is kept as it was typed, and they are sealed. */
async function opinionsWaiting(ctx: Ctx): Promise<Screen> {
  const owed = (await askedOf(ctx)).filter(({ isGiven }) => !isGiven)
  return {
    text: ctx.t(owed.length === 0 ? 'nomination.appraisal.none' : 'nomination.appraisal.owed', { count: owed.length }),
    links: [{ label: ctx.t('nomination.appraisal.onDesk'), url: `${ctx.publicUrl}/desk/${appraisalPath}` }],
  }
}

async function waiting(ctx: Ctx): Promise<Waiting[]> {
  const owed = (await askedOf(ctx)).filter(({ isGiven }) => !isGiven)
  const [first] = owed
  if (!first) return []
  const { askedAt } = await ctx.tx.appraisal.findUniqueOrThrow({
    where: { recordId_agency: { recordId: first.nominee.recordId, agency: first.agency } },
  })
  const label = ctx.t('nomination.appraisal.owed', { count: owed.length })
  return [{ label, since: askedAt, go: { to: 'nominations.opinions' }, page: appraisalPath }]
}
