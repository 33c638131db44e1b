import { chooseOne } from '../choice.ts'
import { clausesOf, textOf } from '../clauses.ts'
import type { Option } from '../labels.ts'
import { reasonAt } from '../reason.ts'
import { fold } from '../text.ts'
import { type Token, tokenise } from '../tokens.ts'
import { foundOrBare, orBare } from '../without-accents.ts'
import { mentionsIn } from './mentions.ts'

type Words = readonly Token[]

/** What a line says of the options once its side clauses are told apart. */
export interface OptionClauses {
  /** What is left: the clauses that may choose. */
  readonly main: readonly Words[]
  /** The options that a clause says it is not: «chưa phải sáng kiến», «công nghệ mới thì chưa». */
  readonly denied: ReadonlySet<number>
  /** Where in the line the first such clause begins; beyond its end where there is none. */
  readonly deniedFrom: number
  /** Whether anything was left out. */
  readonly isCut: boolean
}

/**
 * A line at its clauses, without its reason, without what was chosen another time, and without what it says it is not. A clause that denies something
 * else than options, or options of which it is not plain which, stays in `main`.
 */
export function optionClauses(typed: Words, options: readonly Option[]): OptionClauses {
  const reason = ownReasonAt(typed, options)
  const said = splitAtNot(typed.slice(0, reason))
  const denied = new Set<number>()
  let deniedFrom = Number.POSITIVE_INFINITY
  const main = said.filter(words => {
    if (isEarlier(words) || isItsName(words, options)) return false
    const not = deniedIn(words, options)
    for (const index of not ?? []) denied.add(index)
    if (not !== undefined) deniedFrom = Math.min(deniedFrom, words[0]?.start ?? 0)
    return not === undefined
  })
  return { main, denied, deniedFrom, isCut: main.length < said.length || reason !== undefined }
}

