import { type Cut, phrases, place, STANDS, type Things, type Words } from './cut.ts'

const BEFORE = phrases(
  'hôm qua|hôm trước|hôm kia|hôm nọ|bữa trước|tuần trước|lần trước|bản trước|bản cũ|báo cáo trước|báo cáo cũ|tin trước|tin cũ|số cũ|số trước|con số trước|số kia|số đầu|nãy|hồi nãy|lúc nãy|khi nãy|vừa nãy|sáng nay|hồi sáng|chiều qua|trước đó|trước|bc số|báo cáo số',
)
const SAID = phrases('báo|báo cáo|ghi|gửi|nhập|gõ|đánh|bấm|điền|viết|khai|nói|nộp|là')
const WRONG = phrases(
  'bỏ đi|bỏ nhé|bỏ nha|bỏ ạ|là nhầm|là sai|là số cũ|là bản cũ|là bản nháp|nhầm|lộn|đánh lộn|ghi lộn|gõ lộn|bấm lộn|báo lộn|ghi nhầm|gõ nhầm|bấm nhầm|đánh nhầm|báo nhầm|nhập nhầm|gửi nhầm|ghi sai|gõ đảo|ghi đảo|gõ sai|bấm sai|báo sai|nhập sai|sót|bỏ sót|đếm thiếu|đếm nhầm|cộng thiếu|cộng nhầm|nhìn nhầm|quên|làm tròn|không dùng nữa|không tính nữa',
)
const SAID_WRONG = phrases(
  'gửi nhầm|báo nhầm|ghi nhầm|gõ nhầm|nhập nhầm|báo lộn|ghi lộn|gõ lộn|gửi lộn|ghi sai|báo sai|báo nhầm là|ghi nhầm là|ghi nhầm thành|gõ nhầm thành',
)
const IS_OLD = phrases('số cũ|con số cũ|bản cũ')
const RIGHT = phrases(
  'đếm lại|tính lại|rà lại|kiểm lại|số đúng|số mới|đúng là|đúng ra|mới đúng|chốt|chốt lại|số chốt|số cuối|sửa|sửa lại|báo lại|gửi lại|đính chính|cập nhật lại|điều chỉnh|chính xác|chuẩn',
)
const PARTICLE = /^(?:ạ|a|nhé|nha|rồi|r|đó|đấy|mất|chị|anh|em|[.!)])$/

/**
 * «64 lượt, số 61 gửi hôm 11/3 bỏ đi», «em sửa lại: 41/44 (hôm qua báo 40/44)»: a clause about what was answered before, of which it or the rest
 * of the line says that it holds no more. Only where the rest has one figure of the kind, and the clause at most one.
 */
export function withdrawn(line: Words, things: Things): Cut | undefined {
  for (const [from, to] of clauses(line)) {
    const [said, rest] = [line.slice(from, to), [...line.slice(0, from), ...line.slice(to)]]
    if (isTakenBack(said, rest, things) && takesPlace(things(said), things(rest), place(said, BEFORE) !== undefined))
      return { from, to, old: undefined, instead: rest, isBeside: true }
  }
  return undefined
}

/** «chị sửa giúp em»: a request, and nothing of the figure. */
export function request(line: Words, things: Things): Cut | undefined {
  if (things(line).length === 0) return undefined
  const found = clauses(line).find(([from, to]) => {
    const said = line.slice(from, to)
    return (
      things(said).length === 0 &&
      said.every(({ kind }) => kind !== 'number') &&
      place(said, PLEASE) !== undefined &&
      said.length < 9
    )
  })
  return found && { from: found[0], to: found[1], old: undefined, instead: [], isBeside: true }
}

const PLEASE = phrases(
  ['sửa', 'chỉnh', 'đổi', 'cập nhật', 'điều chỉnh']
    .flatMap(verb => ['giúp', 'giùm', 'dùm', 'hộ'].flatMap(help => [`${verb} ${help}`, `${verb} lại ${help}`]))
    .join('|'),
)

/** Between marks of punctuation or in brackets, the mark with it; never the whole line. */
function clauses(line: Words): (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = []
  const open = line.findIndex(({ text }) => text === '(')
  const close = line.findIndex(({ text }, at) => text === ')' && at > open)
  if (open > 0 && close > 0) found.push([open, close + 1])
  let from = 0
  for (const [at, { text }] of line.entries()) {
    if (!/^(?:[,;.]|nhưng|nhung)$/.test(text)) continue
    found.push([from, from === 0 ? at + 1 : at])
    from = at
  }
  if (from > 0) found.push([from, line.length])
  return found
}

function isTakenBack(said: Words, rest: Words, things: Things): boolean {
  const [told, hasFigure] = [place(said, BEFORE), things(said).length > 0]
  const isRight = place(rest, RIGHT) !== undefined
  const end = said.findLastIndex(({ text }) => !PARTICLE.test(text)) + 1
  const closesWrong = [1, 2, 3].some(length => end > length && WRONG.find(said, end - length)?.length === length)
  const isNumber = said.slice(0, 4).some(({ text }) => text === 'số')
  // «12, 3 cái ghi nhầm» tells of three of the twelve.
  if (told === undefined || told.at > 3) return closesWrong && hasFigure && isNumber
  // «18, nãy gõ nhầm» may tell of the eighteen.
  if (!hasFigure) return (closesWrong || place(said, WRONG) !== undefined) && (isRight || isNumber)
  // «hôm qua em gửi nhầm 8»
  const isSaidWrong = place(said, SAID_WRONG) !== undefined && hasUnit(said) === hasUnit(rest)
  const isOld = IS_OLD.find(said, told.at) !== undefined
  return (
    closesWrong ||
    isSaidWrong ||
    (isRight && isOld) ||
    (isRight && (place(said, SAID, told.to) ?? place(said, WRONG, told.to)) !== undefined)
  )
}

/** «thứ hai» may be a place as well. */
const isWhen = (kinds: readonly string[]): boolean =>
  kinds.every(kind => STANDS.test(kind) || kind === 'place') && kinds.some(kind => STANDS.test(kind))

const hasUnit = (words: Words): boolean => words.some(({ text }) => UNIT.test(text))
const UNIT = /^(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|đ|tr|tỏi|củ|%)$/

/** Figures for figures; days and periods only where there is nothing else. */
function takesPlace(old: ReturnType<Things>, left: ReturnType<Things>, isOfBefore: boolean): boolean {
  const figures = [old, left].map(list => list.filter(kinds => !isWhen(kinds)))
  const [taken, kept] = figures.some(list => list.length > 0) ? figures : [old, left]
  if (taken === undefined || kept?.length !== 1 || taken.length > 1) return false
  return isOfBefore || taken.length === 0 || taken[0]?.some(kind => kept[0]?.includes(kind)) === true
}
