import type { Inbound, InboundContent } from '../channels/channel.ts'
import type { FileAnswer } from '../conversation/draft.ts'
import { announceFiles } from '../files/announce.ts'
import { refusedAtOnce } from '../files/file-kind.ts'
import { maxMegabytes } from '../files/file-limits.ts'
import { isWithinQuota } from '../files/quota.ts'
import { isOverruled, overrule, overruleReason } from '../secrecy/overrule.ts'
import { secretInName, secretInText } from '../secrecy/secret-in.ts'
import type { Tx } from '../store/transaction.ts'
import type { Translate } from '../texts.ts'
import type { Turn } from './turn.ts'

/** The files of an event: those that are announced, and sentences about those that are refused by their name or size alone. */
export interface Arrived {
  files: readonly FileAnswer[]
  refused: readonly string[]
}

export async function arrivedFiles(
  tx: Tx,
  inbound: Inbound,
  { accountId, personId }: { accountId: string; personId: string | null },
  t: Translate,
  now: Date,
): Promise<Arrived> {
  const stopped = await stoppedWords(tx, inbound.content, accountId, t, now)
  if (stopped !== null) return { files: [], refused: [stopped] }
  if (inbound.content.type !== 'files') return { files: [], refused: [] }
  // Nothing is kept of somebody who has not agreed to it.
  if (personId === null) return { files: [], refused: [t('files.refused.notYet')] }
  if (!(await isWithinQuota(tx, { accountId, personId }, inbound.content.files.length, now)))
    return { files: [], refused: [t('files.refused.quota')] }
  const told = inbound.content.files.map(file => ({ file, why: refusedAtOnce(file) }))
  const taken = told.filter(({ why }) => why === null).map(({ file }) => file)
  return {
    files: taken.length > 0 ? await announceFiles(tx, { channel: inbound.channel, accountId }, taken, now) : [],
    refused: told.flatMap(({ file, why }) =>
      why ? [t(`files.refused.${why}`, { name: file.name, megabytes: maxMegabytes })] : [],
    ),
  }
}

/** The event without files when none of them was taken: what the chat is about is shown again. */
export function withoutRefused(inbound: Inbound, { files, refused }: Arrived): Inbound {
  return refused.length > 0 && files.length === 0 ? { ...inbound, content: { type: 'opened' } } : inbound
}

/** Says first which files were refused. */
export function refusalsFirst(turn: Turn, { refused }: Arrived): Turn {
  const [first, ...rest] = turn.messages
  if (refused.length === 0 || !first) return turn
  return { ...turn, messages: [{ ...first, text: [...refused, first.text].join('\n\n') }, ...rest] }
}

/** What is said about words that must not be kept (law 117/2025), or about the reason why they may; null: there is nothing of it. */
async function stoppedWords(
  tx: Tx,
  content: InboundContent,
  accountId: string,
  t: Translate,
  now: Date,
): Promise<string | null> {
  const text = content.type === 'text' ? content.text : content.type === 'files' ? (content.caption ?? '') : ''
  const reason = content.type === 'text' ? overruleReason(text) : null
  if (reason !== null) {
    await overrule(tx, accountId, reason, now)
    return t('secrecy.overruled')
  }
  const named = content.type === 'files' ? content.files.map(({ name }) => secretInName(name)) : []
  const secret = secretInText(text) ?? named.find(one => one !== null) ?? null
  if (secret === null || (await isOverruled(tx, accountId, now))) return null
  return t(`secrecy.stopped.${secret}`)
}
