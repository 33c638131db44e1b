import { councilOf, isAs } from './councils.ts'
import { withoutCourtesy } from './courtesy.ts'
import { matching, type Option, wholeLabel, wordsOfLabels } from './labels.ts'
import { type Reading, read } from './result.ts'
import { opensShort, writtenOut } from './short-forms.ts'
import { type Token, tokenise } from './tokens.ts'
import { isOfElse } from './unit-in-clause.ts'
import { orBare } from './without-accents.ts'

/** «anh Dũng bên phòng quản lý đô thị đây em»: the only one that is named in full, and not as what was before. */
export function onlyUnit(text: string, options: readonly Option[]): Reading<number> | undefined {
  const words = tokenise(text)
  if (
    words.length > 40 ||
    SEVERAL.test(text) ||
    /[?]|(?:^|\s)(?:hoặc|hay|không phải|chưa|không|ko|nhầm|chắc|hình như|nhưng)(?:\s|$)/iu.test(text)
  )
    return undefined
  const found = new Set<number>()
  const begun = new Set<number>()
  const known = wordsOfLabels(options)
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]
    if (first?.kind !== 'word' || !(known.has(first.folded) || opensShort(first))) continue
    for (let length = Math.min(9, words.length - at); length > 1; length -= 1) {
      const part = words.slice(at, at + length)
      if (part.at(-1)?.kind !== 'word' || part.some(({ text: sign }) => /^[,;:]$/.test(sign))) continue
      // «UBND phường Vàng Danh, thành phố Uông Bí»: where it lies.
      if (found.size > 0 && /^(?:thành|tp|tỉnh)$/.test(words[at]?.text ?? '')) continue
      // «Trường Tiểu học Phương Đông B (trực thuộc Phòng Giáo dục và Đào tạo)»
      if (words[at - 1]?.text === 'thuộc' && (found.size > 0 || words[at - 2]?.text === 'trực')) continue
      const whole = wholeLabel(part, options)
      const council = whole.length > 0 || !OPENS_COUNCIL.test(first.folded) ? undefined : councilOf(part, options)
      const here = council === undefined ? whole : [council]
      if (here.length === 0 && length > 2) for (const index of startsOnly(part, options)) begun.add(index)
      if (here.length === 0) continue
      if (isJoined(words, at + length)) return undefined
      if (isOfAnother(words, at, at + length)) {
        for (const index of here) begun.add(index)
        break
      }
      const isBefore = words.slice(Math.max(0, at - 3), at).some(word => /^(?:trước|cũ|từ)$/.test(word.text))
      if (isOfElse(words, at, at + length)) {
        for (const index of here) begun.add(index)
        break
      }
      for (const index of isBefore ? [] : here) found.add(index)
      at += length - 1
      break
    }
  }
  for (const { at, index } of bareWards(words, options)) (isOfElse(words, at, at + 2) ? begun : found).add(index)
  const [only] = found
  const isOther = [...begun].some(index => !found.has(index))
  return only !== undefined && found.size === 1 && !isOther ? read(only, false) : undefined
}

/** «Trung tâm Y tế thành phố»: the only one that begins so, though another town may have one of that name. */
function startsOnly(part: readonly Token[], options: readonly Option[]): number[] {
  const lines = writtenOut(part)
  const starts = matching(options, name =>
    lines.some(line => isAs(line, name.slice(0, line.length)) && name.charAt(line.length) === ' '),
  )
  return starts.length === 1 ? starts : []
}

/** «hai phường Nam Khê và Bắc Sơn gộp lại» */
const SEVERAL =
  /(?:^|\s)(?:(?:hai|ba|bốn|năm|2|3|4|5|các|những|mấy|cả) (?:phường|xã|đơn vị|cơ quan|phòng|trường|p|x)|gộp|lẫn|kiêm|chung)(?:[\s.,]|$)/iu

