import { Lexicon } from './lexicon.ts'
import { reasonAt } from './reason.ts'
import type { Token } from './tokens.ts'

const phrases = (list: string) => new Lexicon([[true, list]])

const NOT = phrases('không phải|không phải là|ko phải|ko phải là|k phải|k phải là|chẳng phải|hông phải')
const BUT = phrases('mà|mà là|mà phải là|, là')
const AND_NOT = phrases(
  'chớ không phải|chớ hổng phải|chớ hông phải|chứ hổng phải|chớ không phải là|chứ không phải|chứ không phải là|chứ ko phải|chứ k phải|chứ ko phải là|chứ k phải là|chứ hông phải|thay vì|thay cho|chứ đừng ghi',
)
/** These take back what stands behind them only where they open a clause: «15, không phải 12», not «15 không phải 12». */
const NOT_SO = phrases('không phải|ko phải|k phải|hông phải|chẳng phải|đừng ghi')
const SLIP = phrases(
  'nhầm|nhầm rồi|lộn|lộn rồi|ghi lộn|gõ lộn|nhập lộn|ghi nhầm|gõ nhầm|nhập nhầm|điền nhầm|viết nhầm|bấm nhầm|ghi nhầm rồi|gõ nhầm rồi|à không|à ko|à k|ah ko|ah không|a ko|à hông|à quên|ấy quên|ơ quên|à không phải',
)
const SET = phrases(
  'đính chính|đính chính lại|đính chính là|điều chỉnh thành|chỉnh thành|chỉnh lại thành|sửa thành|sửa lại thành|sửa lại là|đổi thành|xin sửa thành|sửa lại:|sửa lại giúp em|sửa lại giúp em:|em sửa lại|em sửa lại là',
)
/** Between the slip and what should stand there; «nhầm thành 15», «nhầm là 15» name what is wrong. */
const RATHER = phrases('phải là|đúng ra|đúng ra là|đúng là|chính xác là|thực ra là|ạ|nha|nhé|,|:|;|.|-|–|…')
/** What may stand between a figure and «nhầm 15». */
const OOPS = phrases('à|ah|ơ|ờ|í|ý|ấy|ủa|ối|chết|,|…|.|-|–')
/** Not so, or not yet: «cần thêm 3 mới đạt 15», «muốn tăng từ 12 lên 15». */
const WISHED = phrases(
  'cần|phải|mới|muốn|nếu|để|thì|xin|đề nghị|nữa|đủ|nên tăng|nên giảm|nên nâng|hoàn thành|mục tiêu|chỉ tiêu',
)
const INDEED = phrases('mới đúng|mới là đúng')
const IS_WRONG = phrases('là sai|là nhầm|là chưa đúng|là không đúng|là ghi nhầm')
const WROTE = phrases('ghi|điền|nhập|báo|báo cáo|gửi|nói')
const GREW = phrases(
  'giảm còn|giảm xuống|giảm xuống còn|tăng lên|tăng thành|lên|lên thành|lên tới|lên đến|lên được|xuống|xuống còn|còn|thành',
)
const CHANGE = phrases(
  'tụt|rớt|sụt|leo|vọt|tăng|tăng thêm|giảm|thêm|giảm đi|tăng lên|điều chỉnh|điều chỉnh tăng|điều chỉnh giảm|nâng|cao hơn|thấp hơn|nhiều hơn|ít hơn',
)
const THAN = phrases('so với|so cùng kỳ|cùng kỳ|quý trước|năm trước|năm ngoái|tháng trước|kỳ trước')
const RESULT = phrases('đạt|được|là|thành|tổng cộng|nâng tổng số lên|lên thành|tổng là|tổng cộng là')

/** What is longer is a text. */
const WORDS_AT_MOST = 200
/** Without one of these nothing is taken back. */
const MARKED =
  /^(?:phai|thay|nham|lon|quen|khong|chinh|sua|doi|dung|sai|tu|tang|giam|them|tut|rot|sut|leo|vot|nang|phan|du|muc|tieu|hon|quyet|co|se|moi|chi|do|vi|boi|nguyen|ly|li|a|ay|o|y|lui|hoan|chuyen)$/

