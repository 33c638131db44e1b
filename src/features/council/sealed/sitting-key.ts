import { newKeyPair, openWith, sealFor } from '../../../store/envelope.ts'
import type { CouncilKey } from '../../../store/generated/client.ts'
import { newId } from '../../../store/new-id.ts'
import type { Tx } from '../../../store/transaction.ts'
import { privateKeyOf } from './own-key.ts'

type PublicKey = Pick<CouncilKey, 'id' | 'publicKey'>

/**
 * Makes the key of a sitting. Its private half is nowhere but sealed: for the chair; and, should the chair be lost, for any two of `spare`,
 * one envelope within the other. Gives the public half, for which ballots are sealed.
 */
export async function makeSittingKey(
  tx: Tx,
  sittingId: string,
  { chair, spare }: { chair: PublicKey; spare: readonly PublicKey[] },
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const { publicKey, privateKey } = newKeyPair()
  const name = nameOf(sittingId)
  const pairs = spare.flatMap(first => spare.filter(second => second !== first).map(second => [first, second] as const))
  await tx.sittingKey.createMany({
    data: [
      { id: newId(now), sittingId, keyId: chair.id, sealed: sealFor(chair.publicKey, privateKey, name) },
      ...pairs.map(([first, second]) => ({
        ...{ id: newId(now), sittingId, keyId: first.id, withKeyId: second.id },
        sealed: sealFor(first.publicKey, sealFor(second.publicKey, privateKey, name), name),
      })),
    ],
  })
  return publicKey
}

/** `wrong`: no key of this sitting opens with this phrase. `half`: one of two has come; the other one is still needed. */
export type Unlocked = { privateKey: Uint8Array } | 'wrong' | 'half'

/** The private key with the phrase of the chair, or with that of a second member after a first one. */
export async function unlockSitting(tx: Tx, sittingId: string, personId: string, phrase: string): Promise<Unlocked> {
  const rows = await tx.sittingKey.findMany({ where: { sittingId }, orderBy: { id: 'asc' } })
  const own = await tx.councilKey.findMany({ where: { personId, confirmedAt: { not: null } } })
  const name = nameOf(sittingId)
  for (const key of own) {
    const mine = rows.filter(({ keyId, withKeyId }) => keyId === key.id || withKeyId === key.id)
    const opener = mine.length > 0 ? await privateKeyOf(key, phrase) : null
    if (!opener) continue
    for (const { keyId, withKeyId, sealed, half } of mine) {
      const whole = keyId === key.id && withKeyId === null ? sealed : withKeyId === key.id ? half : null
      const privateKey = whole && openWith(opener, whole, name)
      if (privateKey) return { privateKey }
    }
    for (const { id, keyId, sealed } of mine) {
      const half = keyId === key.id ? openWith(opener, sealed, name) : null
      if (half) await tx.sittingKey.update({ where: { id }, data: { half } })
    }
    return 'half'
  }
  return 'wrong'
}

function nameOf(sittingId: string): string {
  return `sitting:${sittingId}`
}
