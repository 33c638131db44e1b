import { dayOf } from '../clock.ts'
import type { Ctx } from '../contract/feature.ts'
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
  const item = kind.meets?.(record)
  if (!item) return false
  const { unitCode, period } = record
  const stage = stageOf(kind, record)
  if (stage !== 'OPEN') {
    const sentOn = dayOf(sentAt, ctx.campaign.timeZone)
    const others = await topicsIn(ctx.tx, {
      ...{ campaignId: ctx.campaign.id, kind: kind.name, unitCode, period, states: counting(kind) },
      waitsFor: stage === 'WITH_HEAD' ? (kind.rights.approve?.name ?? null) : null,
    })
    const handed = await handIn(ctx.tx, ctx.campaign, { unitCode, item, stage, others }, ctx.now, sentOn)
    const met = handed.obligations.map(({ id }) => id)
    await ctx.tx.obligation.updateMany({ where: { id: { in: met } }, data: { recordId: record.id } })
    return stage === 'MET' && handed.isLate
  }
  const other = kind.key ? null : await anotherCounting(ctx, kind, record)
  if (other) {
    await ctx.tx.obligation.updateMany({ where: { recordId: record.id }, data: { recordId: other.id } })
  } else {
    const { calendar, plan } = ctx.campaign
    const expected = calendar.addWorkingDays(ctx.today, plan.timeLimits.correctReturned).toString()
    await reopen(ctx.tx, ctx.campaign, { unitCode, item, recordId: record.id }, expected)
  }
  return false
}

/** Of kinds of which a unit may have many, one is enough: what another one counts for stays met, by that one. */
function anotherCounting(ctx: Ctx, kind: AnyKind, { id, unitCode }: Handed): Promise<{ id: string } | null> {
  const where = { campaignId: ctx.campaign.id, kind: kind.name, unitCode, state: { in: counting(kind) }, NOT: { id } }
  return ctx.tx.record.findFirst({ where, select: { id: true }, orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }] })
}
