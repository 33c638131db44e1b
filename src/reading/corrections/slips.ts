import { reasonAt } from '../reason.ts'
import { type Cut, phrases, place, type Things, type Words } from './cut.ts'
import { AND_NOT, NOT_SO } from './denied.ts'

export const SLIP = phrases(
  'nhầm|nhầm rồi|lộn|lộn rồi|ghi lộn|gõ lộn|nhập lộn|ghi nhầm|gõ nhầm|nhập nhầm|điền nhầm|viết nhầm|bấm nhầm|ghi nhầm rồi|gõ nhầm rồi|à không|à ko|à k|ah ko|ah không|a ko|à hông|à quên|ấy quên|ơ quên|à không phải',
)
export const SET = phrases(
  'đính chính|đính chính lại|đính chính là|điều chỉnh thành|chỉnh thành|chỉnh lại thành|sửa thành|sửa lại thành|sửa lại là|đổi thành|xin sửa thành|sửa lại :|sửa lại giúp em|sửa lại giúp em :|em sửa lại :|em sửa lại|em sửa lại là|xin sửa|xin sửa :|em xin sửa|em xin sửa :|xin sửa lại|em xin sửa lại|xin đính chính|em xin đính chính|sửa :',
)
/** Between the slip and what should stand there; «nhầm thành 15», «nhầm là 15» name what is wrong. */
const RATHER = phrases('nhưng|phải là|đúng ra|đúng ra là|đúng là|chính xác là|thực ra là|ạ|nha|nhé|,|:|;|.|-|–|…')
/** What may stand between a figure and «nhầm 15». */
const OOPS = phrases('à|ah|ơ|ờ|í|ý|ấy|ủa|ối|chết|,|…|.|-|–')

/** «18 nhé, không phải 81, nãy gõ nhầm»: why there was something to take back, and no more. */
export function remark(line: Words): Cut | undefined {
  const from = line.findLastIndex(({ text }) => /^[,.;]$/.test(text) && text !== line.at(-1)?.text)
  const said = line
    .slice(from + 1)
    .map(({ text }) => text)
    .join(' ')
  if (from < 1 || !IS_REMARK.test(said) || (place(line, AND_NOT) ?? place(line, NOT_SO)) === undefined) return undefined
  return { from, to: line.length, old: undefined, instead: line.slice(0, from), isBeside: true }
}

const IS_REMARK =
  /^(?:(?:nãy|hồi nãy|lúc nãy|khi nãy|vừa nãy|hôm trước|lần trước|trước) )?(?:(?:em|e|tôi|mình) )?(?:gõ|ghi|bấm|nhập|báo|điền|viết) (?:nhầm|lộn|sai|dư|thừa|thiếu)(?: số| số không)?(?: (?:ở|trên|chỗ) (?!\d)[^,;.\d]{2,24})?(?: ạ| nhé| chị| anh)* ?\.?$/

/** «hôm trước em báo nhầm 12, số đúng là 14» */
export function saidWrong(line: Words, things: Things): Cut | undefined {
  const wrong = place(line, SAID_WRONG)
  const right = wrong && place(line, RIGHT_IS, wrong.to)
  if (wrong === undefined || right === undefined) return undefined
  // «em ghi nhầm kỳ, đúng là quý II», «bấm thiếu một số không, đúng ra là 1.600.000.000 đồng»
  const said = line.slice(wrong.to, right.at)
  const old = things(said).length === 0 || MISSED_KEY.test(said.map(({ text }) => text).join(' ')) ? undefined : said
  return { from: 0, to: right.to, old, instead: line.slice(right.to) }
}

/** «em báo 70% nhưng thực ra là 74%», «tưởng 12 hóa ra 11» */
export function turnedOut(line: Words, things: Things): Cut | undefined {
  const [told, really] = [place(line, SAID), place(line, REALLY)]
  if (told === undefined || really === undefined || told.at > 3 || told.to >= really.at) return undefined
  const instead = line.slice(really.to)
  const isOne = things(instead.slice(0, 1)).length > 0 || NAMES_KIND.test(instead[0]?.text ?? '')
  return isOne ? { from: 0, to: really.to, old: line.slice(told.to, really.at), instead } : undefined
}

const NAMES_KIND = /^(?:quý|tháng|ngày|thứ|hạng|kỳ|năm|hôm)$/
const SAID = phrases(
  'em báo|em ghi|em gõ|em nhập|tôi báo|tôi ghi|mình báo|mình ghi|chị ghi|anh ghi|tưởng|tưởng là|ngỡ|cứ tưởng',
)
const REALLY = phrases(
  ['thực ra', 'thật ra', 'đúng ra', 'hóa ra', 'té ra', 'thành ra']
    .flatMap(one =>
      ['', 'nhưng ', 'mà ', ', '].flatMap(but =>
        ['', ' là', ' chỉ', ' chỉ có', ' có', ' được'].map(link => but + one + link),
      ),
    )
    .join('|'),
)
const MISSED_KEY = /^(?:mất |đi )?(?:một |1 |hai |2 )?(?:chữ |con )?(?:số |chữ )(?:không|0)(?: ,|$)/u
const SAID_WRONG = phrases(
  'bấm thiếu|gõ thiếu|ghi thiếu|nhập thiếu|đánh thiếu|bấm thừa|gõ thừa|ghi thừa|nhập thừa|bấm nhầm|bấm sai|gõ sai|đánh sai|viết nhầm|đánh nhầm|báo nhầm|ghi nhầm|gửi nhầm|nhập nhầm|điền nhầm|gõ nhầm|báo nhầm là|ghi nhầm là|báo sai|ghi sai|nhập sai',
)
const RIGHT_IS = phrases(
  'ngày đúng là|ngày đúng phải là|số đúng là|số đúng phải là|đúng là|đúng ra là|đúng phải là|chính xác là|số chính xác là|phải là',
)

