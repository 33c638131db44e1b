import type { Token } from '../tokens.ts'
import { UNITS } from './around-a-name.ts'
import { areSmall, opensCapital, phraseAt } from './name-words.ts'

export type Part =
  /** `readings`: what may be written down, likeliest first. Certain: the first is plainly a person's full name. */
  | {
      readonly is: 'name'
      readonly isCertain: boolean
      readonly readings: readonly string[]
      /** Neither capitals nor a plain surname: beside a certain name likelier something said («Trân trọng», «nha chị»). */
      readonly isLow?: true
    }
  /** A post, or what opens with the name of a unit: `isOffice`. */
  | { readonly is: 'post'; readonly isOffice?: true }
  | { readonly is: 'group' | 'figure' | 'sentence' | 'nothing' }

/** A part with the words that it was found in, and in which clause of the line they stand. */
export type SaidPart = Part & { readonly words: Words; readonly clause: number }

export type Words = readonly Token[]

export const offer = (...readings: string[]): Part => ({
  is: 'name',
  isCertain: false,
  readings: [...new Set(readings)],
})

/** «Văn», «Thị»: what stands before is a surname, whatever else it may mean. */
export const isMiddle = (word: Token | undefined): boolean => /^(?:văn|van|thị|thi)$/.test(word?.text ?? '')

/** «Hoa văn phòng»: behind a capital the small word is no middle name, and begins where she works. */
export const opensOffice = (words: Words, at: number): boolean =>
  opensCapital(words[0]) && areSmall(words.slice(at)) && (phraseAt(UNITS, words, at)?.length ?? 0) > 1
