import type { Ctx } from '../contract/feature.ts'
import type { FileAnswer } from '../conversation/draft.ts'
import type { Answers, FieldEnv, Json, Params } from '../conversation/field.ts'
import { type Form, fieldOf, relevantFields } from '../conversation/form.ts'
import type { Prisma, RecordVersion, Record as StoredRecord } from '../store/generated/client.ts'
import type { Translate } from '../texts.ts'
import type { AnyKind } from './kind.ts'

/** The answers of a version as they are kept: what was read and what was typed. */
export type KeptAnswers = Readonly<Record<string, { value: Json; typed: string }>>

/** The answers to what the form asked, as JSON, each with the words it was given in. */
export function kept(
  form: Form,
  answers: Answers,
  params: Params,
  typed: ReadonlyMap<string, string>,
): Prisma.InputJsonObject {
  const known = relevantFields(form, answers, params).filter(name => name in answers)
  const entries = known.map(name => {
    const value = answers[name] ?? null
    const { encode } = fieldOf(form, name)
    return [name, { value: encode && value !== null ? encode(value) : value, typed: typed.get(name) ?? '' }] as const
  })
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)))
}

/** The form that a version was filled in: the present one, another one of the kind, or an older one that was kept. */
export function formOf(kind: AnyKind, { form: id, formVersion }: Pick<RecordVersion, 'form' | 'formVersion'>): Form {
  const other = kind.otherForms?.find(form => form.id === id)
  if (other) return other
  return kind.past?.find(({ version }) => version === formVersion)?.form ?? kind.form
}

type Stored = Pick<RecordVersion, 'form' | 'formVersion' | 'answers'>

/** The answers of a version as its form reads them. */
export function answersOf(kind: AnyKind, version: Stored): Answers {
  const form = formOf(kind, version)
  // Written by `kept` and by nothing else.
  const stored = version.answers as unknown as KeptAnswers
  const entries = Object.entries(stored).filter(([name]) => name in form.fields)
  return Object.fromEntries(entries.map(([name, { value }]) => [name, decoded(form, name, value)]))
}

function decoded(form: Form, name: string, value: Json): unknown {
  const { decode } = fieldOf(form, name)
  return decode && value !== null ? decode(value) : value
}

/** Ids of all files in the answers, in the order of the questions. */
export function filesIn(form: Form, answers: Answers): string[] {
  return form.order
    .filter(name => fieldOf(form, name).kind === 'files')
    .flatMap(name => ((answers[name] ?? []) as readonly FileAnswer[]).map(file => file.id))
}

export interface ShownAnswer {
  field: string
  label: string
  value: string
  /** Of a table: its rows by their names. */
  rows?: ReadonlyMap<string, string>
}

/** The questions of a version, all or these, with their answers, in the words of the form; `record`: whose version it is, where that is known. */
export function shown(
  ctx: Pick<Ctx, 't' | 'today' | 'campaign'>,
  kind: AnyKind,
  version: Stored,
  { only, record }: { only?: readonly string[]; record?: Pick<StoredRecord, 'topic' | 'title'> } = {},
): ShownAnswer[] {
  const form = formOf(kind, version)
  const answers = answersOf(kind, version)
  // Kept was what was asked, which depended on what the form was started with.
  return shownOf(
    ctx,
    form,
    answers,
    form.order.filter(name => name in answers && (only === undefined || only.includes(name))),
    kind.shownWith?.(ctx, record) ?? {},
  )
}

export function shownAnswers(
  ctx: Pick<Ctx, 't' | 'today'>,
  form: Form,
  answers: Answers,
  params: Params = {},
): ShownAnswer[] {
  return shownOf(ctx, form, answers, relevantFields(form, answers, params), params)
}

function shownOf(
  ctx: Pick<Ctx, 't' | 'today'>,
  form: Form,
  answers: Answers,
  names: readonly string[],
  params: Params,
): ShownAnswer[] {
  return names.map(name => {
    const texts = `${form.texts}.${name}`
    const env: FieldEnv = { t: ctx.t, today: ctx.today, texts, params, answers }
    const value = answers[name] ?? null
    const field = fieldOf(form, name)
    const words = value === null ? ctx.t('conversation.none') : field.show(value, env)
    const rows = value === null ? [] : field.rows?.(value, env)
    const byName = rows && { rows: new Map(rows.map(row => [row.name, row.words])) }
    return { field: name, label: ctx.t(`${texts}.label`), value: words, ...byName }
  })
}

export interface Change {
  label: string
  before: string
  after: string
}

/** What differs between two versions, question by question, and within a table row by row. */
export function changes(t: Translate, before: readonly ShownAnswer[], after: readonly ShownAnswer[]): Change[] {
  const none = t('conversation.none')
  const labels = new Map([...before, ...after].map(({ field, label }) => [field, label]))
  return [...labels].flatMap(([field, label]) => {
    const was = before.find(one => one.field === field)
    const is = after.find(one => one.field === field)
    // A question of a later part is new, not changed.
    if ((was?.value ?? none) === (is?.value ?? none)) return []
    if (was?.rows && is?.rows) return changedRows(t, label, was.rows, is.rows)
    return [{ label, before: was?.value ?? none, after: is?.value ?? none }]
  })
}

function changedRows(
  t: Translate,
  label: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Change[] {
  const none = t('records.row.none')
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(name => {
    const [was = none, is = none] = [before.get(name), after.get(name)]
    return was === is ? [] : [{ label: t('records.row.label', { label, name }), before: was, after: is }]
  })
}
