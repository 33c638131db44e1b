import { reasonAt } from '../reason.ts'
import { type Cut, phrases, place, STANDS, type Things, type Words } from './cut.ts'
import { PUTS_OFF_TO } from './slips.ts'

/** Not so, or not yet: «cần thêm 3 mới đạt 15», «muốn tăng từ 12 lên 15». */
const WISHED = phrases(
  'cần|phải|mới|muốn|nếu|để|thì|xin|đề nghị|nữa|đủ|nên tăng|nên giảm|nên nâng|hoàn thành|mục tiêu|chỉ tiêu',
)

const GREW = phrases(
  'giảm còn|giảm xuống|giảm xuống còn|tăng lên|tăng thành|lên|lên thành|lên tới|lên đến|lên được|xuống|xuống còn|còn|thành',
)
const CHANGE = phrases(
  'tụt|rớt|sụt|leo|vọt|tăng|tăng thêm|giảm|thêm|giảm đi|tăng lên|điều chỉnh|điều chỉnh tăng|điều chỉnh giảm|nâng|cao hơn|thấp hơn|nhiều hơn|ít hơn',
)
const THAN = phrases('so với|so cùng kỳ|cùng kỳ|quý trước|năm trước|năm ngoái|tháng trước|kỳ trước')
const RESULT = phrases(
  'đạt|được|là|thành|tổng cộng|nâng tổng số lên|lên thành|tổng là|tổng cộng là|lên|lên đến|lên tới|lên mức|xuống|xuống còn',
)

/** «tăng từ 12 lên 15», «từ hạng 7 lên hạng 4»; «đầu tư» is no «từ». */
export function grown(line: Words): Cut | undefined {
  const from = line.findIndex((token, at) => token.text === 'từ' || (token.text === 'tu' && hasChanged(line, at)))
  const mark = from < 0 ? undefined : place(line, GREW, from + 1)
  const verb = from < 0 ? 0 : changeBefore(line, from)
  if (mark === undefined || (line[mark.at]?.folded === 'con' && verb === 0)) return undefined
  if (place(line, WISHED) !== undefined) return undefined
  return {
    ...{ from: from - verb - (line[from - verb - 1]?.text === 'sau' ? 1 : 0), to: mark.to, isGrowth: true },
    ...{ old: line.slice(from + 1, mark.at), instead: line.slice(mark.to) },
  }
}

const hasChanged = (line: Words, at: number): boolean => changeBefore(line, at) > 0

/** How many words before `at` say that something changed; 0: none. */
const changeBefore = (line: Words, at: number): number =>
  [3, 2, 1].find(length => at >= length && CHANGE.whole(line.slice(at - length, at)) === true) ?? 0

/** «99,87% vì có đúng một hồ sơ bị trễ»: why it is so changes nothing of the one figure before it. */
export function because(line: Words, things: Things): Cut | undefined {
  const from = reasonAt(line)
  if (from === undefined) return undefined
  const before = things(line.slice(0, from))
  const figures = before.filter(kinds => !kinds.every(kind => STANDS.test(kind)))
  const [said, ...others] = figures.length > 0 ? figures : before
  // «lùi sang 22/3 vì 20/3 trùng lịch họp»
  const isPutOff = said?.includes('day') && place(line.slice(0, from), PUTS_OFF_TO) !== undefined
  // «11, do cô Nhung tổng hợp, hạng 6»
  const isPlaced =
    things(line.slice(from)).some(kinds => kinds.every(kind => kind === 'place')) && said?.includes('number')
  // «thứ 6 tuần này vì mai lãnh đạo đi họp»
  const told = things(line.slice(from))
  const isOfDays = [...before, ...told].every(kinds => kinds.some(kind => STANDS.test(kind)))
  const isOther = isPutOff || isOfDays || told.every(kinds => !kinds.some(kind => before.flat().includes(kind)))
  if (said === undefined || others.length > 0 || !isOther || isPlaced) return undefined
  return { from, to: line.length, old: undefined, instead: line.slice(0, from), isBeside: true }
}

/** «giảm 4 hồ sơ so với năm trước, còn 26 hồ sơ» */
const LESS = /^(?:giảm|bớt|tụt|rớt|sụt|thấp|ít)$/
const LEFT = phrases(', còn|, nay còn|, chỉ còn|, còn lại|, xuống còn')

/** «tăng 40 triệu so với tháng trước, đạt 640 triệu» */
export function changed(line: Words, things: Things): Cut | undefined {
  const mark = place(line, CHANGE)
  const isLess = mark && LESS.test(line[mark.at]?.text ?? '')
  const result = mark && (place(line, RESULT, mark.to) ?? (isLess ? place(line, LEFT, mark.to) : undefined))
  if (mark === undefined || result === undefined || place(line, WISHED) !== undefined) return undefined
  // «30 triệu ngân sách, xã hội hóa thêm 20 triệu, tổng là 50 triệu»: two parts and their sum.
  if (line[result.at]?.text === 'tổng' && things(line.slice(0, mark.at)).length > 0) return undefined
  const than = place(line.slice(0, result.at), THAN, mark.to)
  return {
    ...{ from: mark.at, to: result.to, isGrowth: true },
    ...{ old: line.slice(mark.to, than?.at ?? result.at), instead: line.slice(result.to) },
  }
}