/** «12 à nhầm 15», «nhầm, 15»; not «em nhầm 2 chỗ», «15, hôm trước ghi nhầm 12». */
export function slip(line: Words, things: Things): Cut | undefined {
  const set = place(line, SET)
  const mark = set ?? place(line, SLIP)
  if (mark === undefined || isCourtesy(line, mark.at) || DO_NOT.test(line[mark.at - 1]?.text ?? '')) return undefined
  let to = mark.to
  for (let link = RATHER.find(line, to); link; link = RATHER.find(line, to)) to += link.length
  const [before, instead] = [line.slice(0, mark.at), line.slice(to)]
  const hasFigure = things(before).length > 0
  if (set === undefined && to === mark.to && !(hasFigure && isBehindFigure(line, mark))) return undefined
  return { from: 0, to, old: hasFigure ? before : undefined, instead }
}

/** «đừng sửa thành 13» */
const DO_NOT = /^(?:đừng|khỏi|chớ|không|chưa|dung)$/

/** «640 trieu a quen 30 trieu»: «ạ, quên», or «à quên». */
const isCourtesy = (line: Words, at: number): boolean =>
  at > 0 && line[at]?.text === 'a' && line[at + 1]?.text === 'quen' && !/^[,.;…-]$/.test(line[at - 1]?.text ?? '')

/** «12 nhầm 15», «12 à nhầm 15»; what was told of it («hôm trước nhầm 12») is no slip of this line. */
function isBehindFigure(line: Words, { at, to }: { at: number; to: number }): boolean {
  let before = at - 1
  while (before > 0 && OOPS.find(line, before) !== undefined) before -= 1
  const isOne = to === at + 1 || OOPS.find(line, at) !== undefined
  return isOne && !TELLS.test(line[before]?.folded ?? '')
}

const TELLS = /^(?:truoc|nay|qua|bi|em|toi|minh|chi|anh|la|da|lan|do|hom|cu|bao|ghi|go|nhap|gui|dien|bam)$/

/** «20/5 hoãn sang 22/5», «lùi từ 20/5 sang 22/5»: a day that was put off. */
export function putOff(line: Words, things: Things): Cut | undefined {
  const mark = place(line, PUTS_OFF_TO)
  const to = mark && (mark.to - mark.at > 1 ? mark.to : place(line, ONTO, mark.to)?.to)
  if (mark === undefined || to === undefined || place(line, IF) !== undefined) return undefined
  // «vì đang đợi sếp cho dời sang 28/3»
  if (line.slice(0, mark.at).some(({ text }) => text === 'đợi' || text === 'chờ')) return undefined
  const isBefore = mark.to === to
  const [from, old] = isBefore ? [0, line.slice(0, mark.at)] : [mark.at, line.slice(mark.to, to - 1)]
  const instead = line.slice(to, reasonAt(line))
  return things(old).some(kinds => kinds.includes('day')) ? { from, to, old, instead } : undefined
}

const IF = phrases(
  'xin lùi|xin dời|xin hoãn|xin chuyển|xin đổi|xin gia hạn|nếu|muốn|đề nghị|được không|có thể|chắc|có lẽ|hình như|nghe nói',
)
const ONTO = phrases('sang|đến|tới|qua|thành')
export const PUTS_OFF_TO = phrases(
  'sửa|hoãn|lùi|dời|chuyển|đổi|hoãn sang|lùi sang|dời sang|chuyển sang|đổi sang|hoãn đến|gia hạn đến|gia hạn tới|lùi đến|dời đến|hoãn tới|lùi tới|dời tới|dời qua|lùi lại đến',
)

/** «sửa 35 triệu thành 38 triệu giúp em», «em sửa từ 64,5% thành 65,4%» */
export function edited(line: Words): Cut | undefined {
  const mark = place(line, EDITS)
  const to = mark && place(line, INTO, mark.to)
  const isFirst = mark !== undefined && line.slice(0, mark.at).every(({ text }) => ASKED_BY.test(text))
  if (mark === undefined || to === undefined || !isFirst || place(line, IF) !== undefined) return undefined
  const isFromTo = line[mark.to]?.folded === 'tu'
  // «sửa 12 thành 13» may tell what was done; with a word to whom it is said it is asked for.
  if (!isFromTo && !line.some(({ text }) => TO_SOMEBODY.test(text))) return undefined
  const from = mark.to + (isFromTo ? 1 : 0)
  return { from: 0, to: to.to, old: line.slice(from, to.at), instead: line.slice(to.to) }
}

const EDITS = phrases('sửa|sửa lại|sửa giúp|sửa giúp em|chỉnh|chỉnh lại|đính chính|sửa số|sửa lại số')
const INTO = phrases('thành|thành ra|lại thành|sang thành')
const TO_SOMEBODY = /^(?:giúp|giùm|dùm|hộ|nhé|nha|ạ|giup|gium|ho|nhe)$/
const ASKED_BY = /^(?:dạ|vâng|em|e|anh|chị|a|c|tôi|mình|xin|cho|nhờ|giúp|ơi|,|da|vang|chi|toi|minh|nho|giup|oi)$/

/** «quý 1, à quý 2 chớ»: said, and thought better of at once. */
export function rethought(line: Words, things: Things): Cut | undefined {
  const at = line.findIndex(({ text }, place) => place > 0 && /^(?:à|ấy|ơ)$/.test(text) && !line[place]?.glued)
  const instead = line.slice(at + 1)
  if (at < 1 || things(instead.slice(0, 1)).length + things(instead.slice(0, 2)).length === 0) return undefined
  return { from: 0, to: at + 1, old: line.slice(0, at), instead }
}
