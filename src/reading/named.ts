import { byStart } from './choice.ts'
import { councilOf, isAs } from './councils.ts'
import { withoutCourtesy } from './courtesy.ts'
import { byInitials } from './initials.ts'
import {
  inLabels,
  inOrder,
  matching,
  nearestFirst,
  type Option,
  oneOf,
  WORDS_AT_MOST,
  wholeLabel,
  wordsOfLabels,
} from './labels.ts'
import { isLeftOpen } from './left-open.ts'
import { Lexicon } from './lexicon.ts'
import { withoutTalk } from './of-the-reply.ts'
import { onlyUnit } from './only-unit.ts'
import { isOtherUnit } from './other-unit.ts'
import { putRight } from './put-right.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { writtenOut } from './short-forms.ts'
import { isSyllable } from './syllables.ts'
import { fold, MAX_SHORT_ANSWER, normalise } from './text.ts'
import { type Token, tokenise } from './tokens.ts'
import { orBare } from './without-accents.ts'

/** One of the options by its label, a part of it or an alias, accents compared as accents; no numbers: these options are not numbered. */
export function readNamed(typed: string, options: readonly Option[]): Reading<number> {
  const text = withoutTalk(typed.normalize('NFC'))
  const unit = unitIn(text, options)
  if (unit.ok && isLoneWord(text, options)) return ask('garbled', [unit.value])
  return unit.ok && (isLeftOpen(text) || isOtherUnit(text.trim()) || isNotNow(text.trim()))
    ? ask('unsure', [unit.value])
    : unit
}

/** «nhà», «em bàn», «khác»: a word that happens to stand in one name. */
function isLoneWord(text: string, options: readonly Option[]): boolean {
  const words = withoutOurs(withoutWhere(withoutCourtesy(tokenise(text)))).filter(({ text }) => text !== 'về')
  const [word, ...others] = words
  const isWord =
    word !== undefined && others.length === 0 && wordsOfLabels(options).has(word.folded) && isSyllable(word.text)
  return isWord && writtenOut(words).length === 1 && wholeLabel(words, options).length === 0
}

/** «phòng tư pháp, năm ngoái», «…, từ tháng sau», «…, đang chờ điều động» */
const isNotNow = orBare(
  /[,;.] ?(?:(?:từ |là |hồi )?(?:năm|tháng|tuần|kỳ|hồi) (?:ngoái|trước|sau|tới)|trước đây|trước kia|(?:đang )?chờ (?:điều động|quyết định)|sắp (?:chuyển|nghỉ|đi)(?: \S+){0,3})[.! ]*$/iu,
)

function unitIn(text: string, options: readonly Option[]): Reading<number> {
  const one = readOne(text, options)
  if (one.ok || text.length > MAX_SHORT_ANSWER) return one
  const anyhow = (part: string): Reading<number> => {
    const plain = readOne(part, options)
    return plain.ok ? plain : (onlyUnit(part, options) ?? plain)
  }
  const own = text.replace(BELONGS, '')
  const alone = own === text ? undefined : anyhow(own)
  if (alone?.ok) return read(alone.value, false)
  const kept = notOther(text, anyhow, options)
  if (kept !== undefined) return kept
  for (const words of [tokenise(text), withoutWhere(withoutCourtesy(tokenise(text)))]) {
    const [short, ...others] = byInitials(words, options)
    if (short !== undefined && others.length === 0) return read(short, false)
  }
  return (
    putRight(text, anyhow) ??
    onlyUnit(text, options) ??
    withoutSpaces(text, options) ??
    beforeRemark(text, anyhow) ??
    one
  )
}

function readOne(text: string, options: readonly Option[]): Reading<number> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const typed = tokenise(text)
  const tokens = withoutCourtesy(typed)
  if (tokens.length === 0) return invalid('empty')
  // «Chi hội …», «Thành …»: courtesy is taken off only where the words as typed are nowhere.
  const where = withoutWhere(typed)
  for (const words of [typed, tokens, withoutWhere(tokens)]) {
    const byLabel = wholeLabel(words, options)
    if (byLabel.length > 0) return oneOf(byLabel, words === typed)
    const council = councilOf(words, options)
    if (council !== undefined) return read(council, false)
    const found = words.length > WORDS_AT_MOST ? undefined : inLabels(writtenOut(words), options)
    if (found?.ok) return found
  }
  const meant = where.length < typed.length ? withoutCourtesy(where) : withoutWhere(tokens)
  const known = byStart(meant, options)
  const ours = withoutOurs(meant)
  const again = known.ok || ours.length === meant.length ? undefined : inLabels(writtenOut(ours), options)
  if (again?.ok) return again
  const [only, ...others] = known.ok ? [] : inOrder(meant, options)
  if (only !== undefined && others.length === 0) return read(only, false)
  if (known.ok || known.kind !== 'ask') return known
  return { ...known, candidates: nearestFirst(known.candidates, meant, options) }
}

