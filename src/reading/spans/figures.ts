import { compare, plus } from '../numerals/decimal.ts'
import { type Meaning, reading, type Span } from './span.ts'

export type Figure = Extract<Meaning, { is: 'number' }>

export const saidOf = (span: Span | undefined, text: string): string => (span ? text.slice(span.start, span.end) : '')

export const plainFigure = (span: Span | undefined): Figure | undefined => {
  const figure = span && reading(span, 'number')
  const isPlain =
    figure?.quantity.values.length === 1 &&
    !figure.quantity.garbled &&
    figure.quantity.scale === 1n &&
    !figure.quantity.vague &&
    (!figure.quantity.inWords || figure.unit === 'noun')
  return isPlain && (figure.unit === 'noun' || figure.unit === 'nothing') ? figure : undefined
}

/** In words, too, where they are more than one: «tổng ba mươi hồ sơ, xong hai mươi bảy». */
export const saidFigure = (span: Span | undefined): Figure | undefined => {
  const figure = span && reading(span, 'number')
  const isSaid =
    figure?.quantity.inWords === true &&
    figure.quantity.values.length === 1 &&
    !figure.quantity.garbled &&
    !figure.quantity.vague &&
    figure.quantity.scale === 1n &&
    figure.quantity.length > 1 &&
    figure.unit === 'nothing'
  return isSaid ? figure : plainFigure(span)
}

export const ratioOf = (some: Figure, all: Figure): Meaning => ({
  ...{ is: 'ratio', numerator: some.quantity, denominator: all.quantity },
  ...{ literal: false, isParted: true },
})

/** «52 hồ sơ thì 49 cái xong, 3 cái đang chờ» */
export function addsUp(all: Figure, some: Figure, rest: Figure): boolean {
  const [whole, part, left] = [all, some, rest].map(({ quantity }) => quantity.values[0])
  return Boolean(whole && part && left) && compare(plus(part ?? ZERO, left ?? ZERO), whole ?? ZERO) === 0
}

const ZERO = { digits: 0n, scale: 0 }

export const nowhere: Span = { start: 0, end: 0, readings: [] }

export const LEFT = /^(?:còn|còn lại|con|con lai|chưa)$/iu

/** «hai cái kia», «3 hồ sơ còn lại» */
export const isNamedRest = (figure: Span | undefined, text: string): boolean =>
  figure !== undefined && /^ (?:còn lại|kia|nữa|con lai|nua)(?= |$)/iu.test(text.slice(figure.end))

/** Done, where the rest is named beside it. */
export const SENT =
  /(?:^|\s)(?:gửi|nộp|ký số|dùng|điện tử|trực tuyến|xử lý|giải quyết|gui|nop|dien tu|truc tuyen|xu ly)(?=[\s,;.]|$)/iu

/** «120 văn bản, gửi điện tử 118 văn bản, hai cái kia …»: a share, and no parts of a whole. */
export const isShare = (whole: Span, last: Span | undefined, text: string): boolean =>
  plainFigure(last) !== undefined && isNamedRest(last, text) && SENT.test(text.slice(whole.end, last?.start))
