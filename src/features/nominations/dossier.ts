import { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../../campaign/active.ts'
import { codeOf } from '../../campaign/code.ts'
import { deadlineDay } from '../../campaign/due-days.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { AwardDossier, Record as StoredRecord } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import type { Tx } from '../../store/transaction.ts'

/** «HS-001»: the code of a dossier for people, and of its receipt. */
export function dossierCode(
  campaign: Pick<ActiveCampaign, 'codeMark'>,
  { number }: Pick<AwardDossier, 'number'>,
): string {
  return codeOf(campaign, 'HS', number)
}

/**
 * What the head lets through goes on in the dossier of the unit and level that the office has not received yet; without one it begins a
 * new one. A nomination that came back keeps its dossier.
 */
export async function joinDossier(ctx: Ctx, { id, unitCode, topic: level }: StoredRecord): Promise<void> {
  const { tx, campaign } = ctx
  const known = await tx.dossierMember.findUnique({ where: { recordId: id }, include: { dossier: true } })
  if (known?.dossier.level === level) return
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`award-dossier:${campaign.id}`}, 0))`
  const where = { campaignId: campaign.id, unitCode, level, receivedAt: null }
  const open = await tx.awardDossier.findFirst({ where, orderBy: { number: 'desc' } })
  const dossier = open ?? (await begun(ctx, unitCode, level))
  await tx.dossierMember.upsert({
    where: { recordId: id },
    create: { recordId: id, dossierId: dossier.id },
    update: { dossierId: dossier.id },
  })
}

/** The day by which dossiers are asked for; it is not in the plan (OP-01), so who comes after it is marked and never refused. */
const asked = 'D08'

async function begun(ctx: Ctx, unitCode: string, level: string): Promise<AwardDossier> {
  const { tx, campaign, now, sentOn } = ctx
  const due = deadlineDay(campaign.plan, asked, campaign.calendar)
  const isLate = due !== null && level !== 'WARD' && Temporal.PlainDate.compare(sentOn, due) > 0
  const { _max } = await tx.awardDossier.aggregate({ where: { campaignId: campaign.id }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  return tx.awardDossier.create({
    data: { id: newId(now), campaignId: campaign.id, unitCode, level, number, submittedAt: now, isLate },
  })
}

/** The first nomination that the office receives is the receipt of its dossier: its time is kept, and given back once. */
export async function receiveDossier({ tx, now }: Ctx, recordId: string): Promise<AwardDossier | null> {
  const dossier = await dossierOf(tx, recordId)
  if (!dossier || dossier.receivedAt) return null
  return tx.awardDossier.update({ where: { id: dossier.id }, data: { receivedAt: now } })
}

/** The dossier that a nomination goes on in; null: the head has not let it through yet. */
export async function dossierOf(tx: Tx, recordId: string): Promise<AwardDossier | null> {
  const member = await tx.dossierMember.findUnique({ where: { recordId }, include: { dossier: true } })
  return member?.dossier ?? null
}

/** The numbers under which the units have submitted these nominations, each once; empty for what has none yet. */
export async function submissionNumbersOf(tx: Tx, recordIds: readonly string[]): Promise<string[]> {
  const members = await tx.dossierMember.findMany({
    where: { recordId: { in: [...recordIds] } },
    select: { dossier: { select: { submissionNumber: true } } },
    orderBy: { recordId: 'asc' },
  })
  return [...new Set(members.map(({ dossier }) => dossier.submissionNumber))]
}
