import { dayOf } from '../clock.ts'
import type { Ctx } from '../contract/feature.ts'
import type { HandedItem } from '../obligations/met-by.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import { type AnyKind, counting } from './kind.ts'
import { handIn, reopen } from './meeting.ts'
import { isAtGate } from './seeing.ts'
import { topicsIn } from './topics-in.ts'

type Handed = Pick<StoredRecord, 'id' | 'kind' | 'unitCode' | 'state' | 'waitsFor' | 'topic' | 'period'>

/** How a record stands to the duty of its kind. */
export function stageOf(kind: AnyKind, record: Pick<StoredRecord, 'state' | 'waitsFor'>): 'MET' | 'WITH_HEAD' | 'OPEN' {
  if (isAtGate(kind, record)) return 'WITH_HEAD'
  return kind.states[record.state]?.counts ? 'MET' : 'OPEN'
}

/**
 * Makes the duty follow the record, in the transaction that has just changed it: met and its reminders stopped, with the head, or
 * open again with the days that the plan gives for corrections. Late is judged by when the person of the unit sent it, also when the
 * head approves on a later day. True: it was met late.
 */
export async function settleDuty(ctx: Ctx, kind: AnyKind, record: Handed, sentAt: Date): Promise<boolean> {
  return (await settleDuties(ctx, kind, [record], sentAt)).has(record.id)
}

/** The same of several records at once: ids of those that met a duty late. */
export async function settleDuties(
  ctx: Ctx,
  kind: AnyKind,
  records: readonly Handed[],
  sentAt: Date,
): Promise<ReadonlySet<string>> {
  const late = new Set<string>()
  const handed = new Map<string, Together>()
  for (const record of records) {
    const item = kind.meets?.(record)
    if (!item) continue
    const stage = stageOf(kind, record)
    if (stage === 'OPEN') await openAgain(ctx, kind, record, item)
    else {
      const place = `${record.unitCode} ${record.period} ${stage}`
      handed.set(place, [...(handed.get(place) ?? []), { record, item, stage }])
    }
  }
  for (const together of handed.values()) for (const id of await meetWith(ctx, kind, together, sentAt)) late.add(id)
  return late
}

interface Meeting {
  record: Handed
  item: HandedItem
  stage: 'MET' | 'WITH_HEAD'
}

/** Of one unit, one period and one stage. */
type Together = readonly [...Meeting[], Meeting]

async function meetWith(ctx: Ctx, kind: AnyKind, together: Together, sentAt: Date): Promise<string[]> {
  const [{ record, stage }] = together
  const { unitCode, period } = record
  const topics = await topicsIn(ctx.tx, {
    ...{ campaignId: ctx.campaign.id, kind: kind.name, unitCode, periods: [period], states: counting(kind) },
    waitsFor: stage === 'WITH_HEAD' ? record.waitsFor : null,
  })
  const others = topics.get(period) ?? new Set<string>()
  const items = together.map(({ record, item }) => ({ item, recordId: record.id }))
  const sentOn = dayOf(sentAt, ctx.campaign.timeZone)
  const { obligations } = await handIn(ctx.tx, ctx.campaign, { unitCode, items, stage, others }, ctx.now, sentOn)
  return stage === 'MET' ? obligations.flatMap(({ isLate, recordId }) => (isLate && recordId ? [recordId] : [])) : []
}

/** Of kinds of which a unit may have many, one is enough: what another one has come to, the duty keeps. */
async function openAgain(ctx: Ctx, kind: AnyKind, record: Handed, item: HandedItem): Promise<void> {
  const { unitCode, id: recordId } = record
  const counts = await another(ctx, kind, record, { state: { in: counting(kind) } })
  if (counts) {
    await ctx.tx.obligation.updateMany({ where: { recordId }, data: { recordId: counts.id } })
    return
  }
  const { calendar, plan, timeZone } = ctx.campaign
  const expected = calendar.addWorkingDays(ctx.today, plan.timeLimits.correctReturned).toString()
  await reopen(ctx.tx, ctx.campaign, { unitCode, item, recordId }, expected)
  const withHead = kind.rights.approve && (await another(ctx, kind, record, { waitsFor: kind.rights.approve.name }))
  if (!withHead) return
  const what = { unitCode, items: [{ item, recordId: withHead.id }], stage: 'WITH_HEAD' as const }
  await handIn(ctx.tx, ctx.campaign, what, ctx.now, dayOf(withHead.sentAt, timeZone))
}

async function another(
  { tx, campaign }: Ctx,
  kind: AnyKind,
  { unitCode }: Handed,
  is: { waitsFor: string } | { state: { in: string[] } },
): Promise<Pick<StoredRecord, 'id' | 'sentAt'> | null> {
  if (kind.key) return null
  const where = { campaignId: campaign.id, kind: kind.name, unitCode, ...is }
  return tx.record.findFirst({ where, select: { id: true, sentAt: true }, orderBy: { number: 'asc' } })
}
