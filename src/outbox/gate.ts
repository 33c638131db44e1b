import type { ChannelName } from '../channels/channel.ts'
import type { Tx } from '../store/transaction.ts'
import { type GateState, openGate } from './pace.ts'

/**
 * Reads the gate of a channel and locks it until the transaction ends. Whoever claims rows of the channel does so behind
 * this lock: that keeps one pace over all instances, and never lets two of them send to one account at once.
 */
export async function lockGate(tx: Tx, channel: ChannelName): Promise<GateState> {
  const state = await select(tx, channel)
  if (state) return state
  await tx.$executeRaw`
    INSERT INTO setting (key, value) VALUES (${keyOf(channel)}, ${JSON.stringify(openGate)}::jsonb) ON CONFLICT DO NOTHING`
  return (await select(tx, channel)) ?? openGate
}

export async function writeGate(tx: Tx, channel: ChannelName, gate: GateState): Promise<void> {
  await tx.$executeRaw`UPDATE setting SET value = ${JSON.stringify(gate)}::jsonb WHERE key = ${keyOf(channel)}`
}

async function select(tx: Tx, channel: ChannelName): Promise<GateState | undefined> {
  const [row] = await tx.$queryRaw<{ value: GateState }[]>`
    SELECT value FROM setting WHERE key = ${keyOf(channel)} FOR UPDATE`
  return row?.value
}

function keyOf(channel: ChannelName): string {
  return `outbox.gate.${channel}`
}