/** «xã thượngyên công»: all the letters of one label, whatever stands between them. */
function withoutSpaces(text: string, options: readonly Option[]): Reading<number> | undefined {
  const letters = (line: string): string => line.replaceAll(' ', '')
  const tokens = withoutCourtesy(tokenise(text))
  if (tokens.length > WORDS_AT_MOST) return undefined
  const lines = writtenOut(tokens).map(letters)
  const found = matching(options, name =>
    lines.some(line => line.length > 5 && [line, `ủybannhândân${line}`].some(one => isAs(one, letters(name)))),
  )
  return found.length === 1 ? oneOf(found, false) : undefined
}

/** «công an thành phố nha, bận tối mắt»: a unit, and a remark with none in it. */
function beforeRemark(text: string, readUnit: (part: string) => Reading<number>): Reading<number> | undefined {
  const [, first = '', remark = ''] = REMARKED.exec(normalise(text)) ?? []
  if (remark === '' || AGAINST.test(fold(remark))) return undefined
  const [unit, other] = [readUnit(first), readUnit(remark)]
  const isOther = other.ok || (other.kind === 'ask' && other.candidates.length > 0)
  return unit.ok && !isOther ? read(unit.value, false) : undefined
}

const REMARKED = /^([^,.;:?]{4,80})[,.;] ?([^?]{6,120})$/u
const AGAINST =
  /(?:^|\s)(?:khong|ko|k|chua|hoac|nham|lon|chac|hinh nhu|chuyen|truoc|va|voi|lan|doi|sua|sang|gop|kiem|khac|thuoc|p|phuong|phong|truong|ubnd|trung tam|cong an)(?:\s|[.,;]|$)/

/** «Công an thành phố, chứ không phải công an phường»: what it is not need be none of the units. */
function notOther(
  text: string,
  readUnit: (part: string) => Reading<number>,
  options: readonly Option[],
): Reading<number> | undefined {
  const [, first, second] = NOT_OTHER.exec(normalise(text)) ?? []
  if (first === undefined || second === undefined) return undefined
  const [kept, denied] = [readUnit(first), readUnit(second)]
  const isSame = denied.ok
    ? kept.ok && denied.value === kept.value
    : denied.kind === 'ask' &&
      kept.ok &&
      denied.candidates.includes(kept.value) &&
      fold(second)
        .split(' ')
        .every(word => fold(options[kept.value]?.label ?? '').includes(word))
  return kept.ok && !isSame ? read(kept.value, false) : undefined
}

const NOT_OTHER = /^(.{2,80}?)(?: ạ| nhé| nha)?, (?:chứ )?(?:không|ko|k|hông) phải(?: là)? ([^,]{2,80})$/iu

/** «…, trực thuộc Phòng Giáo dục»: under whom it is. */
const BELONGS = /\s*[,(]\s?(?:đơn vị |là đơn vị )?(?:trực thuộc|thuộc) [^()]{2,80}\)?\.?\s*$/iu

/** «công an thành phố mình đó» */
function withoutOurs(tokens: readonly Token[]): readonly Token[] {
  const to =
    tokens.findLastIndex(({ text }) => !/^(?:bên|mình|em|ta|tụi|bọn|chúng|đó|đấy|này|đây|thôi)$/.test(text)) + 1
  return to > 1 ? tokens.slice(0, to) : tokens
}

/** «ở phường Nam Khê»: where somebody belongs. */
function withoutWhere(tokens: readonly Token[]): readonly Token[] {
  const lead = WHERE.find(tokens, 0)
  return lead && lead.length < tokens.length ? tokens.slice(lead.length) : tokens
}

const WHERE = new Lexicon([
  [
    true,
    'ở|bên|tại|thuộc|ở bên|làm ở|làm tại|công tác tại|công tác ở|làm việc tại|bên em là|bên mình là|chúng em là|em ở|tôi ở|đơn vị là|đơn vị em là|cơ quan là|đơn vị em ở|em là|chị là|anh là|tôi là|mình là',
  ],
])
