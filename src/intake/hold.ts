import type { Inbound } from '../channels/channel.ts'
import type { GuestCtx } from '../contract/feature.ts'
import { type DeadLetter, decideLetter, endLetter, heldBy, holdsChat } from '../letters/dead-letter.ts'
import { writeAudit } from '../people/audit.ts'
import { readChoice } from '../reading/choice.ts'
import { atOnce } from '../store/transaction.ts'
import type { Translate } from '../texts.ts'
import type { Opened } from './open-scene.ts'
import { keptOf, saving } from './save.ts'
import type { Scene } from './scene.ts'
import type { System } from './system.ts'
import { takeStep } from './take-step.ts'
import type { Turn } from './turn.ts'

/**
 * Answers an event of a chat that is held by a letter: nothing of it is taken for an answer to the open question. The person may
 * have the letter tried again or give it up. Returns the id of a letter that is to be tried again once this is committed.
 */
export async function answerHeld(
  system: System,
  opened: Opened,
  inbound: Inbound,
  letter: DeadLetter,
): Promise<string | null> {
  const { ctx, scene } = opened
  const told = { what: excerptOf(letter, ctx.t), code: letter.code }
  if (letter.state === 'RETRIED' || letter.state === 'DROPPED') {
    await atOnce(ctx.tx, await takeStep(system, opened, showing(inbound), { lead: ctx.t('letters.typedBefore', told) }))
    return null
  }
  const decision = decisionOf(inbound, scene, ctx.t)
  const by = { personId: ctx.person?.id ?? null, reason: null }
  if (decision === 'resend' && (await decideLetter(ctx.tx, letter.id, 'RETRYING', by, ctx.now))) {
    await note(ctx, letter, 'retry')
    return letter.id
  }
  if (decision === 'drop' && (await endLetter(ctx.tx, letter.id, undecided, 'DROPPED', ctx.now, by.personId))) {
    await note(ctx, letter, 'drop')
    await freed(system, opened, inbound, ctx.t('letters.dropped', told))
    return null
  }
  const isOpen = letter.state === 'OPEN'
  // Who only opens the chat has sent nothing that could be recorded.
  const said = ctx.t(isOpen ? (holdsChat(inbound) ? 'letters.held' : 'letters.failed') : 'letters.inHand', told)
  await atOnce(ctx.tx, saving(keptOf(inbound, scene, holdTurn(scene, said, ctx.t)), null, ctx.now))
  return null
}

const undecided = ['OPEN', 'RETRYING'] as const

/** Tells the person that something could not be handled, in the transaction that keeps it. */
export async function tellOfFailure({ ctx, scene }: Opened, letter: DeadLetter, event: Inbound, isHeld: boolean) {
  const told = { what: excerptOf(letter, ctx.t), code: letter.code }
  const { prompt, promptNo, draft } = scene
  const turn = isHeld
    ? holdTurn(scene, ctx.t('letters.failed', told), ctx.t)
    : { messages: [{ text: ctx.t('letters.apology', told) }], prompt, promptNo, draft, changes: [], begins: null }
  await atOnce(ctx.tx, saving(keptOf(event, scene, turn), null, ctx.now))
}

/** Goes on where the chat stood, or with the next letter that holds it. */
export async function freed(system: System, opened: Opened, inbound: Inbound, said: string): Promise<void> {
  const { ctx, scene } = opened
  const next = await heldBy(ctx.tx, scene.account.id, ctx.now, ctx.now)
  if (!next) {
    await atOnce(ctx.tx, await takeStep(system, opened, showing(inbound), { lead: said }))
    return
  }
  const held = ctx.t('letters.failed', { what: excerptOf(next, ctx.t), code: next.code })
  await atOnce(ctx.tx, saving(keptOf(inbound, scene, holdTurn(scene, `${said}\n\n${held}`, ctx.t)), null, ctx.now))
}

/** Shows again what the chat is about, and takes nothing for an answer. */
function showing(inbound: Inbound): Inbound {
  return { ...inbound, content: { type: 'opened' } }
}

/** The question keeps its place and its meaning; only the number of the prompt moves on, so that old buttons are known as old. */
function holdTurn(scene: Scene, text: string, t: Translate): Turn {
  const { prompt, draft } = scene
  const promptNo = scene.promptNo + 1
  const choices = [t('letters.resend'), t('letters.drop')]
  return { messages: [{ text, choices, prompt: String(promptNo) }], promptNo, prompt, draft, changes: [], begins: null }
}

function decisionOf({ content }: Inbound, scene: Scene, t: Translate): 'resend' | 'drop' | null {
  if (content.type === 'choice' && content.prompt === String(scene.promptNo))
    return decisions[content.number - 1] ?? null
  if (content.type !== 'text') return null
  const reading = readChoice(content.text, [{ label: t('letters.resend') }, { label: t('letters.drop') }])
  return reading.ok ? (decisions[reading.value] ?? null) : null
}

const decisions = ['resend', 'drop'] as const

async function note(ctx: GuestCtx, letter: DeadLetter, what: 'retry' | 'drop'): Promise<void> {
  const { person, now } = ctx
  const actor = { actorId: person?.id ?? null, actorRole: person?.roles[0]?.role ?? 'GUEST' } as const
  const subject = { subjectType: 'dead-letter', subjectId: letter.id } as const
  await writeAudit(ctx.tx, { ...actor, ...subject, action: `deadLetter.${what}` }, now)
}

/** The beginning of the message, for its own sender only: short, and such that any place can show it. */
export function excerptOf({ event }: DeadLetter, t: Translate): string {
  switch (event?.content.type) {
    case 'text':
      return short(event.content.text)
    case 'choice':
      return t('letters.choice', { number: event.content.number })
    case 'files':
      return short(event.content.files.map(({ name }) => name).join(', '))
    default:
      return t('letters.something')
  }
}

function short(text: string): string {
  const plain = text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  const [...signs] = plain
  return signs.length > LONGEST_EXCERPT ? `${signs.slice(0, LONGEST_EXCERPT).join('')}…` : plain
}

const LONGEST_EXCERPT = 60
