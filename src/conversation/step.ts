import { type CommandWord, isSlashed, readCommandWord } from '../reading/command-words.ts'
import { correctsEarlier } from '../reading/contrast.ts'
import { readNearCommand } from '../reading/near-command.ts'
import { normalise } from '../reading/text.ts'
import { tokenise } from '../reading/tokens.ts'
import { answerPending } from './answer-pending.ts'
import { answerField } from './answering.ts'
import { isFormWord, obey, opensCode } from './commanded.ts'
import { type DraftState, type FileAnswer, review } from './draft.ts'
import { takeFiles } from './files-question.ts'
import { type Form, fieldOf, isAnswered, relevantFields } from './form.ts'
import { askWhetherRest, joinRest, more } from './in-pieces.ts'
import { bareWords } from './lines.ts'
import { notAnAnswer } from './not-an-answer.ts'
import { type Step, stay, unchanged } from './outcome.ts'
import { isOwnAnswer, isText } from './own-answer.ts'
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
  const chosen = draft.pending ? answerPending(form, draft, draft.pending, typed, env, takeText) : null
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