/** «công an phường Nam Khê», «phường Nam Khê, trạm y tế», «Bệnh viện thành phố Uông Bí»: a place, and beside it the body of which it is. */
function isOfAnother(words: readonly Token[], at: number, to: number): boolean {
  const last = words[at - 1]
  if (!PLACE.test(words[at]?.folded ?? '')) return false
  const isWard = /^(?:phuong|p|f|xa|x|thi)$/.test(words[at]?.folded ?? '')
  if (isWard) return isOfBody(words, at) || isBodyBehind(words.slice(to))
  return last !== undefined && !MARK.test(last.text) && !LEADS_TO.test(last.text)
}

/** Whether a body that is no People’s Committee stands before what begins at `at`. */
function isOfBody(words: readonly Token[], at: number): boolean {
  const end = MARK.test(words[at - 1]?.text ?? '') ? at - 1 : at
  const mark = words.slice(0, end).findLastIndex(({ text }) => MARK.test(text))
  const before = words.slice(mark + 1, end)
  const said = before.map(({ text }) => text).join(' ')
  return end < at ? endsWithBody(said) : holdsBody(said) || UNKNOWN.test(before.at(-1)?.raw ?? '')
}

/** «…, trạm y tế ạ» */
function isBodyBehind(behind: readonly Token[]): boolean {
  const mark = behind.findIndex(({ text }) => MARK.test(text))
  return (
    mark >= 0 &&
    mark < 3 &&
    isBody(
      withoutCourtesy(behind.slice(mark + 1))
        .map(({ text }) => text)
        .join(' '),
    )
  )
}

const MARK = /^[,;:.(–-]$/
const PLACE = /^(?:thanh|tp|tinh|huyen|phuong|p|f|xa|x|thi)$/
const LEADS_TO = /^(?:ở|bên|tại|của|thuộc|là|từ|ạ|nhé|vâng|dạ|em|anh|chị|liệu|cáo|ubnd)$/
/** These are none of the People’s Committee of their ward. */
const BODY =
  'công an|ca|trạm|trạm y tế|trường|hội|chi hội|đoàn|chi đoàn|đảng ủy|đảng uỷ|chi bộ|hội đồng nhân dân|hđnd|mặt trận|mttq|chợ|công ty|cty|bệnh viện|quân sự|chqs|hợp tác xã|htx|ngân hàng|khu|khu phố|tổ|thôn|đội|hạt|tòa án|trung tâm|câu lạc bộ'
const holdsBody = orBare(new RegExp(`(?:^|\\s)(?:${BODY})(?:\\s|$)`, 'u'))
const endsWithBody = orBare(new RegExp(`(?:^|\\s)(?:${BODY})$`, 'u'))
const isBody = orBare(new RegExp(`^(?:${BODY})(?: \\S+){0,2}$`, 'u'))
/** «NHCSXH» */
const UNKNOWN = /^(?!UBND|TDP)[\p{Lu}Đ]{3,}$/u

/** «phường Nam Khê và Bắc Sơn»: with it stands something else, whatever that is. */
const isJoined = (words: readonly Token[], at: number): boolean =>
  /^(?:và|với|cùng|&|\+|\/)$/.test(words[at]?.text ?? '') && withoutCourtesy(words.slice(at)).length > 0

/** Wards that are called by their bare names: «Bắc Sơn», and no «Trần Bắc Sơn» or «thành phố Uông Bí». */
function bareWards(words: readonly Token[], options: readonly Option[]): { at: number; index: number }[] {
  const isCapital = (at: number): boolean => /^\p{Lu}/u.test(words[at]?.raw ?? '')
  return words.flatMap((word, at) => {
    const pair = words.slice(at, at + 2)
    const isName = isCapital(at) && isCapital(at + 1) && !isCapital(at - 1) && !isCapital(at + 2)
    const isOfTown = /^(?:phố|tp|tỉnh|phường|xã|học|mầm|thcs|thpt|khu|trước|cũ|từ)$/.test(words[at - 1]?.text ?? '')
    const index =
      isName && !isOfTown && !isOfBody(words, at) && word.kind === 'word' ? councilOf(pair, options) : undefined
    return index === undefined ? [] : [{ at, index }]
  })
}

const OPENS_COUNCIL = /^(?:ubnd|uy|phuong|p|f|xa|x|thi)$/
