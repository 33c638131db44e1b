import type { ActiveCampaign } from '../../campaign/active.ts'
import { dayOf } from '../../clock.ts'
import { writeAudit } from '../../people/audit.ts'
import { takeOut } from '../../reminders/round/take-back.ts'
import type { ExplanationRequest } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import type { Tx } from '../../store/transaction.ts'
import { type Pilot, pilotsOf } from './pilot.ts'
import type { Point } from './series.ts'
import { requestsOf, seriesByUnit, unitsOf } from './store.ts'
import { askOf, type Verdict, verdictOf } from './verdict.ts'

/**
 * Looks anew at a unit whose figures have changed, in the transaction that changes them: what need not be explained any more is
 * taken back, and what was not sent yet is not sent; a forecast that misses becomes a request. The request is told by the beat,
 * in sending hours. Does nothing for targets without a pilot light.
 */
export async function reconsiderUnit(
  tx: Tx,
  campaign: ActiveCampaign,
  unitCode: string,
  targetCodes: readonly string[],
  now: Date,
): Promise<void> {
  for (const pilot of pilotsOf(campaign)) {
    if (pilot.codes.some(code => targetCodes.includes(code))) await reconsider(tx, campaign, pilot, [unitCode], now)
  }
}

/** The same for all units: a month has passed, or somebody has not explained. */
export async function reconsiderAll(tx: Tx, campaign: ActiveCampaign, now: Date): Promise<void> {
  for (const pilot of pilotsOf(campaign)) await reconsider(tx, campaign, pilot, null, now)
}

async function reconsider(
  tx: Tx,
  campaign: ActiveCampaign,
  pilot: Pilot,
  only: readonly string[] | null,
  now: Date,
): Promise<void> {
  const today = dayOf(now, campaign.timeZone).toString()
  const series = await seriesByUnit(tx, campaign, pilot, only)
  const requests = await requestsOf(tx, campaign, pilot, only ?? [...series.keys()])
  const judged = series.size > 0 ? await unitsOf(tx, campaign, pilot) : new Set<string>()
  for (const unitCode of new Set([...series.keys(), ...requests.map(request => request.unitCode)])) {
    const own = requests.filter(request => request.unitCode === unitCode)
    const points = judged.has(unitCode) ? (series.get(unitCode) ?? []) : []
    await reconsiderOne(tx, campaign, pilot, { unitCode, points, requests: own }, today, now)
  }
}

async function reconsiderOne(
  tx: Tx,
  campaign: ActiveCampaign,
  pilot: Pilot,
  unit: { unitCode: string; points: readonly Point[]; requests: readonly ExplanationRequest[] },
  today: string,
  now: Date,
): Promise<void> {
  const verdict = verdictOf(unit.points, pilot, today)
  const open = unit.requests.filter(({ state }) => state === 'OPEN')
  for (const request of open) if (!isStillMissed(verdict, request)) await cancel(tx, request, 'onTrack', now)
  const asked = unit.requests.map(({ step, askedOn, answeredAt }) => ({
    step,
    on: askedOn,
    isExplained: answeredAt !== null,
  }))
  const ask = askOf(verdict, asked, today)
  const outlook = verdict.outlooks.find(({ milestone }) => milestone === ask?.milestone)
  if (!ask || !outlook?.band) return
  const id = newId(now)
  const { count } = await tx.explanationRequest.createMany({
    data: [
      {
        ...{ id, campaignId: campaign.id, unitCode: unit.unitCode, pilotCode: pilot.code, step: ask.step },
        ...{ targetCode: ask.milestone.code, askedOn: today },
        ...{ forecastMid: outlook.band.mid, forecastHigh: outlook.band.high },
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return
  await write(tx, id, 'explanation.ask', { to: 'OPEN' }, now)
  for (const request of open) if (isStillMissed(verdict, request)) await cancel(tx, request, 'newer', now)
}

/** A milestone whose day is over was missed indeed: its explanation stays wanted. */
function isStillMissed({ outlooks }: Verdict, { targetCode }: ExplanationRequest): boolean {
  const light = outlooks.find(({ milestone }) => milestone.code === targetCode)?.light
  return light === 'MISS' || light === 'OVER'
}

async function cancel(tx: Tx, { id }: ExplanationRequest, why: 'onTrack' | 'newer', now: Date): Promise<void> {
  const { count } = await tx.explanationRequest.updateMany({
    where: { id, state: 'OPEN' },
    data: { state: 'CANCELLED', cancelledWhy: why },
  })
  if (count === 0) return
  const queued = await tx.outbox.findMany({
    where: { dedupeKey: { startsWith: noticePrefix(id) }, state: 'QUEUED' },
    select: { dedupeKey: true },
  })
  await takeOut(
    tx,
    queued.map(({ dedupeKey }) => dedupeKey),
    why,
    now,
  )
  await write(tx, id, `explanation.${why}`, { from: 'OPEN', to: 'CANCELLED' }, now)
}

function write(tx: Tx, id: string, action: string, change: { from?: string; to: string }, now: Date): Promise<void> {
  const entry = { actorId: null, actorRole: 'SYSTEM' as const, subjectType: 'explanation' as const, subjectId: id }
  return writeAudit(tx, { ...entry, action, ...change }, now)
}

/** What the keys of the notices of one request begin with; the person follows. */
export function noticePrefix(requestId: string): string {
  return `explain:${requestId}:`
}
