import type { Field, FieldEnv, FieldReading, Params } from '../../conversation/field.ts'
import { ruled } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { files } from '../../conversation/kinds/files.ts'
import { readCommandWord } from '../../reading/command-words.ts'
import { fold, normalise } from '../../reading/text.ts'

/** A line on the screen that can be chosen, and what it does. */
export interface Choice {
  label: string
  does: string
}

/**
 * One turn at a dossier: whatever was said or pasted, or the filled in file. What it means is worked out when it is taken, over the
 * dossier as it stands then.
 */
export const dossierForm = defineForm({
  id: 'dossier',
  version: 1,
  texts: 'dossier.form',
  fields: { lines: figures(), file: files({ optional: true, isAside: true }) },
})

/** One turn of somebody who decides on a dossier: all, some, or what goes back and why. */
export const decisionForm = defineForm({
  id: 'dossier.decision',
  version: 1,
  texts: 'dossier.decision',
  fields: { lines: figures() },
})

/** Words of the chat that mean something at a dossier itself; the others lead out of it. */
const own: ReadonlySet<string> = new Set(['back', 'skip', 'review', 'edit', 'clear', 'clearQuestion', 'cancel'])

function figures(): Field<string> {
  return ruled<string, Record<never, never>>(undefined, {
    kind: 'figures',
    options: ({ params }: FieldEnv) => choicesIn(params).map(({ label }) => label),
    read: (typed: string): FieldReading<string> => {
      const word = readCommandWord(typed)
      if (word && (!own.has(word.command) || normalise(typed).startsWith('/')))
        return { ok: false, kind: 'invalid', why: 'noAnswer' }
      return normalise(typed) === ''
        ? { ok: false, kind: 'invalid', why: 'empty' }
        : { ok: true, value: typed.normalize('NFC'), literal: true }
    },
    show: (said: string) => said,
  })
}

export function choicesIn({ choices }: Params): Choice[] {
  if (!Array.isArray(choices)) return []
  return choices.flatMap(one =>
    typeof one === 'object' && one !== null && 'label' in one && 'does' in one
      ? [{ label: String(one.label), does: String(one.does) }]
      : [],
  )
}

/** The choice that was meant, by its number or its words. */
export function chosenIn(typed: string, params: Params): string | null {
  const choices = choicesIn(params)
  const plain = fold(normalise(typed))
  if (/^\d{1,2}[.)]?$/.test(plain)) return choices[Number.parseInt(plain, 10) - 1]?.does ?? null
  return choices.find(({ label }) => fold(normalise(label)) === plain)?.does ?? null
}
