import type { ZaloRules } from '../channels/zalo-way.ts'
import type { Tx } from '../store/transaction.ts'

const key = 'zalo-oa.rules'

/** Keeps what the settings say at a start, for all who ask without the settings: the reminders, the chat, the commands. */
export async function keepZaloRules(tx: Tx, rules: ZaloRules): Promise<void> {
  const value = { ...rules }
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

/** The rules of the last start; nothing is allowed where there was none. */
export async function readZaloRules(tx: Tx): Promise<ZaloRules> {
  const [row] = await tx.$queryRaw<{ value: Partial<ZaloRules> }[]>`SELECT value FROM setting WHERE key = ${key}`
  return { mayPay: row?.value.mayPay === true, hasTemplate: row?.value.hasTemplate === true }
}
