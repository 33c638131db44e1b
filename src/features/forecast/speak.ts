import { actingUnit } from '../../campaign/acting-unit.ts'
import { type ActiveCampaign, keyIn } from '../../campaign/active.ts'
import type { Audience } from '../../campaign/duty.ts'
import { unitName } from '../../campaign/names.ts'
import type { Running } from '../../contract/running.ts'
import { readyToDraw } from '../../documents/draw-chart.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { noOrders } from '../../reminders/plan/order.ts'
import { type Recipient, RecipientBook } from '../../reminders/plan/recipients.ts'
import { closingTime, dayAndHour, isQuiet } from '../../reminders/plan/sending-hours.ts'
import { loadRecipients } from '../../reminders/round/load-recipients.ts'
import type { ExplanationRequest } from '../../store/generated/client.ts'
import { inTransaction, type Tx } from '../../store/transaction.ts'
import { explainNotice } from './notice.ts'
import { pictureOf } from './picture.ts'
import { pilotOf, pilotsOf } from './pilot.ts'
import { noticePrefix, reconsiderAll } from './reconsider.ts'
import { dayAfter } from './series.ts'
import { requestsOf, seriesOfUnit } from './store.ts'
import { verdictOf } from './verdict.ts'
import { DESK_PATH } from './verdicts.ts'

/**
 * The part of the pilot light in a beat of the reminders, called in sending hours only: on the first one of a day looks at all
 * units anew; then tells what is asked for and not told yet. Quiet hours and the daily budget of a person hold as for reminders.
 * Killed at any instant or run twice, nobody is told twice.
 */
