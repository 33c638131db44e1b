import { type Part, partsOf } from './names/name-parts.ts'
import { withoutLabel } from './names/without-label.ts'
import { compare, type Decimal, decimal, onlyWhole, plus } from './numerals/decimal.ts'
import { readDigits } from './numerals/digits.ts'
import { readCoefficient } from './numerals/words.ts'
import { putRight } from './put-right.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import type { Share } from './share.ts'
import { fold, normalise } from './text.ts'
import { tokenise } from './tokens.ts'

export interface NamedShare {
  readonly name: string
  readonly share?: Share
}

const MAX_TEXT = 4_000
const MAX_PEOPLE = 30
const PERCENT = /(\d[\d.,]*)\s*(?:%|phần trăm)?/giu

interface Named {
  readonly name: string
  /** «Trân trọng», «nha chị»: beside plain names likelier something said. */
  readonly isLow: boolean
  readonly share: Decimal | undefined
}

/** What one piece of the list says. */
interface Piece {
  readonly people: readonly Named[]
  /** Plainly full names, and nothing else beside them. */
  readonly isCertain: boolean
  readonly literal: boolean
  /** A group, a unit or a post was named. */
  readonly hasGroup: boolean
  /** Nothing but a post; «phòng Nội vụ» is none. */
  readonly isPost: boolean
  /** Words that are no names («không có», «tôi»). */
  readonly hasWords: boolean
}

/**
 * People with their shares: «Nguyễn Thị Bình 60%, Trần Cường 40%», one a line or separated by commas, semicolons, «và», «cùng» or
 * «với». Guarantees: all have a share and the shares sum to exactly 100 %, or none has one. A list with a name that is not plainly
 * one, or with a group or post in it («và cộng sự»), is offered as it would be written down.
 */
export function readPeople(text: string): Reading<NamedShare[]> {
  const alike = EACH.exec(normalise(text).replace(EACH_FIRST, '$2, mỗi người $1%'))
  if (alike === null) {
    const list = readList(text)
    return list.ok ? list : (putRight(text, readList) ?? list)
  }
  return withShareEach(readList(alike[1] ?? ''), Number(alike[2]))
}

/** «mỗi người 50%: …», «…, mỗi người 50%» */
const EACH_FIRST = /^mỗi (?:người|ng|ngừoi) (\d{1,2}) ?%\s*[:,–-]?\s*(.+)$/iu
const EACH = /^(.+?)\s*[,:;(–-]?\s*mỗi (?:người|ng) (\d{1,2}) ?%\)?$/iu

function withShareEach(list: Reading<NamedShare[]>, percent: number): Reading<NamedShare[]> {
  if (!list.ok) return list
  const sum = percent * list.value.length
  if (list.value.some(({ share }) => share !== undefined)) return ask('contradiction')
  if (sum !== 100) return invalid('sharesSum', { sum })
  const share: Share = { numerator: BigInt(percent), denominator: 100n }
  return read(
    list.value.map(({ name }) => ({ name, share })),
    false,
  )
}

function readList(text: string): Reading<NamedShare[]> {
  if (text.length > MAX_TEXT) return invalid('tooLong')
  const parts = withoutNumbers(withoutLabel(text).replace(BORN, ' '))
    .split(/[\r\n;]+/)
    .map(normalise)
    .flatMap(line => line.split(/,(?!\d)|\s(?=(?:&|và|vs\.?)\s)|(?<=[%)])\s*[-–—]\s*(?=\p{Lu})/iu))
    .map(part => part.trim())
    .filter(part => /[\p{L}\d]/u.test(part) && !/^(?:dạ|ạ|vâng)$/iu.test(part))
  if (parts.length === 0) return invalid('empty')
  if (parts.length > MAX_PEOPLE) return invalid('tooLong')
  const pieces: Piece[] = []
  for (const part of parts) {
    const piece = readPiece(part.replace(JOINED, ''))
    if (!piece.ok) return piece.kind === 'ask' ? ask(piece.why) : invalid(piece.why)
    if (isPostOf(pieces.at(-1), piece.value) && !JOINED.test(part)) continue
    pieces.push(piece.value)
  }
  return together(pieces)
}

const JOINED = /^(?:&|và|vs\.?)\s+/iu

/** «Cao Thị Ngọc, công chức địa chính»: what somebody is, and nobody else. */
const isPostOf = (before: Piece | undefined, { people, isPost }: Piece): boolean =>
  isPost && people.length === 0 && before?.isCertain === true && before.people.length > 0

/** «1. Đỗ Quang Vinh 2/ Hoàng Thu Trang»: a numbered list, in one line or in several. */
function withoutNumbers(text: string): string {
  const numbers = [...text.matchAll(NUMBERED)].map(([, number]) => Number(number))
  return numbers.every((number, at) => number === at + 1) ? text.replace(NUMBERED, ';') : text
}

const NUMBERED = /(?:^|(?<=[\s,;:.]))(\d{1,2})[./)]\s*(?=\p{L}{2})/gu

