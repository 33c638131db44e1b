import type { CommandWord } from '../reading/command-words.ts'
import type { Translate } from '../texts.ts'
import { type DraftState, review } from './draft.ts'
import type { Field } from './field.ts'
import { fileList, filesIn } from './files-question.ts'
import { type Form, fieldOf, relevantFields } from './form.ts'
import { isLettered } from './letters.ts'
import { shortened } from './lines.ts'
import { isText } from './own-answer.ts'
import { noteOn, offeredFor } from './returned.ts'
import { reviewChoices } from './reviewing.ts'
import { envOf, type StepEnv, summary } from './summary.ts'

/** What the person is asked now. `choices` are numbered from 1; `words` are always-available words worth a button. */
export interface Prompt {
  title: string
  text: string
  choices: readonly string[]
  /** The choices are marked a, b, c: a number typed here is an answer. */
  lettered?: true
  words: readonly PromptWord[]
  /** The field that is asked for, where it is one. */
  asks?: string
}

export type PromptWord = 'all' | 'back' | 'skip' | 'keep' | 'done' | 'later' | `remove${number}`

/** A word as its button says it, and as it is typed. */
export function wordText(word: PromptWord, t: Translate): string {
  const [, n] = /^remove(\d+)$/.exec(word) ?? []
  return n === undefined ? t(`conversation.promptWords.${word}`) : t('conversation.promptWords.remove', { n })
}

export function promptOf(form: Form, draft: DraftState, env: StepEnv): Prompt {
  const { t } = env
  if (draft.pending) {
    const prompt = pendingPrompt(form, draft, env)
    return isLettered(form, draft) ? { ...prompt, lettered: true } : prompt
  }
  if (draft.position === review) {
    const note = noteOn(review, draft.params)
    const lines = [
      ...(note ? [t('conversation.note', { note })] : []),
      ...(form.about ? [form.about(draft.answers, draft.params, t)] : []),
      summary(form, draft, env),
      t('conversation.reviewAsk'),
    ]
    return {
      title: t(`${form.texts}.review`, draft.params),
      text: lines.join('\n\n'),
      choices: reviewChoices.map(choice => t(`conversation.reviewChoices.${choice}`)),
      words: [],
    }
  }
  return questionPrompt(form, draft, env)
}

function questionPrompt(form: Form, draft: DraftState, env: StepEnv): Prompt {
  const { t } = env
  const name = draft.position
  const field = fieldOf(form, name)
  const fieldEnv = envOf(form, name, draft, env)
  const asked = relevantFields(form, draft.answers, draft.params).filter(one => !fieldOf(form, one).isAside)
  const number = asked.indexOf(name) + 1
  const kept = keptAt(field, draft)
  const note = noteOn(name, draft.params)
  const files = field.kind === 'files' ? filesIn(draft.answers, name) : []
  const lines = [...(note ? [t('conversation.note', { note })] : []), t(`${fieldEnv.texts}.ask`, draft.params)]
  if (files.length > 0) lines.push(t('conversation.presentFiles', { value: fileList(files) }))
  else if (kept !== null) lines.push(t('conversation.present', { value: field.show(kept, fieldEnv) }))
  if (field.isOptional && kept !== null && files.length === 0) lines.push(t('conversation.emptied'))
  if (field.isOptional && kept === null) lines.push(t('conversation.optional'))
  return {
    title:
      asked.length > 1
        ? t('conversation.question', { number, last: asked.length })
        : t(`${form.texts}.review`, draft.params),
    text: lines.join('\n'),
    asks: name,
    choices: field.options?.(fieldEnv) ?? [],
    words: [
      ...(field.kind === 'multiChoice' ? ['all' as const] : []),
      ...(kept !== null ? [field.kind === 'files' ? ('done' as const) : ('keep' as const)] : []),
      ...(files.length <= mostRemovable ? files.map((_, index) => `remove${index + 1}` as const) : []),
      ...(field.isOptional && kept === null ? ['skip' as const] : []),
      ...(number > 1 ? ['back' as const] : []),
      'later',
    ],
  }
}

/** What a person typed is quoted back this far. */
const quoted = 80

/** More files than these are taken away by typing. */
const mostRemovable = 5

function keptAt(field: Field, { answers, position, params }: DraftState): unknown {
  const kept = answers[position] ?? offeredFor(field, position, params)
  return Array.isArray(kept) && kept.length === 0 ? null : kept
}

function pendingPrompt(form: Form, draft: DraftState, env: StepEnv): Prompt {
  const { t } = env
  switch (draft.pending?.is) {
    case 'candidates': {
      const field = fieldOf(form, draft.position)
      const fieldEnv = envOf(form, draft.position, draft, env)
      const choices = draft.pending.values.map(value =>
        field.show(field.decode ? field.decode(value) : value, fieldEnv),
      )
      return { title: '', text: t('conversation.whichReading'), choices, words: ['back'] }
    }
    case 'command': {
      const { word, typed } = draft.pending
      const other = isText(form, draft) ? 'asAnswer' : 'notMeant'
      const choices = [
        t(`conversation.commands.${commandKey(word)}`, { n: word.n, code: word.code }),
        t(`conversation.${other}`),
      ]
      return { title: '', text: t('conversation.meantCommand', { typed }), choices, words: [] }
    }
    case 'rest':
      return {
        title: '',
        text: t('conversation.restAsk', { typed: shortened(draft.pending.typed, quoted) }),
        choices:
          draft.pending.of === 'more'
            ? [t('conversation.restJoins'), t('conversation.restIsNext')]
            : [t('conversation.restDropped'), t('conversation.restIsAnswer')],
        words: [],
      }
    case 'amend': {
      const { field, typed } = draft.pending
      const n = relevantFields(form, draft.answers, draft.params).indexOf(field) + 1
      const label = t(`${form.texts}.${field}.label`)
      const choices = [t('conversation.amendYes', { n }), t('conversation.amendNo')]
      return {
        title: '',
        text: t('conversation.amendAsk', { n, label, typed: shortened(typed, quoted) }),
        choices,
        words: [],
      }
    }
    case 'thin':
      return {
        title: '',
        text: t('conversation.thinAsk', { typed: shortened(draft.pending.typed, quoted) }),
        choices: [t('conversation.thinYes'), t('conversation.thinNo')],
        words: [],
      }
    case 'asked':
    case 'tooLong':
      return questionPrompt(form, draft, env)
    case 'more':
      return { title: '', text: t('conversation.moreToCome'), choices: [], words: ['done'] }
    case 'cancel':
      return {
        title: '',
        text: t('conversation.cancelAsk'),
        choices: [t('conversation.cancelYes'), t('conversation.cancelNo')],
        words: [],
      }
    default: {
      const labels = relevantFields(form, draft.answers, draft.params).map(name => t(`${form.texts}.${name}.label`))
      return { title: '', text: t('conversation.whichQuestion'), choices: labels, words: ['back'] }
    }
  }
}

/** «Sửa một câu» and «Sửa câu 6» are two texts. */
function commandKey({ command, n }: CommandWord): string {
  return n === undefined ? command : `${command}N`
}
