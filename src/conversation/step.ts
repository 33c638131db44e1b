import { type CommandWord, isSlashed, readCommandWord } from '../reading/command-words.ts'
import { correctsEarlier } from '../reading/contrast.ts'
import { readNearCommand } from '../reading/near-command.ts'
import { codePointLength, normalise } from '../reading/text.ts'
import { tokenise } from '../reading/tokens.ts'
import { answerField } from './answering.ts'
import { isFormWord, obey, opensCode } from './commanded.ts'
import { type DraftState, type FileAnswer, type Pending, review } from './draft.ts'
import { takeFiles } from './files-question.ts'
import { type Form, fieldOf, isAnswered, relevantFields } from './form.ts'
import { isLettered, lettered } from './letters.ts'
import { bareWords, plainWords } from './lines.ts'
import { edit } from './navigation.ts'
import { notAnAnswer } from './not-an-answer.ts'
import { offeredOf } from './offered.ts'
import { accept, type Step, stay, unchanged } from './outcome.ts'
import { isOwnAnswer, isText } from './own-answer.ts'
import { promptOf } from './prompt.ts'
import { refusal } from './refusal.ts'
import { answerReview } from './reviewing.ts'
import { says } from './say.ts'
import { envOf, type StepEnv } from './summary.ts'
import { takeCaption } from './with-caption.ts'

export type StepInput =
  /** `about`: the field that an older message asked for, to which this text is a reply. */
  | { type: 'text'; text: string; about?: string }
  /** `about`: the field that the files were asked for. */
  | { type: 'files'; files: readonly FileAnswer[]; caption?: string; about?: string }
  /** Something that is no answer (sticker, voice, …); `what` names the text `conversation.other.<what>`. */
  | { type: 'other'; what: string }

/**
 * Takes one input. Pure, total, and its cost does not grow with the number of answered questions: nothing is replayed
 * and the answers are not copied.
 */
export function step(form: Form, draft: DraftState, input: StepInput, env: StepEnv): Step {
  if (input.type === 'other') return stay(draft, notAnAnswer(form, draft, input.what, env))
  if (input.type === 'files') {
    const taken = takeFiles(form, draft, input, env)
    const caption = normalise(input.caption ?? '')
    return caption === '' ? taken : takeCaption(form, draft, taken, caption, env, takeText)
  }
  const about = input.about ?? correctedBy(form, draft, input.text, env)
  return about === undefined || !isOlder(form, draft, about) || readCommandWord(input.text, env.words)
    ? takeText(form, draft, input.text, env)
    : { ...unchanged(draft), pending: { is: 'amend', field: about, typed: input.text } }
}

function isOlder(form: Form, draft: DraftState, field: string): boolean {
  return field !== draft.position && relevantFields(form, draft.answers, draft.params).includes(field)
}

/** «Nhầm, 640 triệu»: an answer before this one may be meant, where there is one of the same kind. */
function correctedBy(form: Form, draft: DraftState, typed: string, env: StepEnv): string | undefined {
  if (draft.pending !== null || draft.position === review || isText(form, draft)) return undefined
  if (!correctsEarlier(tokenise(typed))) return undefined
  const { kind } = fieldOf(form, draft.position)
  const order = relevantFields(form, draft.answers, draft.params)
  return order
    .slice(0, order.indexOf(draft.position))
    .findLast(
      name =>
        fieldOf(form, name).kind === kind &&
        isAnswered(form, name, draft.answers) &&
        fieldOf(form, name).read(typed, envOf(form, name, draft, env)).ok,
    )
}

/**
 * What a text is, in this order: a command with a slash; one of the choices on the screen; an answer that the question understands by
 * itself; a command and nothing else; perhaps a command, which is asked; an answer.
 */
