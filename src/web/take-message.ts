import type { InboundContent } from '../channels/channel.ts'
import type { ChatLineBody } from '../channels/web/chat-line.ts'
import { stageFile } from '../channels/web/staged-file.ts'
import { buttonLabel, lineTime, writeLine } from '../channels/web/transcript.ts'
import type { Secret } from '../secrecy/finding.ts'
import { isOverruled } from '../secrecy/overrule.ts'
import { secretInFile, secretInText } from '../secrecy/secret-in.ts'
import { withoutPosition } from '../secrecy/without-position.ts'
import { isTransient } from '../store/transient.ts'
import type { Posted } from './posted.ts'
import type { Session } from './session.ts'
import type { Web } from './visit.ts'
import type { UploadRefusal } from './web-parts.ts'

export type Taken = { is: 'taken' } | { is: 'refused'; why: UploadRefusal } | { is: 'failed' } | { is: 'unstorable' }

/**
 * Takes a message of the page in. The same id twice is one message. «failed» means that the page must send it again, with
 * the same id; nothing that was taken in before is done twice. «unstorable» means that this very message can never be kept.
 */
export async function takeMessage(web: Web, session: Session, message: Posted): Promise<Taken> {
  const { system, parts } = web
  const { id: accountId, externalId } = session.account
  let isReceiving = false
  try {
    const read = await contentOf(web, session, message)
    if ('why' in read) return { is: 'refused', why: read.why }
    const now = system.clock.now()
    const key = `in:${accountId}:${message.id}`
    const isNew = await writeLine(system.prisma, { accountId, key, body: read.line }, now)
    // A first try that failed here has left its line, and the line its time.
    const at = isNew ? now : ((await lineTime(system.prisma, key)) ?? now)
    // The id comes from the page; the account in front keeps one page from using up the ids of another.
    const eventId = `${externalId}:${message.id}`
    const { claimedAt } = message
    const times = { at, seenAt: at, ...(claimedAt ? { claimedAt } : {}) }
    isReceiving = true
    await parts.receive({ channel: 'web', eventId, account: externalId, ...times, content: read.content })
    return { is: 'taken' }
  } catch (error) {
    system.log.error({ err: error, accountId }, 'a web message could not be taken in')
    // What only this message is to blame for would fail as often as it came.
    if (!isReceiving) parts.notStored?.()
    return isReceiving || isTransient(error) ? { is: 'failed' } : { is: 'unstorable' }
  }
}

type Read = { line: ChatLineBody; content: InboundContent } | { why: UploadRefusal }

async function contentOf(web: Web, { account: { id: accountId }, personId }: Session, message: Posted): Promise<Read> {
  if ('text' in message) {
    const { text } = message
    const secret = await stopped(web, accountId, secretInText(text))
    if (secret) return { why: secret }
    return { line: { text }, content: { type: 'text', text } }
  }
  if ('prompt' in message) {
    const { prompt, number } = message
    const label = await buttonLabel(web.system.prisma, accountId, prompt, number)
    return { line: { pressed: label ?? String(number) }, content: { type: 'choice', prompt, number } }
  }
  const { file, caption } = message
  if (personId === null) return { why: 'notYet' }
  if (!(await web.parts.uploads.isWithinQuota({ accountId, personId }))) return { why: 'quota' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const why = bytes.length > web.parts.uploads.maxBytes ? 'tooLarge' : await web.parts.uploads.refusal(file.name, bytes)
  if (why) return { why }
  const found = secretInFile(file.name, bytes) ?? (caption ? secretInText(caption) : null)
  const secret = await stopped(web, accountId, found)
  if (secret) return { why: secret }
  const ref = await stageFile(web.system.prisma, withoutPosition(bytes), web.system.clock.now())
  const files = [{ name: file.name, ref, size: bytes.length }]
  return { line: { file: file.name }, content: { type: 'files', files, ...(caption ? { caption } : {}) } }
}

/** Before anything of it is written down. */
async function stopped({ system }: Web, accountId: string, secret: Secret | null): Promise<UploadRefusal | null> {
  if (secret === null || (await isOverruled(system.prisma, accountId, system.clock.now()))) return null
  return secret === 'stamp' ? 'secretStamp' : 'secretIdentity'
}
