import { readChoice } from './choice.ts'
import { textOf } from './clauses.ts'
import type { Option } from './labels.ts'
import { isLeftOpen } from './left-open.ts'
import { withoutTalk } from './of-the-reply.ts'
import { choicesInClauses } from './options/choices-in-clauses.ts'
import { mentionsIn } from './options/mentions.ts'
import { isNoOption } from './options/no-option.ts'
import { onlyMentioned } from './options/only-mentioned.ts'
import { optionClauses } from './options/option-clauses.ts'
import { beforeRemarks } from './options/option-remark.ts'
import { isNotNow, isOtherWord, isUndecided, ONE_AND_OTHER, WORDS_AT_MOST } from './options/undecided.ts'
import { putRight } from './put-right.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { fold, MAX_SHORT_ANSWER, withoutBullet } from './text.ts'
import { ticked } from './ticked.ts'
import { tokenise } from './tokens.ts'
import { foundOrBare, orBare } from './without-accents.ts'

/**
 * One of the options as `readChoice` gives it, or the only one that the line names, whatever else it tells: «tập thể tự chấm mức khá vì còn hai hồ
 * sơ trễ hẹn». Not where something denies, doubts or compares it, where a second one is named, or a figure that may be the number of one is left over.
 */
export function readChosen(typed: string, options: readonly Option[]): Reading<number> {
  const text = withoutTalk(typed.normalize('NFC'))
  const one = chosenIn(text, options)
  return one.ok && (isLeftOpen(text) || isNotNow(text) || isOtherWord(text)) ? ask('unsure', [one.value]) : one
}

function chosenIn(text: string, options: readonly Option[]): Reading<number> {
  const [only, ...others] = ticked(text) ?? []
  if (only !== undefined) {
    const label = readChoice(only, options)
    return others.length > 0 ? ask('severalValues') : label.ok ? read(label.value, false) : label
  }
  if (EITHER.test(text)) return ask('severalValues')
  const alone = readChoice(text, options)
  if (alone.ok && endsOtherwise(text, alone.value, options)) return ask('severalValues')
  if (alone.ok || text.length > MAX_SHORT_ANSWER) return alone
  const index = onlyMentioned(text, options)
  return index === undefined
    ? (decided(text, options) ??
        mainOnly(text, options) ??
        putRight(text, part => plainly(part, options)) ??
        chosenBefore(text, options) ??
        beyond(text, options) ??
        alone)
    : read(index, false)
}

/** «bên em sắp xếp lại các hội đồng nên ghi là tổ chức bộ máy nhé»: what comes of the reason, where the reason names none and leaves nothing open. */
function decided(text: string, options: readonly Option[]): Reading<number> | undefined {
  const [, reason = '', choice = ''] = decides(text.trim()) ?? []
  const words = tokenise(reason)
  if (choice === '' || isUndecided(text) || isOpenReason(reason) || mentionsIn(words, options).length > 0)
    return undefined
  const one = readChoice(choice, options)
  return one.ok ? read(one.value, false) : undefined
}

/** What a part of a line chooses by itself. */
function plainly(part: string, options: readonly Option[]): Reading<number> {
  const index = onlyMentioned(part, options)
  return index === undefined ? readChoice(part, options) : read(index, false)
}

const decides = foundOrBare(
  /^([^?]{6,120}?)[ ,]+(?<!(?:không|chẳng|chưa|có|đừng|trở|liệu|xem) )nên (?:là )?(?:(?:em|tôi|mình|bên em|cứ|xin) )*(?:ghi|chọn|xếp|để|lấy|đánh|điền)(?: (?:là|vào|cho em))* ([^,;?]{2,60})$/iu,
)
const isOpenReason = orBare(
  /(?:^|\s)(?:hoặc|hay là|hay|chắc|có lẽ|hình như|nếu|nhưng|nhầm|lộn|tưởng|năm ngoái|lần trước|hôm trước|phân vân|chưa biết|không biết|trừ|số \d)(?:\s|$)/iu,
)

/** «mô hình do phòng viết, giải pháp»: the last clause is another option, and nothing was put right. */
function endsOtherwise(text: string, index: number, options: readonly Option[]): boolean {
  const last = text.split(/[,;]\s*/).at(-1) ?? text
  const one = last === text || PUT_RIGHT.test(fold(text)) ? undefined : readChoice(last, options)
  return one?.ok === true && one.value !== index
}

const PUT_RIGHT = /(?:^|[\s,.;])(?:nham|lon|sua|doi|a|khong|phai|chu|thay|quen|sai|dung|lai|chinh|o|ay|y)(?:[\s,.;]|$)/

/** «ghi giúp vào mục số 9 trong danh sách»: the number of none of the options, and nothing that names one. */
function beyond(text: string, options: readonly Option[]): Reading<number> | undefined {
  const typed = tokenise(text)
  const isNumbered = typed.some(({ text: word }) => /^(?:số|so)$/.test(word)) && mentionsIn(typed, options).length === 0
  const chosen = isNumbered ? choicesInClauses(typed, options) : undefined
  return chosen?.ok === false && chosen.why === 'outOfRange' ? outOfRange(options) : undefined
}

/** «bên tổ chức bộ máy nhé, sáp nhập lại cho gọn»: what the line chooses before it goes on to something else. */
function chosenBefore(text: string, options: readonly Option[]): Reading<number> | undefined {
  const typed = tokenise(withoutBullet(text).replace(/[\r\n]+/g, ' ; '))
  const head = ONE_AND_OTHER.test(text) || isUndecided(text) ? undefined : beforeRemarks(typed, options)
  if (head === undefined) return undefined
  const one = readChoice(textOf(head), options)
  const index = one.ok ? one.value : onlyMentioned(textOf(head), options)
  if (index !== undefined) return read(index, false)
  return !one.ok && one.kind === 'invalid' && one.why === 'outOfRange' ? one : undefined
}

/** «đáp án 2 hay ý 1» */
const EITHER = /(?:^|\s)\d{1,2}\s(?:hay|hoặc|hay là)\s(?:\p{L}{1,6}\s){0,2}\d{1,2}(?:[\s.,;!]|$)/iu

/** What is chosen once the side clauses are off: «giải pháp, vì …», «cách làm hay, chưa phải sáng kiến», «số 6, lần trước em cũng chọn thế». */
function mainOnly(text: string, options: readonly Option[]): Reading<number> | undefined {
  const typed = tokenise(withoutBullet(text).replace(/[\r\n]+/g, ' ; '))
  if (typed.length > WORDS_AT_MOST || isUndecided(text) || ONE_AND_OTHER.test(text)) return undefined
  const { main, denied, isCut } = optionClauses(typed, options)
  if (!isCut) return isNoOption(main, options) ? outOfRange(options) : undefined
  const rest = main.map(textOf).join(', ')
  const one = readChoice(rest, options)
  const index = one.ok ? one.value : onlyMentioned(rest, options)
  if (index !== undefined) return denied.has(index) ? undefined : read(index, false)
  return isNoOption(main, options) ? outOfRange(options) : undefined
}

const outOfRange = (options: readonly Option[]): Reading<number> => invalid('outOfRange', { count: options.length })
