import { stretches } from './contrast.ts'
import { cutShort } from './cut-short.ts'
import { withoutEcho } from './echo.ts'
import { withN } from './l-and-n.ts'
import { withoutSlips } from './mistyped.ts'
import { outOfTable } from './pasted.ts'
import { agreeing } from './spans/agreeing.ts'
import { byTheWay } from './spans/by-the-way.ts'
import { edged } from './spans/edges.ts'
import { headed } from './spans/headed.ts'
import { leftOver } from './spans/left-over.ts'
import { owned } from './spans/owners.ts'
import { parted } from './spans/parts.ts'
import { slipped } from './spans/slips.ts'
import { reading, type Span, type Unit } from './spans/span.ts'
import { spanAt } from './spans/span-at.ts'
import { withoutKeys } from './telex.ts'
import { MAX_SHORT_ANSWER, normalise, withoutBullet } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/** A typed line as typed spans, from left to right, without gaps but for spaces. */
export interface Line {
  /** Normalised: the places of the spans are places in it. */
  readonly text: string
  readonly spans: readonly Span[]
  /** Nothing was written out or left out: the text is that of the typed line. */
  readonly isAsTyped: boolean
}

/**
 * The typed spans of a line, each with its place and all its readings. Pure, total, linear in the length of the line; knows no
 * day, no field and no database: what a span means to a question is for the question to say (`fields/`).
 */
export function readLine(typed: string): Line {
  const known = latest.get(typed)
  if (known) return known
  const said = withN(
    withoutSlips(withoutKeys(withPlainSigns(outOfTable(withoutRowNumbers(typed)).replace(LINE_END, '|')))),
  )
  const tokens = tokenise(said)
  const spans = stretches(tokens, figuresIn).flatMap(({ words, isDenied }) =>
    isDenied ? deniedSpan(words) : spansOf(words),
  )
  const plain = normalise(said)
  const line = {
    isAsTyped: plain === normalise(typed),
    text: plain,
    spans: PASSES.reduce<readonly Span[]>((found, pass) => pass(found, plain), spans),
  }
  if (latest.size >= most || typed.length > MAX_SHORT_ANSWER) latest.clear()
  latest.set(typed, line)
  return line
}

/** What spans say of each other, one thing after the other. */
const PASSES = [headed, byTheWay, edged, leftOver, agreeing, parted, byTheWay, agreeing, slipped, cutShort, owned]

function spansOf(tokens: readonly Token[]): Span[] {
  const spans: Span[] = []
  for (let at = 0; at < tokens.length; ) {
    const { value: readings, length } = spanAt(tokens, at)
    const [first, last] = [tokens[at], tokens[at + length - 1] ?? tokens.at(-1)]
    if (first !== undefined && last !== undefined) spans.push({ start: first.start, end: last.end, readings })
    at += length
  }
  return spans
}

/** A new line begins a new clause; the places of what is typed stay the same. */
const LINE_END = /(?<=\S)[^\S\r\n]{0,20}[\r\n]\s{0,20}(?=\S)/g

/** «đ/c», «100o/o» and «20/6/'24», as hands write them; «#DIV/0!», as a sheet does. */
const withPlainSigns = (typed: string): string =>
  withoutEcho(withoutBullet(typed), /\d/)
    .replace(/đ\/c/giu, 'đồng chí')
    .replace(/(?<=cùng kỳ |so với )(?=20\d\d(?![\d.,]))/giu, 'năm ')
    .replace(/^\s*cộng(?= ?:)/iu, 'tổng cộng')
    .replace(/(?<=(?:triệu|nghìn|ngàn|tỷ|chục|trăm) )bạc(?!\p{L})/giu, 'đồng')
    .replace(/(?<=\d)(?: \/(?=\d)|\/ (?=\d))/g, '/')
    .replace(/^\s*(?:điểm|mục|phần|khoản|tiết) (?:[IVX]{1,4}|\d{1,2})(?:\.\d{1,2}){1,3}\s?[.:–-]?\s+(?=\p{L})/iu, '')
    .replace(/\(%\)/g, '')
    .replace(/(?<=năm )(?:ngân sách|tài chính) (?=20\d\d(?![\d.,]))/iu, '')
    .replace(/^\s*#DIV\/0!/i, '#N/A')
    .replace(/(?<=\d) ?\((?:đơn vị(?: tính)?|đvt) ?: ?(%|triệu đồng|nghìn đồng|tỷ đồng|đồng)\)/giu, ' $1')
    .replace(/(?<=\d)o\/o(?!\p{L})/giu, '%')
    .replace(/(?<=\d[/.-])['’](?=\d\d(?!\d))/g, '')

/** Under «STT» each row of a pasted table begins with its number. */
const withoutRowNumbers = (typed: string): string =>
  /^\s*s?tt\t/i.test(typed) ? typed.replace(/\n\d{1,3}\t/g, '\n') : typed

const deniedSpan = (words: readonly Token[]): Span[] => {
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? [{ start: first.start, end: last.end, readings: [{ is: 'denied' }] }] : []
}

/** What may take each other's place in a correction: figures of one kind. */
const figuresIn = (words: readonly Token[]): string[][] =>
  spansOf(words)
    .map(span =>
      span.readings.flatMap(({ is }) => {
        if (is === 'number') return kindsOf(reading(span, 'number')?.unit)
        return is === 'ratio' || is === 'day' || is === 'period' || is === 'place' ? [is] : []
      }),
    )
    .filter(kinds => kinds.length > 0)

/** «80 à nhầm 90%»: a bare figure may have been meant as a percent. */
const kindsOf = (unit: Unit | undefined): string[] =>
  unit === 'percent' ? ['percent'] : unit === 'nothing' ? ['number', 'percent'] : ['number']

/** The lines that were read last: several readers look at one line in turn, and at the lines of one paste. */
const latest = new Map<string, Line>()
const most = 64
