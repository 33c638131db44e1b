import { randomCode } from '../../../people/secret-code.ts'
import { newKeyPair, unwrapWith, wrapWith } from '../../../store/envelope.ts'
import type { CouncilKey } from '../../../store/generated/client.ts'
import { newId } from '../../../store/new-id.ts'
import type { Tx } from '../../../store/transaction.ts'

/** 99 bits: more than anybody can try, even on a stolen copy of the database. */
const PHRASE_SIGNS = 20

/** The key that is used: the newest one whose phrase its member has typed. */
export function ownKey(tx: Tx, personId: string): Promise<CouncilKey | null> {
  return tx.councilKey.findFirst({
    where: { personId, confirmedAt: { not: null } },
    orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
  })
}

/** Makes a pair of keys and gives the phrase that opens it, for once: it is stored nowhere. What was made and never confirmed goes. */
export async function makeOwnKey(tx: Tx, personId: string, now: Date): Promise<string> {
  const id = newId(now)
  const phrase = randomCode(PHRASE_SIGNS)
  const { publicKey, privateKey } = newKeyPair()
  await tx.councilKey.deleteMany({ where: { personId, confirmedAt: null } })
  const wrapped = await wrapWith(phrase, privateKey, nameOf(id))
  await tx.councilKey.create({ data: { id, personId, publicKey, wrapped, madeAt: now } })
  return phrase
}

/** From now on the key counts, if the phrase is right. */
export async function confirmOwnKey(tx: Tx, personId: string, phrase: string, now: Date): Promise<boolean> {
  const key = await tx.councilKey.findFirst({ where: { personId, confirmedAt: null }, orderBy: { madeAt: 'desc' } })
  if (!key || !(await privateKeyOf(key, phrase))) return false
  await tx.councilKey.update({ where: { id: key.id }, data: { confirmedAt: now } })
  return true
}

/** null: it is not this key's phrase. */
export function privateKeyOf(key: Pick<CouncilKey, 'id' | 'wrapped'>, phrase: string): Promise<Uint8Array | null> {
  return unwrapWith(phrase, key.wrapped, nameOf(key.id))
}

function nameOf(keyId: string): string {
  return `council-key:${keyId}`
}
