import { Temporal } from 'temporal-polyfill'
import { actingUnit } from '../../campaign/acting-unit.ts'
import { keyIn } from '../../campaign/active.ts'
import { unitName } from '../../campaign/names.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { holdersOf } from '../../people/holders.ts'
import { formatDate } from '../../reading/format.ts'
import type { Appraisal, Record as StoredRecord } from '../../store/generated/client.ts'
import { seal, unseal } from '../../store/seal.ts'
import type { Tx } from '../../store/transaction.ts'

export const opinions = ['AGREE', 'DISAGREE', 'NO_OPINION'] as const
export type Opinion = (typeof opinions)[number]

export interface GivenOpinion {
  opinion: Opinion
  reason: string
}

/**
 * Asks the focal agencies of the plan (IV.2) at once, each for its part: all that exist that day, but for the one whose own people or
 * collective is nominated. Who was asked before is not asked again.
 */
export async function askAgencies(ctx: Ctx, record: StoredRecord): Promise<void> {
  const { tx, campaign, today, now } = ctx
  const day = today.toString()
  const own = actingUnit(campaign, record.unitCode, day)
  const agencies = campaign.plan.commendation.appraisers.units.filter(code => {
    const unit = campaign.units.get(code)
    return code !== own && unit !== undefined && existsOn(unit, day)
  })
  const dueOn = campaign.calendar.addWorkingDays(today, campaign.plan.timeLimits.appraise).toString()
  await tx.appraisal.createMany({
    data: agencies.map(agency => ({ recordId: record.id, agency, askedAt: now, dueOn })),
    skipDuplicates: true,
  })
  for (const agency of agencies) await tellAgency(ctx, agency, `ask:${day}`, dueOn)
}

/** Tells those who give the opinion of an agency that something waits, at most once for each `what`. */
export async function tellAgency(
  {
    tx,
    campaign,
    today,
    now,
    texts,
    publicUrl,
  }: Pick<Ctx, 'tx' | 'campaign' | 'today' | 'now' | 'texts' | 'publicUrl'>,
  agency: string,
  what: string,
  dueOn: string,
): Promise<void> {
  for (const holder of await holdersOf(tx, ['FOCAL', 'PNV'], today, agency)) {
    const t = texts(holder.locale)
    const parts = { agency: unitName(campaign, agency), day: formatDate(dueOn) }
    const message = {
      text: t('nomination.told.appraise', parts),
      words: [t('nomination.appraisal.open')],
      links: [{ label: t('nomination.appraisal.onDesk'), url: `${publicUrl}/desk/${appraisalPath}` }],
    }
    const dedupeKey = keyIn(campaign, `nomination:appraise:${agency}:${dueOn}:${what}:${holder.id}`)
    await enqueueTo(
      tx,
      holder.id,
      { dedupeKey, kind: 'NOTICE', campaign, message, go: [{ to: 'nominations.opinions' }] },
      now,
    )
  }
}

/** Where opinions are given: on the desk only, for what is typed in a chat is kept as it was typed. */
export const appraisalPath = 'y-kien-tham-dinh'

const nameOf = (recordId: string, agency: string) => `appraisal:${recordId}:${agency}`

/** Keeps an opinion under seal; until it is opened it can be given anew. True: it was the last one, and all were opened. */
export async function giveOpinion(
  ctx: Pick<Ctx, 'tx' | 'now' | 'person' | 'officeSecret'>,
  { recordId, agency }: Pick<Appraisal, 'recordId' | 'agency'>,
  given: GivenOpinion,
): Promise<boolean> {
  const { tx, now, person } = ctx
  const sealed = seal(JSON.stringify(given), await ctx.officeSecret(), nameOf(recordId, agency))
  const { count } = await tx.appraisal.updateMany({
    where: { recordId, agency, openedAt: null },
    data: { sealed, givenById: person.id, givenAt: now },
  })
  if (count === 0) return false
  const missing = await tx.appraisal.count({ where: { recordId, sealed: null } })
  if (missing > 0) return false
  await openOpinions(tx, [recordId], await ctx.officeSecret(), now)
  return true
}

/** Opens what was given on these records, all of a record at the same instant. */
export async function openOpinions(tx: Tx, recordIds: readonly string[], secret: string, now: Date): Promise<void> {
  const closed = await tx.appraisal.findMany({ where: { recordId: { in: [...recordIds] }, openedAt: null } })
  for (const { recordId, agency, sealed } of closed) {
    const text = sealed === null ? null : unseal(sealed, secret, nameOf(recordId, agency))
    // Written by `giveOpinion` and by nothing else; sealed with a lost secret it stays closed for ever, and is told as missing.
    const given = text === null ? null : (JSON.parse(text) as GivenOpinion)
    await tx.appraisal.update({
      where: { recordId_agency: { recordId, agency } },
      data: { openedAt: now, ...(given ? { opinion: given.opinion, reason: given.reason } : {}) },
    })
  }
}

/** Records whose time is up while something is still closed. */
export async function timeIsUp(tx: Tx, campaignId: string, today: Temporal.PlainDate): Promise<string[]> {
  const due = await tx.appraisal.findMany({
    where: { openedAt: null, dueOn: { lt: today.toString() }, record: { campaignId, state: 'APPRAISING' } },
    select: { recordId: true },
    distinct: ['recordId'],
  })
  return due.map(({ recordId }) => recordId)
}

/** Why it cannot be concluded on yet: opinions are still closed. */
export async function beforeAllAreIn(ctx: Ctx, { id }: StoredRecord, move: string): Promise<string | null> {
  if (move !== 'propose' && move !== 'notPropose') return null
  const { tx, t, campaign, today } = ctx
  const asked = await tx.appraisal.findMany({
    where: { recordId: id, openedAt: null, dueOn: { gte: today.toString() } },
  })
  const [first] = asked
  if (!first) return null
  const missing = asked.filter(({ sealed }) => sealed === null).map(({ agency }) => unitName(campaign, agency))
  return t('nomination.appraisal.stillClosed', { agencies: missing.join(', '), day: formatDate(first.dueOn) })
}

/** Days on which an agency is reminded: so many working days before the last one. */
export const remindedBefore = [5, 2, 0] as const

export function isReminderDay(ctx: Pick<Ctx, 'campaign' | 'today'>, dueOn: string): boolean {
  const { calendar } = ctx.campaign
  if (!calendar.isWorkingDay(ctx.today)) return false
  const left = calendar.workingDaysBetween(ctx.today, Temporal.PlainDate.from(dueOn))
  return remindedBefore.some(days => days === left)
}

/** What was said and opened: by one agency, or (null) by all of them. */
export function openedOpinions(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  agency: string | null,
): Promise<Pick<Appraisal, 'recordId' | 'agency' | 'opinion' | 'reason'>[]> {
  return tx.appraisal.findMany({
    where: { openedAt: { not: null }, record: { campaignId: campaign.id }, ...(agency === null ? {} : { agency }) },
    select: { recordId: true, agency: true, opinion: true, reason: true },
    orderBy: [{ recordId: 'asc' }, { agency: 'asc' }],
  })
}
