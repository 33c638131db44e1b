import type { FormEntry } from '../contract/feature.ts'
import type { DraftState } from '../conversation/draft.ts'
import { review } from '../conversation/draft.ts'
import type { Answers, Json } from '../conversation/field.ts'
import { type Form, firstOpen } from '../conversation/form.ts'
import type { Vocabulary } from '../reading/vocabulary.ts'
import type { Registry } from './registry.ts'
import type { StoredDraft } from './scene.ts'

/** A stored draft together with the form it runs in. */
export interface RunningDraft {
  stored: StoredDraft
  entry: FormEntry
  /** The version it is being filled in: the present one, or an older one that was kept. */
  form: Form
  state: DraftState
  /** What may be typed for what. */
  words: Vocabulary
  /** Answers that the move to a newer version rewrote, to be stored with the next step. */
  moved: boolean
  /** Fits the answers to the present version of the form. */
  upgrade(answers: Answers): Answers
}

/** Finds the form of a draft. Null: this release does not know the form or its version (a newer release wrote it). */
export function runningDraft(stored: StoredDraft, registry: Registry): RunningDraft | null {
  const entry = registry.form(stored.form)
  if (!entry) return null
  const base = { stored, entry, words: registry.words }
  if (stored.formVersion === entry.form.version) return runningIn(entry, stored, registry)
  const past = entry.past.find(({ version }) => version === stored.formVersion)
  if (!past) return null
  if (past.form)
    return { ...base, form: past.form, state: stateIn(past.form, stored), moved: false, upgrade: past.upgrade }
  const answers = past.upgrade(stored.answers)
  const position = firstOpen(entry.form, answers, stored.params) ?? review
  return {
    ...base,
    form: entry.form,
    state: { position, pending: null, params: stored.params, answers },
    moved: true,
    upgrade: same => same,
  }
}

/** A draft in the present version of its form. */
export function runningIn(entry: FormEntry, stored: StoredDraft, { words }: Registry): RunningDraft {
  const { form } = entry
  return { stored, entry, words, form, state: stateIn(form, stored), moved: false, upgrade: answers => answers }
}

/** Answers to questions that this version does not have stay in the database and out of the form. */
function stateIn(form: Form, stored: StoredDraft): DraftState {
  const { position, pending, params } = stored
  const known = Object.entries(stored.answers).filter(([name]) => name in form.fields)
  const answers = Object.fromEntries(known.map(([name, value]) => [name, decoded(form, name, value)]))
  return { position, pending, params, answers }
}

function decoded(form: Form, name: string, value: Json): unknown {
  const decode = form.fields[name]?.decode
  return decode && value !== null ? decode(value) : value
}

/** An answer as JSON: of a field without `encode` it is that already. */
export function encoded(form: Form, name: string, value: unknown): Json {
  const encode = form.fields[name]?.encode
  return encode && value !== null ? encode(value) : (value as Json)
}
