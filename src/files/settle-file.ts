import type { FetchResult } from '../channels/channel.ts'
import { after } from '../clock.ts'
import { enqueueToAccount } from '../outbox/enqueue.ts'
import type { Tx } from '../store/transaction.ts'
import type { Locale, Translate } from '../texts.ts'
import type { ClaimedFile } from './claim-files.ts'
import { type FileKind, type FileRefusal, honestName } from './file-kind.ts'
import { MAX_FILE_BYTES } from './file-limits.ts'
import { keepContent } from './keep-content.ts'

/** What became of an attempt to fetch a file. */
export type FileOutcome =
  | { is: 'stored'; bytes: Uint8Array; kind: FileKind }
  | { is: 'refused'; why: FileRefusal }
  | { is: 'failed'; why: string }
  | { is: 'again'; why: string }

/** Some two hours of trying. */
const MAX_ATTEMPTS = 12

/** What a result of the channel means, before the bytes are looked at. */
export function outcomeWithoutBytes(
  result: Exclude<FetchResult, { result: 'fetched' }>,
  attempts: number,
): FileOutcome {
  switch (result.result) {
    case 'tooLarge':
      return { is: 'refused', why: 'tooLarge' }
    case 'gone':
      return { is: 'failed', why: result.why }
    case 'retry':
      return attempts < MAX_ATTEMPTS ? { is: 'again', why: result.why } : { is: 'failed', why: result.why }
  }
}

/** Writes the outcome down, unless another instance has taken the file over; tells the sender when the file did not come in. */
export async function settleFile(
  tx: Tx,
  file: ClaimedFile,
  outcome: FileOutcome,
  texts: (locale: Locale) => Translate,
  now: Date,
): Promise<void> {
  const { count } = await tx.storedFile.updateMany({
    where: { id: file.id, state: 'PENDING', attempts: file.attempts },
    data: await changeOf(tx, file, outcome, now),
  })
  if (count === 0 || outcome.is === 'stored' || outcome.is === 'again') return
  await tellSender(tx, file, outcome.is === 'refused' ? outcome.why : 'gone', texts, now)
}

async function changeOf(tx: Tx, file: ClaimedFile, outcome: FileOutcome, now: Date) {
  switch (outcome.is) {
    case 'stored': {
      const { bytes, kind } = outcome
      const sha256 = await keepContent(tx, bytes)
      const name = honestName(file.name, kind)
      return {
        state: 'STORED' as const,
        sha256,
        size: bytes.length,
        mime: kind.mime,
        name,
        nextAttemptAt: null,
        why: null,
      }
    }
    case 'refused':
      return { state: 'REFUSED' as const, nextAttemptAt: null, why: outcome.why }
    case 'failed':
      return { state: 'FAILED' as const, nextAttemptAt: null, why: outcome.why }
    case 'again': {
      const wait = Math.min(2_000 * 2 ** (file.attempts - 1), 1_800_000)
      return { nextAttemptAt: after(now, wait), why: outcome.why }
    }
  }
}

async function tellSender(
  tx: Tx,
  file: ClaimedFile,
  why: FileRefusal | 'gone',
  texts: (locale: Locale) => Translate,
  now: Date,
): Promise<void> {
  if (!file.accountId) return
  const account = await tx.account.findUnique({
    where: { id: file.accountId },
    select: { id: true, channel: true, person: { select: { locale: true } } },
  })
  if (!account) return
  const t = texts(account.person?.locale === 'en' ? 'en' : 'vi')
  const params = { name: file.name, megabytes: MAX_FILE_BYTES / 1024 / 1024 }
  const message = { text: t(`files.refused.${why}`, params) }
  await enqueueToAccount(tx, account, { dedupeKey: `file:${file.id}`, kind: 'NOTICE', message }, now)
}
