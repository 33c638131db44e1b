import type { ChannelName } from '../channels/channel.ts'
import { rateLimited } from '../channels/rate-limited.ts'
import { setReachable } from '../people/reachable.ts'
import type { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { accountFor } from './address.ts'
import type { ClaimedRow } from './claimed-row.ts'
import { lockGate, writeGate } from './gate.ts'
import { type NextState, nextState, type Unsent } from './next-state.ts'
import { paused } from './pace.ts'

/** Writes down what became of a row that was not surely sent, unless another instance has taken it over in the meantime. */
export async function keepResult(
  tx: Tx,
  channel: ChannelName,
  row: ClaimedRow,
  result: Unsent,
  owner: string,
  now: Date,
): Promise<NextState | null> {
  if (result.result === 'retryAt' && result.why === rateLimited)
    await writeGate(tx, channel, paused(await lockGate(tx, channel), result.at.getTime()))
  const next = nextState(row, result, now)
  const { count } = await tx.outbox.updateMany({
    where: { seq: row.seq, state: 'SENDING', leaseOwner: owner },
    data: { leaseOwner: null, leaseUntil: null, ...changeOf(next) },
  })
  if (count === 0) return null
  if (next.state === 'UNREACHABLE') {
    if (next.account === 'lost') await setReachable(tx, row.accountId, false, now, next.why)
    await readdress(tx, row, next.account === 'lost' ? 'otherLost' : next.why, now)
  }
  return next
}

function changeOf(next: NextState) {
  switch (next.state) {
    case 'QUEUED':
    case 'UNKNOWN':
      return next
    default:
      return { state: next.state, why: next.why }
  }
}

/**
 * A message that was not asked for in this very chat goes to the person's next reachable account (promise 5): the same row
 * with a new address, so that its key and the buttons it carries stay the same. No account is tried twice.
 */
async function readdress(tx: Tx, row: ClaimedRow, why: string, now: Date): Promise<void> {
  if (row.kind === 'REPLY' || !row.personId || row.body.isBound) return
  const left = [...(row.body.left ?? []), { accountId: row.accountId, why }]
  const account = await accountFor(
    tx,
    row.personId,
    left.map(one => one.accountId),
  )
  if (!account) return
  const body: Prisma.InputJsonObject = JSON.parse(JSON.stringify({ ...row.body, left }))
  await tx.outbox.update({
    where: { seq: row.seq },
    data: {
      accountId: account.id,
      channel: account.channel,
      state: 'QUEUED',
      attempts: 0,
      notBefore: now,
      why: null,
      body,
    },
  })
}
