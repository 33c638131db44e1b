import type { ChannelName, SendResult } from '../channels/channel.ts'
import { setReachable } from '../people/reachable.ts'
import type { Tx } from '../store/transaction.ts'
import type { ClaimedRow } from './claimed-row.ts'
import { accountFor } from './enqueue.ts'
import { lockGate, writeGate } from './gate.ts'
import { paused } from './pace.ts'
import { rateLimited } from './rate-limited.ts'
import { type Settlement, settle } from './settle.ts'

/** Writes down what became of a claimed row, unless another instance has taken it over in the meantime. */
export async function record(
  tx: Tx,
  channel: ChannelName,
  row: ClaimedRow,
  result: SendResult,
  owner: string,
  now: Date,
): Promise<Settlement | null> {
  if (result.result === 'retryAt' && result.why === rateLimited)
    await writeGate(tx, channel, paused(await lockGate(tx, channel), result.at.getTime()))
  const settlement = settle(row, result, now)
  const { count } = await tx.outbox.updateMany({
    where: { seq: row.seq, state: 'SENDING', leaseOwner: owner },
    data: { leaseOwner: null, leaseUntil: null, ...changeOf(settlement, now) },
  })
  if (count === 0) return null
  if (settlement.state === 'UNREACHABLE') {
    await setReachable(tx, row.accountId, false, now, settlement.why)
    await readdress(tx, row, now)
  }
  return settlement
}

function changeOf(settlement: Settlement, now: Date) {
  switch (settlement.state) {
    case 'SENT':
      return { state: settlement.state, sentAt: now, externalId: settlement.externalId, why: null }
    case 'QUEUED':
      return settlement
    default:
      return { state: settlement.state, why: settlement.why }
  }
}

/**
 * A message that was not asked for in this very chat goes to the person's next reachable account (promise 5): the same row
 * with a new address, so that its key and the buttons it carries stay the same.
 */
async function readdress(tx: Tx, row: ClaimedRow, now: Date): Promise<void> {
  if (row.kind === 'REPLY' || !row.personId) return
  const account = await accountFor(tx, row.personId)
  if (!account) return
  await tx.outbox.update({
    where: { seq: row.seq },
    data: { accountId: account.id, channel: account.channel, state: 'QUEUED', attempts: 0, notBefore: now, why: null },
  })
}
