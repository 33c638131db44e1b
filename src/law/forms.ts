import { groundsOf } from './grounds.ts'
import { heldLaw } from './held-law.ts'
import type { FormPurpose, Law } from './law-schema.ts'
import type { Grounds, Held } from './refusal.ts'
import { ruleBetween } from './rule-on.ts'

export interface HeldForm extends Grounds {
  purpose: FormPurpose
  name: string
  /** «Mẫu số 08»; null: the purpose names the form, its number has not been confirmed. */
  number: string | null
}

/** Which form a paper has, by what it is for. `receivedOn`: the day on which the dossier was received; without it, the same day. */
export function formFor(
  purpose: FormPurpose,
  day: string,
  receivedOn: string = day,
  law: Law = heldLaw(),
): Held<HeldForm> {
  const rows = law.forms.filter(form => form.purpose === purpose)
  const found = ruleBetween(law, rows, 'commendation', receivedOn, day)
  if (!found.held) return found
  const { name, number } = found.rule
  return { held: true, purpose, name, number, ...groundsOf(law, found.rule, day, receivedOn) }
}
