import { courtesyAt, courtesyBefore, isCourtesyToEnd } from './command-courtesy.ts'
import { COMMON, slip } from './command-slips.ts'
import { type CommandWord, commandAt } from './command-words.ts'
import { Lexicon } from './lexicon.ts'
import { saidToAssistant } from './said-to-assistant.ts'
import { normalise } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/** What is longer than this is an answer in its own words. */
const LONGEST = 80
const MOST_WORDS = 14

/** Words that say nothing by themselves in an answer, and the words for the parts of a form. */
const FUNCTION = new Lexicon([
  [
    true,
    'có|có thể|được|đc|dc|không|ko|k|hông|chưa|đã|đang|sẽ|thì|mà|là|và|với|ở|trong|của|cái|này|nay|đó|kia|ấy|đây|rồi|r|nữa|lại|hết|cả|tất cả|một|luôn|ngay|xong|vì|nhưng|hay|hoặc|nào|sao|gì|mấy|bao giờ|khi nào|làm sao|thế nào|như thế nào|phải|nên|đừng|nhầm|sai|lộn|quên|lỡ|bấm|gõ|nhập|ghi|viết|điền|khai|trả lời|làm|xem|biết|nhớ|hiểu|thấy|bị|do|từ|để|giờ|lúc|nãy|vừa|mới|tới|đến|về|ra|vào|lên|qua|sang|quá|lắm|như|thôi|đâu|chứ|nhỉ|hả|mai|hôm|nay|đi|dùng|chọn|tự|?',
  ],
  [
    true,
    'câu|câu hỏi|câu trả lời|bước|phần|mục|chỗ|đoạn|bài|bản|phiếu|biểu mẫu|form|mẫu|đơn|hồ sơ|nháp|bản nháp|nội dung|thông tin|tên|dữ liệu|trên|trước|sau|dưới|cuối|đầu|đầu tiên|tiếp|tiếp theo|kế|số|thứ|tin|tin nhắn|đăng ký',
  ],
])

/** Commands that are called by the name of a thing, and the words that only describe a thing: «một sáng kiến hay» is a title. */
const THINGS: ReadonlySet<string> = new Set([
  'initiative',
  'report',
  'quickReport',
  'launch',
  'work',
  'activity',
  'commendation',
  'board',
  'drafts',
])
const DESCRIBING = new Lexicon([
  [true, 'một|1|hay|mới|và|của|này|đó|ấy|trong|với|nhiều|tất cả|đầu tiên|như|từ|hay nhất'],
])

/** What is no command, and yet means one: asked about, never carried out. */
const MEANT = new Lexicon<CommandWord['command']>([
  [
    'later',
    'để em nghĩ đã|để nghĩ đã|để suy nghĩ đã|chờ em chút|chờ chút|chờ tí|đợi chút|đợi em|đợi em tí|đợi em chút|đợi tí|từ từ đã|lưu|em bận|bận|bận rồi|bận quá|đang bận|tôi bận|chưa rảnh|dừng|dừng lại|ngừng|stop|nghỉ|lát nữa|để đó|để đấy',
  ],
  [
    'cancel',
    'làm lại từ đầu|khai lại từ đầu|nhập lại từ đầu|bắt đầu lại|làm lại|nhập lại|thôi không làm|thôi bỏ|đăng ký lại',
  ],
  [
    'help',
    'không biết|em không biết|chưa biết ghi gì|chưa nghĩ ra|không biết ghi gì|không biết viết gì|câu này trả lời thế nào|câu này trả lời sao|câu này ghi gì|câu này ghi thế nào|câu này điền gì|câu này nghĩa là sao|tên là gì|đây là gì|cái gì đây|sao không gửi được|không gửi được|lỗi rồi|bị lỗi|bị lỗi rồi|có ai không|sao lại thế|sao thế|sao vậy|gì vậy|gì thế|cứu|hỏi|cho hỏi|là sao|nghĩa là gì|hướng dẫn với|trả lời thế nào|trả lời sao|ghi thế nào|ghi sao|ghi gì|giải thích|giải thích thêm|giải thích giúp',
  ],
  ['skip', 'bỏ qa|bỏ wa|bỏ wua|tiếp|tiếp tục|tiếp theo|câu sau|câu khác'],
  [
    'edit',
    'sai rồi|nhầm rồi|nhầm|ghi nhầm|ghi sai|nhập sai|nhập nhầm|gõ nhầm|gõ sai|điền sai|điền nhầm|trả lời sai|trả lời nhầm|ghi sai rồi|ghi nhầm rồi|nhập sai rồi|nhập nhầm rồi|gõ sai rồi|gõ nhầm rồi|điền sai rồi|điền nhầm rồi|trả lời sai rồi|trả lời nhầm rồi',
  ],
  ['alreadySent', 'gửi rồi|nộp rồi|gửi xong rồi|nộp xong rồi'],
  ['clear', 'xóa bỏ|xóa giúp|xóa câu'],
])