type Words = readonly Token[]
/** A stretch that a line takes back (`from`–`to`, with the words that do so), the thing in it, and where what takes its place stands. */
interface Cut {
  readonly from: number
  readonly to: number
  /** Undefined: what is taken back was said elsewhere («nhầm, 15»). */
  readonly old: Words | undefined
  readonly instead: Words
  /** Of what grows: days and periods do not. */
  readonly isGrowth?: true
  /** The figure that is left is the only one of the line. */
  readonly isBeside?: true
}

/** The kinds of each thing that a stretch of words says; a thing with several readings has several. */
export type Things = (words: Words) => readonly (readonly string[])[]

/** A part of a line, and whether the line takes it back. */
export interface Stretch {
  readonly words: Words
  readonly isDenied: boolean
}

/**
 * A line in stretches, those that it takes back marked: «15 chứ không phải 12», «không phải 12 mà là 15», «12 nhầm 15», «13, hôm trước ghi 12 là
 * sai», «tăng từ 12 lên 15», «tăng 3, đạt 15». Only where what is taken back is one thing and exactly one thing of its kind takes its
 * place; every other correction is left in the line, for the question to ask about.
 */
export function stretches(line: Words, things: Things): readonly Stretch[] {
  if (line.length > WORDS_AT_MOST || !line.some(({ folded }) => MARKED.test(folded)))
    return [{ words: line, isDenied: false }]
  let kept = line
  for (let cut = cutIn(kept, things); cut !== undefined; cut = cutIn(kept, things))
    kept = [...kept.slice(0, cut.from), ...kept.slice(cut.to)]
  if (kept === line) return [{ words: line, isDenied: false }]
  const stays = new Set(kept)
  const found: { words: Token[]; isDenied: boolean }[] = []
  for (const token of line) {
    const isDenied = !stays.has(token)
    if (found.at(-1)?.isDenied === isDenied) found.at(-1)?.words.push(token)
    else found.push({ words: [token], isDenied })
  }
  return found
}

/** What is left of a line; the same list where nothing is taken back. */
export function affirmed(line: Words, things: Things): Words {
  const found = stretches(line, things)
  return found.length === 1 ? line : found.flatMap(({ words, isDenied }) => (isDenied ? [] : words))
}

/** Whether what a line puts right may have been said before it: «nhầm, 15», «15 chứ không phải 12»; not «12 à nhầm 15». */
export function correctsEarlier(line: Words): boolean {
  const mark = place(line, SET) ?? place(line, SLIP)
  const isFirst = mark !== undefined && line.slice(0, mark.at).every(({ kind }) => kind === 'word') && mark.at < 4
  return isFirst || [andNot, notBut, indeed].some(find => find(line) !== undefined)
}

const cutIn = (line: Words, things: Things): Cut | undefined =>
  [remark, andNot, toldWrong, notBut, isWrong, indeed, slip, moved, rethought, grown, changed, because]
    .map(find => find(line, things))
    .find(cut => cut !== undefined && holds(cut, things))

function holds({ old, instead, isGrowth, isBeside }: Cut, things: Things): boolean {
  if (isBeside) return true
  const replacing = things(instead)
  if (old === undefined) return replacing.length === 1
  const [taken, ...others] = things(old)
  if (taken === undefined || others.length > 0) return false
  return (
    replacing.filter(kinds => kinds.some(kind => taken.includes(kind) && !(isGrowth && STANDS.test(kind)))).length === 1
  )
}

const STANDS = /^(?:day|period)$/

function place(line: Words, list: Lexicon<boolean>, from = 0): { at: number; to: number } | undefined {
  for (let at = from; at < line.length; at += 1) {
    const found = list.find(line, at)
    if (found) return { at, to: at + found.length }
  }
  return undefined
}

