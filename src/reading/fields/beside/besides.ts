import type { Span } from '../../spans/span.ts'
import { claimsPlace } from '../claims.ts'
import { places } from '../clause-of.ts'
import { isBareYear } from '../other-meanings.ts'
import { closedAnswer, goesWithDay } from '../remark.ts'
import { AIMED } from './aims.ts'
import { COMPARED, EACH } from './measures.ts'
import { isOfOthers } from './of-others.ts'
import { type Part, partsOf, partText } from './parts-of-line.ts'
import { word } from './phrases.ts'
import { tellsOfElse } from './tells-of-else.ts'
import { isLess, saysAgain } from './two-figures.ts'

/**
 * Which spans stand in a part of the line that tells of something else than what is asked for, and says so itself: what it was before («năm ngoái
 * 700 triệu, năm nay 910 triệu»), what was aimed at («chỉ tiêu giao 20, đã có 12»), by how much it grew («91%, tăng 3 điểm %»), what is
 * left («đã chi 320 triệu, còn 180 triệu chưa chi»), what one of many has («mỗi khu 5 triệu, 8 khu là 40 triệu»). Only where exactly one figure of the
 * kind that is asked for is left: then the others are other facts. Where none or several are left, nothing is marked.
 */
export function besides(
  spans: readonly Span[],
  isOwn: readonly boolean[],
  text: string,
  year?: number,
): readonly boolean[] {
  const nothing = spans.map(() => false)
  if (spans.length > SPANS_AT_MOST || isOwn.filter(Boolean).length < 2) return nothing
  const said = spans.map(({ start, end }) => text.slice(start, end).toLowerCase())
  const isBeside = byRoles(spans, isOwn, text, said, year) ?? byPlace(spans, isOwn, said) ?? nothing
  const answer = isOwn.findIndex((is, at) => is && !isBeside[at])
  const claims = isOwn.some((is, at) => is && at > answer && isBeside[at] && claimsPlace(spans, at, text))
  return claims ? nothing : isBeside
}

/** What stands behind an answer that is closed, or in brackets behind it. */
function byPlace(spans: readonly Span[], isOwn: readonly boolean[], said: readonly string[]): boolean[] | undefined {
  const answer = closedAnswer(spans, isOwn, said)
  return answer && spans.map((_, at) => at >= answer.to)
}

/** What its own words tell. */
function byRoles(
  spans: readonly Span[],
  isOwn: readonly boolean[],
  text: string,
  said: readonly string[],
  year?: number,
): boolean[] | undefined {
  const nothing = undefined
  const parts = partsOf(spans, isOwn, said)
  const isMark = (sign: string | undefined) => /^[,;.()–—|]$/.test(sign ?? '')
  const isBut = (word: string | undefined) => /^(?:nhưng|nhưng mà|mà|nhung)$/.test(word ?? '')
  const hasFigure = (from: number) => withFigure.some(part => part.from === from)
  const withFigure = parts.filter(({ from, to }) => isOwn.slice(from, to).includes(true))
  const tells = withFigure.map(part => tellsOfElse(part, spans, isOwn, text, said, year))
  // «tăng 6 so với cùng kỳ năm 2023 (18 văn bản)»: what it is compared with.
  const isCompared = (at: number): boolean => {
    const [before, part] = [withFigure[at - 1], withFigure[at]]
    return (
      before !== undefined &&
      part !== undefined &&
      tells[at - 1] === true &&
      said[part.from] === '(' &&
      COMPARED.test(partText(before.from, part.from, spans, text))
    )
  }
  const isSide = tells.map((is, at) => is || isCompared(at))
  const countOf = ({ from, to }: Part): number =>
    places(from, to).filter(at => isOwn[at] && !(isOwn[at - 1] && goesWithDay(spans, at))).length
  const [main, ...others] = withFigure.filter((_, at) => !isSide[at])
  if (main === undefined || others.length > 0 || countOf(main) > 1) return nothing
  const sides = withFigure.filter(part => part !== main)
  // «tăng 3 85»: which of the two grew is not said.
  if (sides.some(side => countOf(side) > 1 && !isOfOthers(side, spans, isOwn, text))) return nothing
  if (spans.slice(main.from, main.to).some((span, at) => isOwn[main.from + at] && span.readings.some(isBareYear)))
    return nothing
  const isAim = ({ from, to }: Part) => AIMED.test(partText(from, to, spans, text).replace(/[\d.,]+.*$/u, ''))
  if (
    sides.some(
      side =>
        !isAim(side) && !ALSO.test(partText(side.from, side.to, spans, text)) && saysAgain(side, main, spans, isOwn),
    )
  )
    return nothing
  const isEach = ({ from, to }: Part) => IS_EACH.test(partText(from, to, spans, text))
  if (sides.some(side => isEach(side) && !isLess(side, main, spans, isOwn)) && !isTotal(main, spans, text))
    return nothing
  // «12, tăng 3 | so với cùng kỳ»: what is left of its clause is told of the same.
  const ends = sides.map(
    ({ to }) =>
      parts.find(
        ({ from }) => from >= to && (hasFigure(from) || isMark(said[from]) || (from > main.to && isBut(said[from]))),
      )?.from ?? spans.length,
  )
  return spans.map((_, at) => sides.some(({ from }, side) => from <= at && at < (ends[side] ?? 0)))
}

/** What is longer is a text. */
const SPANS_AT_MOST = 200

/** «cùng kỳ cũng 4 buổi» */
const ALSO = word('cũng')

const TOTAL = word('tổng|tổng cộng|cộng|là|=')

const isTotal = ({ from, to }: Part, spans: readonly Span[], text: string): boolean =>
  TOTAL.test(partText(from, to, spans, text))

const IS_EACH = new RegExp(`${EACH.source}|\\/ ?\\p{L}`, 'u')
