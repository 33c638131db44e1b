import { type Decimal, onlyWhole } from '../numerals/decimal.ts'
import { readDigits } from '../numerals/digits.ts'
import { readCoefficient } from '../numerals/words.ts'
import { ask, invalid, type Reading, read } from '../result.ts'
import { tokenise } from '../tokens.ts'
import { orBare } from '../without-accents.ts'
import { helpsOnly, namesSomebody } from './beside-a-name.ts'
import { partsOf, type SaidPart } from './name-parts.ts'
import { TAKES_PART } from './people-frame.ts'

export interface Named {
  readonly name: string
  /** «Trân trọng», «nha chị»: beside plain names likelier something said. */
  readonly isLow: boolean
  readonly share: Decimal | undefined
}

/** What one piece of a list of people says. */
export interface Piece {
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

const PERCENT = /(\d[\d.,]*)\s*(?:%|phần trăm)?/giu

/** «phần còn lại 30% của Tạ Quang Huy» */
const REST =
  /^(?:phần |phan )?(?:còn lại|con lai)(?: là| la)? (\d{1,3} ?%) (?:là(?: của)? |của |do |cua |la )?(?=\p{L})/iu

const SELF = /(?:^|\s)(?:tôi|em|mình|e|tui)(?:\s|$)/iu
const PERCENT_SAID = /\d ?(?:%|phần trăm)/iu

/** One person of a list with the share, or what stands there instead. */
export function readPiece(typed: string): Reading<Piece> {
  // A year of birth, a telephone number: no share is that large.
  const known = typed.replace(REST, '$1 ').replace(CONTEXT, ' ')
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
  if (isOpen(rest)) return ask('garbled')
  const said = partsOf(rest)
  const names = said.flatMap(one => (one.is === 'name' ? [one] : []))
  const share = shareOf(figure?.[1])
  if (!share.ok) return share.kind === 'ask' ? ask(share.why) : invalid(share.why)
  if (figure !== undefined && names.length > 1) return ask('severalValues')
  // «…, được 90%»: whose it is was not said.
  if (names.length === 0 && PERCENT_SAID.test(part) && !SELF.test(part)) return ask('garbled')
  const piece = {
    people: names.flatMap(({ readings, isLow = false }) =>
      readings.slice(0, 1).map(name => ({ name, isLow, share: share.value })),
    ),
    isCertain:
      known === typed.replace(REST, '$1 ') &&
      (figure !== undefined || !helpsOnly(rest)) &&
      !rest.includes('?') &&
      names.every(name => name.isCertain),
    literal: part === typed && share.literal && names.every(({ readings }) => readings[0] === rest),
    hasGroup: said.some((one, at) => one.is === 'group' || (one.is === 'post' && !isBehindName(said, at))),
    isPost: !TAKES_PART.test(rest) && said.every(one => one.is === 'post' && !one.isOffice),
    hasWords: said.some(one => one.is === 'sentence' || one.is === 'figure'),
  }
  return read(piece, piece.literal)
}

const isOpen = orBare(/(?:^|\s)(?:hoặc|hay là|mỗi|hơn|khoảng|một mình|còn lại|trên|dưới|gần)(?:\s|$)/iu)

/** «Phạm Thị Yến (chủ trì)» */
function isBehindName(said: readonly SaidPart[], at: number): boolean {
  const [before, post] = [said[at - 1], said[at]]
  return (
    post?.is === 'post' && !post.isOffice && !namesSomebody(post.words) && before?.is === 'name' && before.isCertain
  )
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

/** A long figure, how many they are, and of which ward or hamlet they are. */
const CONTEXT =
  /\d{4,}(?![.,]?\d|\s*%)|\d{1,2}(?= (?:người|thành viên)(?:\s|$))|^.{0,40}?\d{1,2} (?:đồng chí|người|anh chị|thành viên|cán bộ)\s*:|(?<=(?:khu|tổ|thôn|xóm|lớp|khu phố|số) )\d{1,2}(?!\s*%|\d)/giu

function shareOf(figure: string | undefined): Reading<Decimal | undefined> {
  if (figure === undefined) return read(undefined, true)
  const digits = readDigits(tokenise(figure), 0)
  const [share] = digits?.values ?? []
  return digits?.values.length === 1 && share !== undefined ? read(share, digits.literal) : ask('garbled')
}
