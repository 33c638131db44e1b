import { seal, unseal } from '../store/seal.ts'
import type { Tx } from '../store/transaction.ts'
import { newSecret, stepOf } from './one-time-code.ts'
import { hashCode, randomCode } from './secret-code.ts'

const RECOVERY_CODES = 10

/** Whether the person has a second step that counts. */
export async function hasSecondStep(tx: Pick<Tx, 'secondStep'>, personId: string): Promise<boolean> {
  return (await tx.secondStep.count({ where: { personId, confirmedAt: { not: null } } })) > 0
}

/** The secret of a second step that is not confirmed yet, made when there is none; null: one is confirmed, or it cannot be read. */
export async function secretToConfirm(tx: Tx, personId: string, key: string, now: Date): Promise<string | null> {
  const known = await tx.secondStep.findUnique({ where: { personId } })
  if (known?.confirmedAt) return null
  const kept = known && unseal(known.sealedSecret, key, nameOf(personId))
  if (kept) return kept
  const secret = newSecret()
  const sealedSecret = seal(secret, key, nameOf(personId))
  await tx.secondStep.upsert({
    where: { personId },
    create: { personId, sealedSecret, createdAt: now },
    update: { sealedSecret, createdAt: now },
  })
  return secret
}

/** Makes the second step count from now on, when the code is right; the recovery codes are returned once and stored as hashes. */
export async function confirmSecondStep(
  tx: Tx,
  personId: string,
  typed: string,
  key: string,
  now: Date,
): Promise<string[] | null> {
  const row = await tx.secondStep.findUnique({ where: { personId } })
  const secret = row && unseal(row.sealedSecret, key, nameOf(personId))
  const step = secret && stepOf(secret, typed, now)
  if (!step) return null
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomCode(12))
  const { count } = await tx.secondStep.updateMany({
    where: { personId, confirmedAt: null },
    data: { confirmedAt: now, lastStep: step, recoveryHashes: codes.map(hashCode) },
  })
  return count === 1 ? codes : null
}

/** `unreadable`: the secret was locked with another key than that of this installation. */
export type Tried = 'code' | 'recovery' | 'wrong' | 'unreadable'

/** Takes a code of the app, or a recovery code; each of them once, whoever tries at the same time. */
export async function trySecondStep(tx: Tx, personId: string, typed: string, key: string, now: Date): Promise<Tried> {
  const row = await tx.secondStep.findUnique({ where: { personId } })
  if (!row?.confirmedAt) return 'wrong'
  const hash = hashCode(typed)
  const used = await tx.$executeRaw`
    UPDATE second_step SET recovery_hashes = array_remove(recovery_hashes, ${hash})
    WHERE person_id = ${personId}::uuid AND ${hash} = ANY(recovery_hashes)`
  if (used === 1) return 'recovery'
  const secret = unseal(row.sealedSecret, key, nameOf(personId))
  if (secret === null) return 'unreadable'
  const step = stepOf(secret, typed, now)
  if (step === null) return 'wrong'
  const { count } = await tx.secondStep.updateMany({
    where: { personId, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1 ? 'code' : 'wrong'
}

/** Forgets the second step: at the next visit the person is led to a new one. False: there was none. */
export async function removeSecondStep(tx: Tx, personId: string): Promise<boolean> {
  const { count } = await tx.secondStep.deleteMany({ where: { personId } })
  await tx.webSession.updateMany({ where: { personId }, data: { secondStepAt: null } })
  return count === 1
}

function nameOf(personId: string): string {
  return `second-step:${personId}`
}
