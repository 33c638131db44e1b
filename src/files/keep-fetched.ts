import type { FetchResult } from '../channels/channel.ts'
import { after } from '../clock.ts'
import { growingPause } from '../growing-pause.ts'
import { enqueueToAccount } from '../outbox/enqueue.ts'
import type { Tx } from '../store/transaction.ts'
import type { Locale, Translate } from '../texts.ts'
import type { ClaimedFile } from './claim-files.ts'
import { type FileKind, type FileRefusal, honestName } from './file-kind.ts'
import { maxMegabytes } from './file-limits.ts'
import { keepContent } from './keep-content.ts'
import { type LeftDraft, leaveAnswers, lockChat } from './leave-answers.ts'

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

/**
 * Writes the outcome down, unless another instance has taken the file over. A file that did not come in leaves the answers that
 * held it, in the same transaction, and its sender is told why and what to do.
 */
export async function keepFetched(
  tx: Tx,
  file: ClaimedFile,
  outcome: FileOutcome,
  texts: (locale: Locale) => Translate,
  now: Date,
): Promise<void> {
  const isLost = outcome.is === 'refused' || outcome.is === 'failed'
  if (isLost && file.accountId) await lockChat(tx, file.accountId)
  const { count } = await tx.storedFile.updateMany({
    where: { id: file.id, state: 'PENDING', attempts: file.attempts },
    data: await changeOf(tx, file, outcome, now),
  })
  if (count === 0 || !isLost) return
  const left = await leaveAnswers(tx, file.id)
  await tellSender(tx, file, outcome.is === 'refused' ? outcome.why : 'gone', left, texts, now)
}

async function changeOf(tx: Tx, file: ClaimedFile, outcome: FileOutcome, now: Date) {
  switch (outcome.is) {
    case 'stored': {
      const { bytes, kind } = outcome
      const sha256 = await keepContent(tx, bytes, now)
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
      return { nextAttemptAt: after(now, growingPause(file.attempts, 2_000, 1_800_000)), why: outcome.why }
    }
  }
}

async function tellSender(
  tx: Tx,
  file: ClaimedFile,
  why: FileRefusal | 'gone',
  left: readonly LeftDraft[],
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
  const params = { name: file.name, megabytes: maxMegabytes }
  const [draft] = left
  const lines = [t(`files.refused.${why}`, params), ...(draft ? [leftLine(t, draft)] : [])]
  const open = draft ? { words: [t('files.left.open')] } : {}
  const go = draft ? { go: [{ to: 'drafts.open', args: { id: draft.id } }] } : {}
  const message = { text: lines.join('\n\n'), ...open }
  await enqueueToAccount(
    tx,
    account,
    { dedupeKey: `file:${file.id}`, kind: 'NOTICE', campaign: null, message, ...go },
    now,
  )
}

function leftLine(t: Translate, { form, isReopened, isEmpty }: LeftDraft): string {
  const what = isReopened ? 'reopened' : isEmpty ? 'empty' : 'others'
  return t(`files.left.${what}`, { form: t(`drafts.forms.${form}`) })
}
