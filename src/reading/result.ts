/**
 * What a reader makes of a typed answer. Readers are pure and total: any string gives a result, none throws.
 * Results carry codes and data only; the caller turns them into sentences.
 */
export type Reading<T> =
  | {
      readonly ok: true
      readonly value: T
      /** false: the value was worked out (words, shorthand, relative dates), so the caller says it back. */
      readonly literal: boolean
    }
  | {
      readonly ok: false
      /** An answer is there, but a careful clerk would ask. Candidates are what it may mean, likeliest first. */
      readonly kind: 'ask'
      readonly why: AskReason
      readonly candidates: readonly T[]
    }
  | {
      readonly ok: false
      /** No answer of this kind, or one that cannot be held. */
      readonly kind: 'invalid'
      readonly why: InvalidReason
      readonly detail?: Readonly<Record<string, string | number>>
    }

export type AskReason =
  /** Two plausible readings: «1,500», «1t2», «0,8» in a percent field. */
  | 'twoReadings'
  /** A bound, not a value: «trên 80%», «trước 30/9». */
  | 'bound'
  /** By how much it grew, fell or is missing: «tăng 3», «còn 640 triệu». */
  | 'change'
  /** «12 nhầm, 13», «không phải 12»: which of them holds is not plain. */
  | 'correction'
  /** Not yet so, or one of many: «dự kiến 20», «mỗi tháng 12». */
  | 'notTheFigure'
  /** A figure of something else than what is asked for: «2 lớp» where initiatives are counted. */
  | 'otherThing'
  /** «10-12», «từ 15/3 đến 20/3». */
  | 'range'
  | 'severalValues'
  /** Two statements that do not agree: «17/20 đạt 90%», «thứ Năm 15/3» of a Friday. */
  | 'contradiction'
  /** A sum of money without a unit. */
  | 'missingUnit'
  /** A unit of another kind: «85%» where a count is expected. */
  | 'wrongUnit'
  /** A word or figure that cannot be read with certainty. */
  | 'garbled'
  /** The start of several labels. */
  | 'startAmbiguous'
  /** «có lẽ», «chắc», a question mark. */
  | 'unsure'
  /** «không», «chưa có» where a figure is expected: nothing, or zero? */
  | 'noneOrZero'
  /** Only a part: a bare day, a month alone, a weekday without its week, a numerator without denominator. */
  | 'incomplete'
  /** Probably a name, but not plainly: the candidates are what would be written down. */
  | 'confirmName'
  /** A group, a unit or a post where people are meant; the candidates are the people beside it. */
  | 'notAPerson'
  /** Words of the lunar calendar. */
  | 'lunar'

export type InvalidReason =
  | 'empty'
  /** Longer than an answer of this kind can be. */
  | 'tooLong'
  /** Nothing of the expected kind in the text. */
  | 'noAnswer'
  /** detail.min */
  | 'belowMin'
  /** detail.max */
  | 'aboveMax'
  | 'notWhole'
  /** No such day: 31/4. */
  | 'impossibleDate'
  /** detail.count: how many options there are. */
  | 'outOfRange'
  | 'numeratorAboveDenominator'
  | 'zeroDenominator'
  | 'nameTooShort'
  | 'nameHasDigits'
  /** Some co-authors have a share and some have none. */
  | 'sharesIncomplete'
  /** detail.sum: what the shares add up to, in percent. */
  | 'sharesSum'
  /** Not an http or https address that may be stored. */
  | 'badLink'

export const read = <T>(value: T, literal: boolean): Reading<T> => ({ ok: true, value, literal })

export const ask = <T>(why: AskReason, candidates: readonly T[] = []): Reading<T> => ({
  ok: false,
  kind: 'ask',
  why,
  candidates,
})

export const invalid = <T>(why: InvalidReason, detail?: Readonly<Record<string, string | number>>): Reading<T> =>
  detail === undefined ? { ok: false, kind: 'invalid', why } : { ok: false, kind: 'invalid', why, detail }
