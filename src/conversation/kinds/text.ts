import { codePointLength, fold, normalise } from '../../reading/text.ts'
import { type Field, type FieldRules, type Given, ruled } from '../field.ts'
import { tidyLines } from '../lines.ts'

interface TextRules extends FieldRules<string> {
  /** Characters (code points after NFC). */
  min?: number
  max?: number
}

/** One line. */
export function text<const R extends TextRules>(rules?: R): Field<Given<string, R>> {
  return ruled<string, R>(rules, typed('text', normalise, rules?.min ?? 1, rules?.max ?? 300))
}

/** As much as the person wants to say; line breaks are kept. */
export function longText<const R extends TextRules>(rules?: R): Field<Given<string, R>> {
  return ruled<string, R>(rules, typed('longText', tidyLines, rules?.min ?? 1, rules?.max ?? 20_000))
}

/** A text that describes something; of fewer than two different words («aaa») it is asked once whether that is all. */
export function essay<const R extends TextRules>(rules?: R): Field<Given<string, R>> {
  const field = typed('longText', tidyLines, rules?.min ?? 1, rules?.max ?? 20_000)
  return ruled<string, R>(rules, {
    ...field,
    isThin: value => new Set(fold(value).match(/[\p{L}\p{N}]+/gu)).size < 2,
  })
}

function typed(kind: string, tidy: (typed: string) => string, min: number, max: number) {
  return {
    kind,
    read(input: string) {
      const value = tidy(input)
      // «...», «👍»: signs alone say nothing.
      const length = /[\p{L}\p{N}]/u.test(value) ? codePointLength(value) : 0
      if (length < min)
        return { ok: false as const, kind: 'invalid' as const, why: 'tooShort' as const, detail: { length, min } }
      if (length > max)
        return {
          ok: false as const,
          kind: 'invalid' as const,
          why: 'tooManyCharacters' as const,
          detail: { length, max },
        }
      return { ok: true as const, value, literal: true }
    },
    show: (value: string) => value,
  }
}