/** Where the clause ends that begins at `from`. */
function clauseEnd(line: Words, from: number): number {
  const end = line.findIndex((token, at) => at >= from && /^[,;.:()\n]$/.test(token.text))
  return end < 0 ? line.length : end
}

const OPENS = /^[,;(–-]$/

/** «15 chứ không phải 12», «15 (không phải 12)» */
function andNot(line: Words): Cut | undefined {
  const not = place(line, NOT_SO)
  const mark = place(line, AND_NOT) ?? (not && OPENS.test(line[not.at - 1]?.text ?? '') ? not : undefined)
  if (mark === undefined || mark.at === 0) return undefined
  const to = clauseEnd(line, mark.to)
  return { from: mark.at, to, old: line.slice(mark.to, to), instead: line.slice(0, mark.at) }
}

/** «không phải 12 mà là 15» */
function notBut(line: Words): Cut | undefined {
  const not = place(line, NOT)
  const but = not && (place(line, BUT, not.to) ?? rather(line, not.to))
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

/** «18 nhé, không phải 81, nãy gõ nhầm»: why there was something to take back, and no more. */
function remark(line: Words): Cut | undefined {
  const from = line.findLastIndex(({ text }) => /^[,.;]$/.test(text) && text !== line.at(-1)?.text)
  const said = line
    .slice(from + 1)
    .map(({ text }) => text)
    .join(' ')
  if (from < 1 || !IS_REMARK.test(said) || (place(line, AND_NOT) ?? place(line, NOT_SO)) === undefined) return undefined
  return { from, to: line.length, old: undefined, instead: line.slice(0, from), isBeside: true }
}

const IS_REMARK =
  /^(?:(?:nãy|hồi nãy|lúc nãy|khi nãy|vừa nãy|hôm trước|lần trước|trước) )?(?:(?:em|e|tôi|mình) )?(?:gõ|ghi|bấm|nhập|báo|điền|viết) (?:nhầm|lộn|sai)(?: ạ| nhé| chị| anh)* ?\.?$/

/** «hôm trước em báo nhầm 12, số đúng là 14» */
function toldWrong(line: Words): Cut | undefined {
  const wrong = place(line, TOLD_WRONG)
  const right = wrong && place(line, RIGHT_IS, wrong.to)
  if (wrong === undefined || right === undefined) return undefined
  return { from: 0, to: right.to, old: line.slice(wrong.to, right.at), instead: line.slice(right.to) }
}

const TOLD_WRONG = phrases(
  'báo nhầm|ghi nhầm|gửi nhầm|nhập nhầm|điền nhầm|gõ nhầm|báo nhầm là|ghi nhầm là|báo sai|ghi sai|nhập sai',
)
const RIGHT_IS = phrases(
  'số đúng là|số đúng phải là|đúng là|đúng ra là|đúng phải là|chính xác là|số chính xác là|phải là',
)

/** «13 nhé, hôm trước em ghi 12 là sai» */
function isWrong(line: Words): Cut | undefined {
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
function indeed(line: Words): Cut | undefined {
  const mark = place(line, INDEED)
  return mark && { from: mark.at, to: mark.to, old: undefined, instead: line.slice(0, mark.at) }
}

/** «12 à nhầm 15», «nhầm, 15»; not «em nhầm 2 chỗ», «15, hôm trước ghi nhầm 12». */
function slip(line: Words, things: Things): Cut | undefined {
  const set = place(line, SET)
  const mark = set ?? place(line, SLIP)
  if (mark === undefined) return undefined
  let to = mark.to
  for (let link = RATHER.find(line, to); link; link = RATHER.find(line, to)) to += link.length
  const [before, instead] = [line.slice(0, mark.at), line.slice(to)]
  const hasFigure = things(before).length > 0
  if (set === undefined && to === mark.to && !(hasFigure && isBehindFigure(line, mark))) return undefined
  return { from: 0, to, old: hasFigure ? before : undefined, instead }
}

/** «12 nhầm 15», «12 à nhầm 15»; what was told of it («hôm trước nhầm 12») is no slip of this line. */
function isBehindFigure(line: Words, { at, to }: { at: number; to: number }): boolean {
  let before = at - 1
  while (before > 0 && OOPS.find(line, before) !== undefined) before -= 1
  const isOne = to === at + 1 || OOPS.find(line, at) !== undefined
  return isOne && !TELLS.test(line[before]?.folded ?? '')
}

const TELLS = /^(?:truoc|nay|qua|bi|em|toi|minh|chi|anh|la|da|lan|do|hom|cu)$/

/** «20/5 hoãn sang 22/5», «lùi từ 20/5 sang 22/5»: a day that was put off. */
function moved(line: Words, things: Things): Cut | undefined {
  const mark = place(line, MOVED)
  const to = mark && (mark.to - mark.at > 1 ? mark.to : place(line, ONTO, mark.to)?.to)
  if (mark === undefined || to === undefined || place(line, IF) !== undefined) return undefined
  const isBefore = mark.to === to
  const [from, old] = isBefore ? [0, line.slice(0, mark.at)] : [mark.at, line.slice(mark.to, to - 1)]
  const instead = line.slice(to, reasonAt(line))
  return things(old).some(kinds => kinds.includes('day')) ? { from, to, old, instead } : undefined
}

const IF = phrases('nếu|muốn|đề nghị|được không|có thể')
const ONTO = phrases('sang|đến|tới|qua|thành')
const MOVED = phrases(
  'hoãn|lùi|dời|chuyển|đổi|hoãn sang|lùi sang|dời sang|chuyển sang|đổi sang|hoãn đến|lùi đến|dời đến|hoãn tới|lùi tới|dời tới|dời qua|lùi lại đến',
)

/** «quý 1, à quý 2 chớ»: said, and thought better of at once. */
function rethought(line: Words, things: Things): Cut | undefined {
  const at = line.findIndex(({ text }, place) => place > 0 && /^(?:à|ấy|ơ)$/.test(text) && !line[place]?.glued)
  const instead = line.slice(at + 1)
  if (at < 1 || things(instead.slice(0, 1)).length + things(instead.slice(0, 2)).length === 0) return undefined
  return { from: 0, to: at + 1, old: line.slice(0, at), instead }
}

/** «tăng từ 12 lên 15», «từ hạng 7 lên hạng 4»; «đầu tư» is no «từ». */
function grown(line: Words): Cut | undefined {
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
function because(line: Words, things: Things): Cut | undefined {
  const from = reasonAt(line)
  if (from === undefined) return undefined
  const before = things(line.slice(0, from))
  const figures = before.filter(kinds => !kinds.every(kind => STANDS.test(kind)))
  const [said, ...others] = figures.length > 0 ? figures : before
  const isOther = things(line.slice(from)).every(kinds => !kinds.some(kind => said?.includes(kind)))
  if (said === undefined || others.length > 0 || !isOther) return undefined
  return { from, to: line.length, old: undefined, instead: line.slice(0, from), isBeside: true }
}

/** «giảm 4 hồ sơ so với năm trước, còn 26 hồ sơ» */
const LESS = /^(?:giảm|bớt|tụt|rớt|sụt|thấp|ít)$/
const LEFT = phrases(', còn|, nay còn|, chỉ còn|, còn lại|, xuống còn')

/** «tăng 40 triệu so với tháng trước, đạt 640 triệu» */
function changed(line: Words): Cut | undefined {
  const mark = place(line, CHANGE)
  const isLess = mark && LESS.test(line[mark.at]?.text ?? '')
  const result = mark && (place(line, RESULT, mark.to) ?? (isLess ? place(line, LEFT, mark.to) : undefined))
  if (mark === undefined || result === undefined || place(line, WISHED) !== undefined) return undefined
  const than = place(line.slice(0, result.at), THAN, mark.to)
  return {
    ...{ from: mark.at, to: result.to, isGrowth: true },
    ...{ old: line.slice(mark.to, than?.at ?? result.at), instead: line.slice(result.to) },
  }
}
