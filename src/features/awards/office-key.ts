import { newId } from '../../store/new-id.ts'
import { seal, unseal } from '../../store/seal.ts'
import type { Tx } from '../../store/transaction.ts'
import { type KeyPair, newKeyPair } from './certificate/sign.ts'

/**
 * The key that signs today: the newest that is not retired and can be opened here, made when there is none. An instance whose secret is
 * another one, as after a restore elsewhere, makes its own; what the older keys have signed stays right.
 */
export async function signingKey(tx: Tx, secret: string, now: Date): Promise<KeyPair> {
  const kept = await tx.officeKey.findMany({ where: { retiredAt: null }, orderBy: { createdAt: 'desc' } })
  for (const { publicKey, sealedKey } of kept) {
    const privateKey = unseal(sealedKey, secret, nameOf(publicKey))
    if (privateKey !== null) return { publicKey, privateKey }
  }
  return addKey(tx, secret, now)
}

/** Makes a new key and lets the others sign nothing more. */
export async function rotateKey(tx: Tx, secret: string, now: Date): Promise<KeyPair> {
  await tx.officeKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: now } })
  return addKey(tx, secret, now)
}

/** The public halves of all keys that have ever signed, the oldest first. */
export async function publicKeys(
  tx: Pick<Tx, 'officeKey'>,
): Promise<{ publicKey: string; from: Date; to: Date | null }[]> {
  const keys = await tx.officeKey.findMany({ orderBy: { createdAt: 'asc' } })
  return keys.map(({ publicKey, createdAt, retiredAt }) => ({ publicKey, from: createdAt, to: retiredAt }))
}

async function addKey(tx: Tx, secret: string, now: Date): Promise<KeyPair> {
  const pair = newKeyPair()
  const sealedKey = seal(pair.privateKey, secret, nameOf(pair.publicKey))
  await tx.officeKey.create({ data: { id: newId(now), publicKey: pair.publicKey, sealedKey, createdAt: now } })
  return pair
}

function nameOf(publicKey: string): string {
  return `office-key:${publicKey}`
}
