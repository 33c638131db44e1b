import { opensCourtesy, withoutCourtesy } from './courtesy.ts'
import { whole } from './decimal.ts'
import { Lexicon } from './lexicon.ts'
import { readCoefficient } from './number-words.ts'
import { fold, normalise } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/** Commands by the contract (architecture.md §4). */
export type Command =
  | 'back'
  | 'skip'
  | 'edit'
  | 'review'
  | 'later'
  | 'cancel'
  | 'help'
  | 'menu'
  | 'start'
  | 'tasks'
  | 'initiative'
  | 'report'
  | 'quickReport'
  | 'launch'
  | 'work'
  | 'commendation'
  | 'decide'
  | 'board'
  | 'drafts'
  | 'web'
  | 'settings'
  | 'mydata'
  | 'ack'
  | 'promise'
  | 'notMine'
  | 'alreadySent'

export interface CommandWord {
  readonly command: Command
  /** Which question: «sửa câu 3». */
  readonly n?: number
  /** Invitation code of «/start CODE», as typed. */
  readonly code?: string
  /** The day of «hẹn ngày 5/4», as typed. */
  readonly day?: string
}

/** No command message is longer: what is longer is text. */
const MAX_COMMAND = 120

const COMMANDS = new Lexicon<Command>([
  ['back', 'quay lại|trở lại|quay về|quaylai|back|lùi lại'],
  ['skip', 'bỏ qua|boqua|skip'],
  ['edit', 'sửa|edit|sửa câu|sửa câu số|sửa số'],
  ['review', 'xem lại|review|xemlai'],
  ['later', 'để sau|later|desau'],
  ['cancel', 'hủy|hủy bỏ|cancel'],
  ['help', 'trợ giúp|giúp|giúp đỡ|help|trogiup'],
  ['menu', 'menu|menu chính|về menu'],
  ['start', 'start|bắt đầu'],
  ['tasks', 'my tasks|tasks|việc|việc của tôi|việc của em|viec'],
  ['initiative', 'sáng kiến|đăng ký sáng kiến|đăng kí sáng kiến|sangkien'],
  ['report', 'báo cáo|báo cáo tiến độ|baocao'],
  ['quickReport', 'báo cáo nhanh|baocaonhanh'],
  ['launch', 'phát động|văn bản phát động|phatdong'],
  ['work', 'tác phẩm|đăng ký tác phẩm|tacpham'],
  ['commendation', 'khen thưởng|khenthuong'],
  ['decide', 'duyệt'],
  ['board', 'progress board|tiến độ|tiendo'],
  ['drafts', 'drafts|my drafts|nháp|bản nháp|nháp của tôi'],
  ['web', 'web'],
  ['settings', 'settings|cài đặt|caidat'],
  ['ack', 'đã nhận|đã nhận được|đã rõ'],
  ['promise', 'hẹn ngày|hẹn lại'],
  ['notMine', 'không phải việc của tôi|không phải việc của em'],
  ['alreadySent', 'đã nộp rồi|đã gửi rồi|đã nộp|đã gửi'],
  ['mydata', 'my data|dữ liệu|dữ liệu của tôi|dữ liệu của em|dulieu'],
])

/**
 * The command a message is, or null when it is anything else. A bare word is a command only when the message holds nothing
 * but it and courtesy; behind a slash the known name at the very start decides, with or without `@botname`.
 */
export function readCommandWord(text: string): CommandWord | null {
  if (text.length > MAX_COMMAND) return null
  const plain = normalise(text)
  if (isSurelyText(plain)) return null
  const slash = /^\/(\p{L}+)(?:_(\d{1,3}))?(?:@\w+)?(?: (.*))?$/u.exec(plain)
  if (slash !== null) {
    const [, name = '', number, rest = ''] = slash
    const known = fromWords(tokenise(number === undefined ? name : `${name} ${number}`), rest)
    if (known !== null) return known
  }
  const bare = plain.replace(/^\//, '')
  const start = /^start ([\w-]{6,64})$/i.exec(bare)
  if (start?.[1] !== undefined && /[\dA-Z_]/.test(start[1])) return { command: 'start', code: start[1] }
  const all = tokenise(bare)
  return fromWords(all, '') ?? fromWords(withoutCourtesy(all), '') ?? promiseOf(bare.replace(/ ạ$/, ''))
}

/** «Hẹn ngày 5/4», «hẹn thứ Sáu tuần này»: only with a day and nothing behind it, so that no answer is mistaken for it. */
function promiseOf(plain: string): CommandWord | null {
  const [, day] = PROMISE.exec(fold(plain)) ?? []
  return day === undefined ? null : { command: 'promise', day: plain.slice(-day.length) }
}

const PROMISE =
  /^hen(?: lai| gui| nop)?(?: vao)?(?: ngay)? (\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2} thang \d{1,2}|mai|(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat)(?: tuan (?:nay|sau|toi))?)$/

/** Most answers open with a word that opens no command and no courtesy: nothing else of them needs to be looked at. */
function isSurelyText(plain: string): boolean {
  const first = /^[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]+(?= |$)/.exec(plain)
  if (first === null) return false
  const folded = fold(first[0])
  return !COMMANDS.opens(folded) && !opensCourtesy(folded)
}

function fromWords(tokens: readonly Token[], rest: string): CommandWord | null {
  const whole = COMMANDS.whole(tokens)
  if (whole === 'start')
    return rest === '' ? { command: 'start' } : /^[\w-]{1,64}$/.test(rest) ? { command: 'start', code: rest } : null
  if (whole === 'edit' && rest !== '') return editOf(withoutCourtesy(tokenise(`sửa ${rest}`)))
  if (whole !== undefined) return rest === '' || isFreeOfDoubt(whole, rest) ? { command: whole } : null
  return editOf(tokens)
}

/** Words behind a slash command («/viec hôm nay») do no harm, except behind those that throw an answer away. */
const isFreeOfDoubt = (command: Command, rest: string): boolean =>
  withoutCourtesy(tokenise(rest)).length === 0 || !['cancel', 'skip', 'back', 'later'].includes(command)

function editOf(tokens: readonly Token[]): CommandWord | null {
  const lead = COMMANDS.find(tokens, 0)
  if (lead?.meaning !== 'edit') return null
  const after = tokens.slice(lead.length)
  const [first] = after
  if (first?.kind === 'number' && after.length === 1 && /^\d{1,3}$/.test(first.text)) {
    return { command: 'edit', n: Number(first.text) }
  }
  const spoken = readCoefficient(after, 0)
  const value = spoken?.values.length === 1 && spoken.values[0] !== undefined ? whole(spoken.values[0]) : undefined
  return spoken?.length !== after.length || value === undefined ? null : { command: 'edit', n: Number(value) }
}