/**
 * The command that a message probably means without being one: a command phrase among nothing but function words («em lỡ bấm bỏ qua»,
 * «hủy?»), or one slip of the finger away («Huyy», «quay laij»). Null for every answer in its own words. It is for asking back only.
 */
export function readNearCommand(text: string): CommandWord | null {
  if (text.length > LONGEST) return null
  const plain = normalise(text)
  const tokens = tokenise(plain)
  if (tokens.length === 0 || tokens.length > MOST_WORDS) return null
  return (
    aboutQuestion(tokens) ??
    asksOrSighs(tokens) ??
    meant(tokens) ??
    amongFunctionWords(tokens) ??
    slip(plain, tokens) ??
    saidToAssistant(plain)
  )
}

/** «Sửa câu 3 thành …», «câu 6 em ghi nhầm»: what follows is what it should say, not an answer to this question. */
function aboutQuestion(tokens: readonly Token[]): CommandWord | null {
  let at = 0
  for (let courtesy = 1; courtesy > 0; at += courtesy) {
    const found = commandAt(tokens, at)
    if (found?.word.n !== undefined && tokens.slice(at, at + found.length).some(isQuestionNoun)) return found.word
    courtesy = courtesyBefore(tokens, at)
  }
  const noun = tokens.findIndex((token, index) => isQuestionNoun(token) && tokens[index + 1]?.kind === 'number')
  const number = tokens[noun + 1]?.text ?? ''
  const rest = tokens.filter((_, index) => index !== noun && index !== noun + 1)
  const isWrong = rest.some(token => ['sai', 'nham', 'lon', 'loi'].includes(token.folded))
  return noun >= 0 && isWrong && /^\d{1,3}$/.test(number) && rest.every((_, index) => isFunction(rest, index) > 0)
    ? { command: 'edit', n: Number(number) }
    : null
}

/** «ủa viết gì vào đây ạ?», «bot hỏi lắm thế, mệt quá»: a question about the form, or a sigh; no answer to it. */
function asksOrSighs(tokens: readonly Token[]): CommandWord | null {
  const has = (list: Lexicon<true>) => tokens.some((_, at) => list.find(tokens, at) !== undefined)
  const isQuestion = tokens.some(({ text }) => text === '?') || has(ASKING_ENDS)
  const asks = tokens.length < 10 && isQuestion && has(FILLING) && has(ASKING)
  const isSigh = tokens.length < 10 && has(ASSISTANT) && has(SIGHS)
  return asks || isSigh ? { command: 'help' } : null
}

const FILLING = new Lexicon<true>([[true, 'viết|ghi|điền|nhập|trả lời|khai|gõ|chọn|bấm|gửi|đính kèm']])
const ASKING = new Lexicon<true>([
  [
    true,
    'gì|nào|sao|thế nào|như nào|kiểu gì|ở đâu|vào đâu|bao nhiêu|có phải|có cần|được không|được chưa|đúng không|phải không',
  ],
])
const ASKING_ENDS = new Lexicon<true>([[true, 'ủa|vậy ạ|thế ạ|hả']])
const ASSISTANT = new Lexicon<true>([[true, 'bot|trợ lý|hỏi|máy này|form này|biểu mẫu này|câu này']])
const SIGHS = new Lexicon<true>([
  [
    true,
    'mệt quá|mệt thế|mệt ghê|chán quá|chán thế|bực quá|lắm thế|nhiều thế|nhiều quá|dài thế|dài quá|lằng nhằng|rườm rà|phiền quá|khó quá|khó thế|khó hiểu|lâu thế',
  ],
])

const isQuestionNoun = ({ folded }: Token): boolean => folded === 'cau' || folded === 'muc'

function meant(tokens: readonly Token[]): CommandWord | null {
  for (let at = 0; at < tokens.length; ) {
    const found = MEANT.find(tokens, at)
    if (found && isCourtesyToEnd(tokens, at + found.length)) return { command: found.meaning }
    const courtesy = courtesyBefore(tokens, at)
    if (courtesy === 0) return null
    at += courtesy
  }
  return null
}

function amongFunctionWords(tokens: readonly Token[]): CommandWord | null {
  let word: CommandWord | null = null
  let isDescribed = true
  for (let at = 0; at < tokens.length; ) {
    const found = commandAt(tokens, at)
    if (found && !COMMON.has(found.word.command)) {
      word ??= found.word
      at += found.length
      continue
    }
    const length = isFunction(tokens, at)
    if (length === 0) return null
    isDescribed &&= DESCRIBING.find(tokens, at) !== undefined
    at += length
  }
  return word && isDescribed && THINGS.has(word.command) ? null : word
}

function isFunction(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind === 'number') return 1
  return Math.max(FUNCTION.find(tokens, at)?.length ?? 0, courtesyAt(tokens, at))
}