function takeText(form: Form, draft: DraftState, typed: string, env: StepEnv): Step {
  const word = readCommandWord(typed, env.words)
  if (word && isSlashed(typed)) return obey(form, draft, word, env)
  const chosen = draft.pending ? answerPending(form, draft, draft.pending, typed, env) : null
  if (chosen) return chosen
  if (word && !isOwnAnswer(form, draft, typed, word, env))
    return isDoubtful(form, draft, word, typed) ? askWhether(draft, word, typed) : obey(form, draft, word, env)
  if (draft.pending?.is === 'more') return more(form, draft, typed, env)
  if (draft.pending?.is === 'tooLong' && isText(form, draft)) return askWhetherRest(draft, 'tooLong', typed)
  if (draft.pending?.is === 'rest' && draft.pending.of === 'more')
    return joinRest(form, draft, draft.pending.typed, typed, env)
  const settled = { ...draft, pending: null }
  if (isText(form, settled) && !asksName(form, settled) && isOnlyCourtesy(typed, env))
    return stay(settled, env.t('conversation.courtesyOnly'))
  if (isText(form, settled) && says(typed, 'handIn', env)) return stay(settled, env.t('conversation.notYetSent'))
  const read =
    settled.position === review
      ? answerReview(form, settled, typed, env)
      : answerField(form, settled, typed, env, { isSaidAgain: draft.pending?.is === 'thin' })
  const isAsked = draft.pending?.is === 'candidates' || draft.pending?.is === 'asked'
  const answered = isAsked ? saidBack(form, draft, read, env) : read
  const near = word ? null : (codeOf(typed, env) ?? readNearCommand(typed))
  if (!near) return answered
  // «em là Huy»: no slip of «hủy».
  if (isText(form, settled) && !(asksName(form, settled) && NAMED.test(typed))) return askWhether(settled, near, typed)
  const isTaken = answered.changes.length > 0 || answered.outcome !== 'asking'
  // «SK-001» is no «sáng kiến» that one would ask about.
  if (near.command === opensCode) return isTaken ? answered : askWhether(settled, near, typed)
  return isTaken || answered.pending !== null || !isFormWord(near) ? answered : askWhether(settled, near, typed)
}

/** «SK-001»: whoever types a code wants to see what it names, or names it in an answer; only they know which. */
function codeOf(typed: string, env: StepEnv): CommandWord | null {
  return env.isCode?.(typed) ? { command: opensCode, code: typed.trim().toUpperCase() } : null
}

/** After «which did you mean?» whatever is taken is said back, as plain as it may be: a figure may have been meant for a place on the screen. */
function saidBack(form: Form, draft: DraftState, answered: Step, env: StepEnv): Step {
  const [change] = answered.changes
  if (change === undefined || change.value === null || answered.said.length > 0) return answered
  const value = fieldOf(form, change.field).show(change.value, envOf(form, change.field, draft, env))
  return { ...answered, said: [env.t('conversation.understood', { value })] }
}

function asksName(form: Form, { position }: DraftState): boolean {
  return position !== review && ['name', 'people'].includes(fieldOf(form, position).kind)
}

const NAMED = /(?:^|\s)(?:là|tên)\s+\p{Lu}\p{Ll}/u

/** «Dạ vâng», «cảm ơn em»: said to the assistant, not written into a form. */
function isOnlyCourtesy(typed: string, env: StepEnv): boolean {
  return says(typed, 'courtesy', env) || (/^\p{L}{2}/u.test(typed) && typed.length < 40 && bareWords(typed) === '')
}

/** Answers to a reminder may as well be meant for the question that is open, and «Huy» for a name. */
function isDoubtful(form: Form, draft: DraftState, { command }: CommandWord, typed: string): boolean {
  if (['ack', 'promise', 'notMine', 'alreadySent'].includes(command)) return true
  return asksName(form, draft) && command === 'cancel' && /^huy$/i.test(typed.trim())
}

function askWhether(draft: DraftState, word: CommandWord, typed: string): Step {
  return { ...unchanged(draft), pending: { is: 'command', word, typed } }
}

/** Null: the text is none of the choices on the screen. */
function answerPending(form: Form, draft: DraftState, pending: Pending, typed: string, env: StepEnv): Step | null {
  const settled = { ...draft, pending: null }
  switch (pending.is) {
    case 'candidates': {
      const stored = draft.position === review ? undefined : pending.values[chosenOf(form, draft, typed, env)]
      if (stored === undefined) return null
      const field = fieldOf(form, draft.position)
      const value = field.decode ? field.decode(stored) : stored
      const shown = field.show(value, envOf(form, draft.position, draft, env))
      return accept(form, settled, draft.position, value, typed, env, [
        env.t('conversation.understood', { value: shown }),
      ])
    }
    case 'command': {
      const chosen = chosenOf(form, draft, typed, env)
      if (chosen === 0) return obey(form, settled, pending.word, env)
      if (chosen === 1) return isText(form, settled) ? answerField(form, settled, pending.typed, env) : stay(settled)
      return pickOne(draft, typed, env)
    }
    case 'cancel': {
      const chosen = saidYesOrNo(form, draft, typed, env)
      if (chosen === 0) return { ...unchanged(settled), outcome: 'cancelled' }
      return chosen === 1 ? stay(settled) : null
    }
    case 'whichQuestion': {
      const chosen = chosenOf(form, draft, typed, env)
      const n = chosen >= 0 ? chosen + 1 : readCommandWord(`sửa ${typed}`)?.n
      return n === undefined ? null : edit(form, settled, n, env)
    }
    case 'rest':
      return answerRest(form, draft, pending, typed, env)
    case 'thin': {
      const chosen = chosenOf(form, draft, typed, env)
      if (chosen === 0 || says(typed, 'yes', env) || says(typed, 'asIs', env))
        return answerField(form, settled, pending.typed, env, { isSaidAgain: true })
      return chosen === 1 ? stay(settled) : null
    }
    case 'amend': {
      const chosen = chosenOf(form, draft, typed, env)
      if (chosen === 0) return answerField(form, { ...settled, position: pending.field }, pending.typed, env)
      return chosen === 1 ? takeText(form, settled, pending.typed, env) : pickOne(draft, typed, env)
    }
    case 'asked':
    case 'tooLong':
      return null
    case 'more': {
      if (!says(typed, 'done', env)) return null
      const sofar = String(draft.answers[draft.position] ?? '')
      return accept(form, settled, draft.position, sofar, sofar, env)
    }
  }
}

