import { isOverruled } from '../secrecy/overrule.ts'
import { secretInFile } from '../secrecy/secret-in.ts'
import type { Tx } from '../store/transaction.ts'
import type { FileRefusal } from './file-kind.ts'

/** Why a file must not be kept by what it says; null: it may, or its sender has just said why the alarm is false. */
export async function fileSecret(
  tx: Pick<Tx, 'audit'>,
  accountId: string | null,
  name: string,
  bytes: Uint8Array,
  now: Date,
): Promise<FileRefusal | null> {
  const secret = secretInFile(name, bytes)
  if (secret === null || (accountId !== null && (await isOverruled(tx, accountId, now)))) return null
  return secret === 'stamp' ? 'secretStamp' : 'secretIdentity'
}