export async function speak(system: Running, campaign: ActiveCampaign, now: Date): Promise<number> {
  if (pilotsOf(campaign).length === 0) return 0
  const { prisma } = system
  const { day } = dayAndHour(now, campaign.timeZone)
  const morning = await prisma.setting.findUnique({ where: { key: keyIn(campaign, MORNING) } })
  if (morning?.value !== day) await inTransaction(prisma, tx => beginDay(tx, campaign, day, now))
  const open = await prisma.explanationRequest.findMany({
    where: { campaignId: campaign.id, state: 'OPEN', toldAt: null, askedOn: { gte: dayAfter(day, -TELL_WITHIN_DAYS) } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (open.length > 0) await readyToDraw().catch(() => undefined)
  let queued = 0
  for (const { id } of open) queued += await inTransaction(prisma, tx => tell(tx, system, campaign, id, now))
  return queued
}

async function beginDay(tx: Tx, campaign: ActiveCampaign, day: string, now: Date): Promise<void> {
  await reconsiderAll(tx, campaign, now)
  // No channel took it yesterday: today it is tried again.
  await tx.$executeRaw`
    UPDATE explanation_request r SET told_at = NULL WHERE r.campaign_id = ${campaign.id}::uuid AND r.state = 'OPEN' AND EXISTS (SELECT FROM outbox o
      WHERE o.dedupe_key LIKE 'explain:' || r.id || ':%' AND o.state = 'EXPIRED' AND o.why = 'expired')`
  const key = keyIn(campaign, MORNING)
  await tx.setting.upsert({ where: { key }, create: { key, value: day }, update: { value: day } })
}

/** Tells those who may be told now; done when nobody has to wait for the end of quiet hours or for another day. */
async function tell(tx: Tx, system: Running, campaign: ActiveCampaign, id: string, now: Date): Promise<number> {
  // Holds the request: a report that arrives meanwhile waits, and then finds the messages to take back.
  await tx.$queryRaw`SELECT id FROM explanation_request WHERE id = ${id}::uuid FOR UPDATE`
  const request = await tx.explanationRequest.findFirst({ where: { id, state: 'OPEN', toldAt: null } })
  const pilot = request && pilotOf(campaign, request.pilotCode)
  if (!request || !pilot) return 0
  const { day, hour } = dayAndHour(now, campaign.timeZone)
  const { unitCode } = request
  const verdict = verdictOf(await seriesOfUnit(tx, campaign, pilot, unitCode), pilot, day)
  const outlook = verdict.outlooks.find(({ milestone }) => milestone.code === request.targetCode)
  if (outlook?.light !== 'MISS') return 0
  const unansweredSince = await earlierUnanswered(tx, campaign, request)
  const rules = campaign.plan.reminderRules
  const name = unitName(campaign, unitCode)
  let queued = 0
  let isWaited = false
  for (const recipient of await audience(tx, campaign, unitCode, unansweredSince !== null, day, now)) {
    if (recipient.unreachable !== null) continue
    if (isQuiet(hour, recipient) || recipient.sentToday >= rules.messagesPerDay) {
      isWaited ||= !(await isTold(tx, request, recipient))
      continue
    }
    const t = system.texts(recipient.locale)
    const { message, go } = explainNotice(t, {
      ...{ requestId: id, unitCode, unitName: name, pilot, verdict, outlook, unansweredSince },
      picture: await pictureOf(tx, t, { unitCode, unitName: name, pilot, verdict }, now).catch((err: unknown) => {
        // The words are enough.
        system.log.error({ err }, 'a chart could not be drawn')
        return null
      }),
      deskUrl: `${system.publicUrl}/desk/${DESK_PATH}`,
    })
    const notice = {
      campaign,
      dedupeKey: keyOf(request, recipient),
      kind: 'REMINDER' as const,
      message,
      go,
      expiresAt: closingTime(day, rules, campaign.timeZone),
    }
    queued += await queueOnce(tx, recipient, notice, now)
  }
  if (!isWaited) await tx.explanationRequest.update({ where: { id }, data: { toldAt: now } })
  return queued
}

/** The focal point; when the last request was not answered, the head too. Nobody to be reached there: the level above. */
async function audience(
  tx: Tx,
  campaign: ActiveCampaign,
  unitCode: string,
  isRaised: boolean,
  day: string,
  now: Date,
): Promise<Recipient[]> {
  const acting = actingUnit(campaign, unitCode, day)
  const recipients = await loadRecipients(tx, [acting], day, campaign.timeZone, now)
  const wanted: Audience[] = isRaised ? ['focalPoint', 'head'] : ['focalPoint']
  const duty = { unitCode: acting, isWithHead: false, focalAgencies: [] }
  const told = new RecipientBook(recipients).audience(duty, wanted, noOrders)
  return recipients.filter(({ personId }) => told.has(personId))
}

/** The day of the request before this one, when it was neither answered nor taken back. */
async function earlierUnanswered(
  tx: Tx,
  campaign: ActiveCampaign,
  request: ExplanationRequest,
): Promise<string | null> {
  const all = await requestsOf(tx, campaign, { code: request.pilotCode }, [request.unitCode])
  const before = all[all.findIndex(({ id }) => id === request.id) - 1]
  const isOff = !before || before.answeredAt !== null || before.cancelledWhy === 'onTrack'
  return isOff ? null : before.askedOn
}

type Notice = Parameters<typeof enqueueTo>[2]

/** A message that no channel took in its time is the same message on another day. */
async function queueOnce(tx: Tx, { personId }: Recipient, notice: Notice, now: Date): Promise<number> {
  const revived = await tx.outbox.updateMany({
    where: { dedupeKey: notice.dedupeKey, state: 'EXPIRED', why: 'expired' },
    data: {
      state: 'QUEUED',
      why: null,
      attempts: 0,
      notBefore: now,
      createdAt: now,
      expiresAt: notice.expiresAt ?? null,
    },
  })
  if (revived.count > 0) return 1
  if ((await tx.outbox.count({ where: { dedupeKey: notice.dedupeKey } })) > 0) return 0
  return (await enqueueTo(tx, personId, notice, now)) ? 1 : 0
}

async function isTold(tx: Tx, request: ExplanationRequest, recipient: Recipient): Promise<boolean> {
  const where = { dedupeKey: keyOf(request, recipient), state: { not: 'EXPIRED' as const } }
  return (await tx.outbox.count({ where })) > 0
}

function keyOf({ id }: ExplanationRequest, { personId }: Recipient): string {
  return `${noticePrefix(id)}${personId}`
}

/** The day whose first beat has been done. */
const MORNING = 'forecast.morning'
/** A request that could be told to nobody for so long is left to the desk. */
const TELL_WITHIN_DAYS = 7