/** «Có», «thôi» to «are you sure?». */
function saidYesOrNo(form: Form, draft: DraftState, typed: string, env: StepEnv): number {
  const chosen = chosenOf(form, draft, typed, env)
  return chosen >= 0 ? chosen : says(typed, 'yes', env) ? 0 : says(typed, 'no', env) ? 1 : -1
}

/** A bare yes or no to «this or that?» chooses neither, and is no answer to the question behind it. */
const pickOne = (draft: DraftState, typed: string, env: StepEnv): Step | null =>
  says(typed, 'yes', env) || says(typed, 'no', env) ? stay(draft, env.t('conversation.pickOne')) : null

/** A piece shorter than this may as well be the answer to the question that is awaited next. */
const surelyRest = 200

/** The rest of a text that came in pieces. */
function more(form: Form, draft: DraftState, typed: string, env: StepEnv): Step {
  return codePointLength(typed) < surelyRest ? askWhetherRest(draft, 'more', typed) : join(form, draft, typed, env)
}

function askWhetherRest(draft: DraftState, of: 'more' | 'tooLong', typed: string): Step {
  return { ...unchanged(draft), pending: { is: 'rest', of, typed } }
}

function join(form: Form, draft: DraftState, typed: string, env: StepEnv): Step {
  const { position } = draft
  const waiting: DraftState = { ...draft, pending: { is: 'more' } }
  const sofar = String(draft.answers[position] ?? '')
  // A sentence that was cut in two is one sentence again.
  const isCutInside = /[\p{L}\d,]$/u.test(sofar) && /^\s*\p{Ll}/u.test(typed)
  const joined = `${sofar}${isCutInside ? ' ' : '\n'}${typed.trim()}`
  const reading = fieldOf(form, position).read(joined, envOf(form, position, draft, env))
  if (!reading.ok) return stay(waiting, refusal(fieldOf(form, position), reading, envOf(form, position, draft, env)))
  return { ...unchanged(waiting), changes: [{ field: position, value: reading.value, typed: joined }] }
}

/** More came before it was said what the last piece was: so it was a piece. */
function joinRest(form: Form, draft: DraftState, piece: string, typed: string, env: StepEnv): Step {
  return join(form, draft, `${piece}\n${typed}`, env)
}

type Rest = Extract<Pending, { is: 'rest' }>

function answerRest(form: Form, draft: DraftState, pending: Rest, typed: string, env: StepEnv): Step | null {
  const settled = { ...draft, pending: null }
  const chosen = chosenOf(form, draft, typed, env)
  if (chosen < 0) return pickOne(draft, typed, env)
  if (pending.of === 'tooLong') return chosen === 0 ? stay(settled) : takeText(form, settled, pending.typed, env)
  if (chosen === 0) return join(form, draft, pending.typed, env)
  const sofar = String(draft.answers[draft.position] ?? '')
  const whole = accept(form, settled, draft.position, sofar, sofar, env)
  const next: DraftState = {
    ...settled,
    position: whole.position,
    answers: { ...draft.answers, [draft.position]: sofar },
  }
  const step = takeText(form, next, pending.typed, env)
  return { ...step, changes: [...whole.changes, ...step.changes], said: [...whole.said, ...step.said] }
}

/** Which of the choices on the screen was meant, by its mark or its label; -1: none. */
function chosenOf(form: Form, draft: DraftState, typed: string, env: StepEnv): number {
  const labels = promptOf(form, draft, env).choices
  if (isLettered(form, draft)) {
    const byLabel = labels.findIndex(label => plainWords(label) === plainWords(typed))
    return byLabel >= 0 ? byLabel : lettered(typed)
  }
  return offeredOf(typed, labels)
}