function together(pieces: readonly Piece[]): Reading<NamedShare[]> {
  const all = pieces.flatMap(piece => piece.people)
  const isAmongNames = pieces.some(piece => piece.isCertain && piece.people.length > 0)
  const people = isAmongNames ? all.filter(({ isLow, share }) => !isLow || share !== undefined) : all
  const hasGroup = pieces.some(piece => piece.hasGroup)
  if (people.length === 0) return hasGroup ? ask('notAPerson') : invalid('noAnswer')
  if (people.length > MAX_PEOPLE) return invalid('tooLong')
  if (new Set(people.map(person => fold(person.name))).size < people.length) return ask('contradiction')
  const list = withShares(
    people,
    pieces.every(piece => piece.literal),
  )
  if (!list.ok || (!hasGroup && pieces.every(piece => piece.isCertain && !piece.hasWords))) return list
  return ask(hasGroup ? 'notAPerson' : 'confirmName', [list.value])
}

function withShares(people: readonly Named[], literal: boolean): Reading<NamedShare[]> {
  const shares = people.flatMap(person => (person.share === undefined ? [] : [person.share]))
  if (shares.length === 0)
    return read(
      people.map(({ name }) => ({ name })),
      literal,
    )
  if (shares.length < people.length) return invalid('sharesIncomplete')
  const sum = shares.reduce(plus)
  if (compare(sum, decimal(100)) !== 0 || shares.some(share => share.digits <= 0n)) {
    return invalid('sharesSum', { sum: Number(sum.digits) / 10 ** sum.scale })
  }
  const value = people.map(({ name, share }) =>
    share === undefined
      ? { name }
      : { name, share: { numerator: share.digits, denominator: 100n * 10n ** BigInt(share.scale) } },
  )
  return read(value, literal)
}

function readPiece(typed: string): Reading<Piece> {
  // A year of birth, a telephone number: no share is that large.
  const known = typed.replace(CONTEXT, ' ')
  const part = inFigures(known)
  const figures = [...part.matchAll(PERCENT)]
  const [figure] = figures
  if (figure === undefined && /phần trăm|phan tram/iu.test(part)) return ask('garbled')
  if (!/\p{L}/u.test(part)) return invalid('noAnswer')
  if (figures.length > 1) return ask('severalValues')
  if (figure !== undefined && /-\d/.test(part)) return invalid('sharesSum')
  const rest = part
    .replace(PERCENT, ' ')
    .replace(/[([]\s*[)\]]|[:%]|\s[-–]\s*$/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (/(?:^|\s)(?:hoặc|hay là|mỗi|hơn|khoảng|một mình|còn lại|trên|dưới|gần)(?:\s|$)/iu.test(rest))
    return ask('garbled')
  const said = partsOf(rest)
  const names = said.flatMap(one => (one.is === 'name' ? [one] : []))
  const share = shareOf(figure?.[1])
  if (!share.ok) return share.kind === 'ask' ? ask(share.why) : invalid(share.why)
  if (figure !== undefined && names.length > 1) return ask('severalValues')
  const piece = {
    people: names.flatMap(({ readings, isLow = false }) =>
      readings.slice(0, 1).map(name => ({ name, isLow, share: share.value })),
    ),
    isCertain: known === typed && !rest.includes('?') && names.every(name => name.isCertain),
    literal: part === typed && share.literal && names.every(({ readings }) => readings[0] === rest),
    hasGroup: said.some((one, at) => one.is === 'group' || (one.is === 'post' && !isBehindName(said, at))),
    isPost: said.every(one => one.is === 'post' && !one.isOffice),
    hasWords: said.some(one => one.is === 'sentence' || one.is === 'figure'),
  }
  return read(piece, piece.literal)
}

/** «Phạm Thị Yến (chủ trì)» */
function isBehindName(said: readonly Part[], at: number): boolean {
  const [before, post] = [said[at - 1], said[at]]
  return post?.is === 'post' && !post.isOffice && before?.is === 'name' && before.isCertain
}

/** «sáu mươi phần trăm» → «60 phần trăm». */
function inFigures(part: string): string {
  const tokens = tokenise(part)
  const at = tokens.findIndex((token, place) => token.folded === 'phan' && tokens[place + 1]?.folded === 'tram')
  if (at < 1 || /\d/.test(part)) return part
  for (let from = Math.max(0, at - 6); from < at; from++) {
    const words = readCoefficient(tokens, from)
    const value = onlyWhole(words?.values)
    if (words !== undefined && from + words.length === at && value !== undefined)
      return `${part.slice(0, tokens[from]?.start)}${value} ${part.slice(tokens[at]?.start)}`
  }
  return part
}

/** «sinh ngày 12/4/1985» */
const BORN = /(?:sinh )?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/giu
/** A long figure, how many they are, and of which ward or hamlet they are. */
const CONTEXT =
  /\d{4,}(?![.,]?\d|\s*%)|^.{0,40}?\d{1,2} (?:đồng chí|người|anh chị|thành viên|cán bộ)\s*:|(?<=(?:khu|tổ|thôn|xóm|lớp|khu phố|số) )\d{1,2}(?!\s*%|\d)/giu

function shareOf(figure: string | undefined): Reading<Decimal | undefined> {
  if (figure === undefined) return read(undefined, true)
  const digits = readDigits(tokenise(figure), 0)
  const [share] = digits?.values ?? []
  return digits?.values.length === 1 && share !== undefined ? read(share, digits.literal) : ask('garbled')
}