/** Where the reason of a choice begins; undefined where it names an option itself, or is not certain. */
export function ownReasonAt(typed: Words, options: readonly Option[]): number | undefined {
  const clause = typed.findIndex(
    ({ text }, at) => at > 0 && /^[,.;(]$/.test(typed[at - 1]?.text ?? '') && OPENS_REASON.test(text),
  )
  const at =
    reasonAt(typed) ??
    bareReasonAt(typed, options) ??
    (clause > 0 && !UNSURE.test(textOf(typed.slice(clause))) ? clause : undefined)
  return at === undefined || mentionsIn(typed.slice(at), options).length > 0 ? undefined : at
}

/** «cach lam hay vi khong ton kinh phi»: without accents only directly behind the option, or behind a mark. */
function bareReasonAt(typed: Words, options: readonly Option[]): number | undefined {
  const at = typed.findIndex(({ raw }, place) => place > 0 && /^vi$/.test(raw))
  if (at < 1 || typed.some(({ text, folded }) => text !== folded) || isUnsureBare(textOf(typed.slice(at))))
    return undefined
  const isBehind =
    /^[,.;]$/.test(typed[at - 1]?.text ?? '') || mentionsIn(typed.slice(0, at), options).some(({ to }) => to === at)
  return isBehind ? at : undefined
}

const OPENS_REASON = /^(?:vì|bởi|do|tại)$/
const UNSURE =
  /(?:^|\s)(?:hoặc|hay|chắc|có lẽ|hình như|không biết|chưa rõ|chưa chốt|nếu|nhưng|tạm|nhầm|lộn)(?:\s|$)|\?/iu
const isUnsureBare = orBare(UNSURE)

/** «cách làm hay chứ chưa phải sáng kiến»: what is denied is a clause of its own. */
const splitAtNot = (words: Words): Words[] =>
  clausesOf(words, true).flatMap(clause => {
    const at = clause.findIndex(
      ({ text }, place) =>
        (text === 'chứ' &&
          (NOT.test(clause[place + 1]?.text ?? '') || denied(textOf(clause.slice(place + 1))) !== null)) ||
        (text === 'nên' && isTooMuch(textOf(clause.slice(0, place))) !== null),
    )
    // «nên để giải pháp»
    const from =
      clause[at]?.text === 'nên' && /^(?:để|ghi|chọn|lấy|xếp)$/.test(clause[at + 1]?.text ?? '') ? at + 2 : at + 1
    return at > 0 ? [clause.slice(0, at), clause.slice(from)] : [clause]
  })

const NOT = /^(?:chưa|không|ko|chẳng|hông)$/

/** «lần trước em cũng chọn thế», «phiếu trước ghi giải pháp», «hôm trước em chọn nhầm» */
const EARLIER =
  /^(?:(?:hôm|lần|phiếu|bản|kỳ|đợt|hồi) (?:trước|nãy)|trước đây|trước đó|năm ngoái|năm trước|trước(?= (?:em|tôi|bên|phường|chọn|ghi|bấm|là|đăng))) (?!như|giống|sao|thế nào)/iu
const CHOSE = /(?:^|\s)(?:chọn|ghi|báo|điền|bấm|viết|đăng ký|là|tích)(?:\s|$)/iu

/** Whether a clause tells what was chosen another time. */
export const isEarlier = (words: Words): boolean => opensEarlier(textOf(words)) && chose(textOf(words))

const opensEarlier = orBare(EARLIER)
const chose = orBare(CHOSE)

/** «tên là Ngày không hẹn»: how it is called. */
const isItsName = (words: Words, options: readonly Option[]): boolean =>
  callsIt(textOf(words)) && mentionsIn(words, options).length === 0
const callsIt = orBare(/^(?:có |lấy |đặt )?tên (?:là|gọi|gọi là|của (?:nó|mô hình|sáng kiến|giải pháp) là)(?= \S)/iu)

/** «chưa dám gọi là sáng kiến», «không dính gì đến tài chính» */
const DENIES =
  /^(?:mà )?(?:chưa|không|ko|chẳng|hông)(?: (?:phải|dám|được|gọi|là|coi|xem|thuộc|liên|quan|dính|dáng|gì|đến|tới|mức|hẳn|hề|có|bên|đăng ký|chọn|làm)){1,6} /iu
/** «công nghệ mới thì chưa», «giải pháp không có» */
const DENIED =
  /^(?:chứ )?(.{2,60}?) (?:thì )?(?:chưa|không|ko|chẳng)(?: (?:có|dám|làm|đăng ký|chọn|phải|được|gì|cái nào|ai))*(?: (?:ạ|nhé|đâu|cả|hết))*$/iu

const isDoubled = orBare(/(?:^|\s)(?:không|chưa|ko|hay(?! (?:thôi|nhé)|$)|hoặc|nếu|mà|nhưng)(?:\s|$)/iu)
const denies = foundOrBare(DENIES)
const denied = foundOrBare(DENIED)

/** «gọi là sáng kiến thì to quá» */
const isTooMuch = foundOrBare(
  /^(?:mà )?(?:gọi|coi|nói|xếp|ghi)(?: là| vào)? (.{2,40}?) thì (?:hơi |có vẻ |cũng )?(?:to|quá|cao|lớn|nặng|ngại|oai|chưa (?:tới|đến|xứng|dám))(?: (?:quá|lắm|tầm|mức|ạ))*$/iu,
)

/** The options that a clause denies; undefined where it denies none, or something besides. */
function deniedIn(words: Words, options: readonly Option[]): number[] | undefined {
  const line = textOf(words)
  const before = denies(line)?.[0]
  const object = before === undefined ? (denied(line) ?? isTooMuch(line))?.[1] : line.slice(before.length)
  // «1, 2. không có»: it may be said of both.
  if (object === undefined || /^\d+ ?[.)]/.test(object) || isDoubled(object)) return undefined
  if (OTHERS.test(fold(object))) return []
  const one = chooseOne(tokenise(object), options)
  if (one.ok) return [one.value]
  const named = [...new Set(mentionsIn(tokenise(object), options).map(({ index }) => index))]
  return named.length === 1 && textOf(tokenise(object)).split(' ').length < 10 ? named : undefined
}

/** «các loại khác», «còn lại»: whatever was not chosen. */
const OTHERS =
  /^(?:con )?(?:(?:cac|may|nhung|con) )*(?:(?:loai|cai|muc|noi dung|thu|linh vuc|y|o|hinh thuc)(?: hinh)? )?(?:(?:nao )?(?:khac|con lai)|(?<=(?:cac|may|nhung) \S+(?: hinh)? )kia)(?: (?:thi|truong|phuong|xa|phong|don vi|ben|em|minh|toi|tui|co quan|chung em|tram|ben em))*$/
