import { type Cut, clauseEnd, phrases, place, type Words } from './cut.ts'

const NOT = phrases('không phải|không phải là|ko phải|ko phải là|k phải|k phải là|chẳng phải|hông phải')
const BUT = phrases('mà|mà là|mà phải là|, là|, đây là|, đó là|, phải là|, thực ra là')
export const AND_NOT = phrases(
  'chớ không phải|chớ hổng phải|chớ hông phải|chứ hổng phải|chớ không phải là|chứ không phải|chứ không phải là|chứ ko phải|chứ k phải|chứ ko phải là|chứ k phải là|chứ hông phải|thay vì|thay cho|chứ đừng ghi',
)
/** These take back what stands behind them only where they open a clause: «15, không phải 12», not «15 không phải 12». */
export const NOT_SO = phrases(
  'không phải|ko phải|k phải|hông phải|hổng phải|chẳng phải|đừng ghi|không đợi đến|không đợi tới|không chờ đến|không chờ tới|không để đến|không để tới|khỏi đợi đến|khỏi chờ đến',
)

/** «15 chứ không phải 12 nhưng …»: said of what is left. */
const HOWEVER = phrases('nhưng')
/** «15 chứ không phải 12 thì phải» */
const LEFT_OPEN = phrases(
  'thì phải|hình như|có lẽ|chắc|nhỉ|hả|chăng|cũng được|mà chưa|chưa chắc|không chắc|chưa chốt|chưa rõ',
)

const INDEED = phrases('mới đúng|mới là đúng|mới phải|mới chuẩn')
const IS_WRONG = phrases('là sai|là nhầm|là chưa đúng|là không đúng|là ghi nhầm')
const WROTE = phrases('ghi|điền|nhập|báo|báo cáo|gửi|nói')

const OPENS = /^[,;(–-]$/

/** «15 chứ không phải 12», «15 (không phải 12)» */
export function andNot(line: Words): Cut | undefined {
  const not = place(line, NOT_SO)
  const mark = place(line, AND_NOT) ?? (not && OPENS.test(line[not.at - 1]?.text ?? '') ? not : undefined)
  if (mark === undefined || mark.at === 0) return undefined
  const end = clauseEnd(line, mark.to)
  const open = place(line, LEFT_OPEN, mark.to + 1)
  // Without its accent «à» may be «ạ».
  if ((open !== undefined && open.at < end) || line.slice(mark.to, end).some(({ text }) => text === 'à'))
    return undefined
  const to = Math.min(end, place(line, HOWEVER, mark.to + 1)?.at ?? end)
  return { from: mark.at, to, old: line.slice(mark.to, to), instead: line.slice(0, mark.at) }
}

/** «không phải 12 mà là 15» */
export function notBut(line: Words): Cut | undefined {
  const not = place(line, NOT)
  const but = not && (place(line, BUT, not.to) ?? rather(line, not.to) ?? indeedBehind(line, not.to))
  if (not === undefined || but === undefined) return undefined
  return { from: not.at, to: but.to, old: line.slice(not.to, but.at), instead: line.slice(but.to) }
}

/** «không phải tốt, xuất sắc cơ» */
function rather(line: Words, from: number): { at: number; to: number } | undefined {
  const comma = line.findIndex(({ text }, at) => at > from && text === ',')
  return comma > 0 && /^(?:cơ|kia|chứ|thôi|mà|chớ)$/.test(line.at(-1)?.text ?? '')
    ? { at: comma, to: comma + 1 }
    : undefined
}

/** «không phải 8 đâu, 9 mới đúng» */
function indeedBehind(line: Words, from: number): { at: number; to: number } | undefined {
  const comma = line.findIndex(({ text }, at) => at > from && text === ',')
  const mark = comma < 0 ? undefined : place(line, INDEED, comma)
  const isOne = mark !== undefined && clauseEnd(line, comma + 1) >= mark.to
  return isOne ? { at: comma, to: comma + 1 } : undefined
}

/** «13 nhé, hôm trước em ghi 12 là sai» */
export function isWrong(line: Words): Cut | undefined {
  const mark = place(line, IS_WRONG)
  const wrote = mark && place(line, WROTE)
  if (mark === undefined || wrote === undefined || wrote.at > mark.at) return undefined
  const from = line.findLastIndex((token, at) => at < wrote.at && token.text === ',')
  return from < 1
    ? undefined
    : {
        from,
        to: mark.to,
        old: line.slice(wrote.to, mark.at),
        instead: [...line.slice(0, from), ...line.slice(mark.to)],
      }
}

/** «13 mới đúng» */
export function indeed(line: Words): Cut | undefined {
  const mark = place(line, INDEED)
  return mark && { from: mark.at, to: mark.to, old: undefined, instead: line.slice(0, mark.at) }
}
