import { Lexicon } from '../lexicon.ts'
import { readQuantity } from '../numerals/quantity.ts'
import { ONES } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'
import { DONG, NOUNS, PERCENT_WORDS } from './plain-words.ts'
import type { Meaning } from './span.ts'
import type { Found } from './year.ts'

type Said = Found<Meaning> | undefined

const QUESTION = 'câu|câu số|câu hỏi|mục|mục số|ý|dòng|phần|nội dung'
const QUESTIONS = new Lexicon([[true, `${QUESTION}|tiêu chí|chỉ tiêu`]])
const LABELS = new Lexicon<string>(
  `${QUESTION}|lần|lần thứ|đợt|kỳ|khóa|khoá|tổ|khu|khu phố|thôn|xóm|phường|xã|quận|lớp|điều|khoản|biểu số|biểu mẫu|biểu mẫu số|mẫu số|phụ lục số|chương|bảng|biểu|mẫu|phụ lục|pl|trang|nhóm|mức|mức độ|cấp|cấp độ|tuần|vòng|bước|quy trình|giai đoạn|phòng|phòng số|phòng họp|phòng họp số|đoàn kiểm tra số|đoàn số|đội số|tổ số|cửa số|chỉ tiêu|chỉ tiêu số|tiêu chí|ct|tc|hàng|cột|quầy số|ca|tầng|lầu|hình|phương án|khối|loại|hệ|dạng|gói|cụm|bàn|kíp|đời|số thứ tự|stt|nhà|số nhà|quốc lộ|tỉnh lộ|ql|bệnh viện|chương trình|thế kỷ|thập niên|luật|quy định|cơn bão|cơn bão số|cơ sở|hộp thư|năm học|nhiệm kỳ|excel|office|windows|ngã|cầu|tàu|tiết|kênh|đài|mũi|lô|lỗi|mã lỗi|lứa|chuyến|tuyến|ga|biển|cổng|hotline|áo số|tập|tổ công tác|tổ công tác số`
    .split('|')
    .map(noun => [noun, noun] as const),
)
/** They are told apart by small numbers, so that what is greater is counted or done: «cấp 218 bản sao». */
const FEW = new Lexicon([
  [
    true,
    'cấp|cấp độ|mức|mức độ|đợt|kỳ|lần|giai đoạn|vòng|bước|nhóm|ca|chuyến|tuyến|khối|cụm|gói|loại|dạng|hệ|kíp|lứa|tiết|thế kỷ|quận|ngã|tầng|lầu|phường|xã|tổ|khu|khu phố|thôn|xóm',
  ],
])
/** Words of doing too: «cấp 12 thẻ», «xin lỗi 1 trường hợp». */
const DONE = new Lexicon([[true, 'cấp|lỗi']])
const VERSIONED = new Lexicon([[true, 'công nghệ|công nghiệp|cách mạng|thời đại|thời|phiên bản|bản|mô hình|phần mềm']])
const STREET = new Lexicon([[true, 'đường|phố|ngõ|ngách|hẻm|quốc lộ|tỉnh lộ|đại lộ']])
/** Their figures are names, however long. */
const IDENTIFIED = new Lexicon([
  [
    true,
    'mã|mã số|mã hồ sơ|mã otp|otp|mã dự án|mã số thuế|mst|mật khẩu|pass|password|tài khoản|số tài khoản|stk|số tk|tk|cccd|cmnd|hóa đơn|hoá đơn|biên lai|phiếu chi|phiếu thu|chứng từ',
  ],
])
const PAPERS = new Lexicon([
  [
    true,
    'đề án|đề án số|kế hoạch số|kh số|quyết định|quyết định số|qđ|qđ số|nghị quyết|nghị quyết số|nq|thông tư|thông tư số|tt số|công văn|công văn số|công văn đến số|công văn đi số|văn bản đến số|văn bản đi số|dấu đến số|cv|cv số|báo cáo số|bc số|chỉ thị|chỉ thị số|nghị định|nghị định số|nđ|văn bản số|thông báo số|tờ trình số|luật số|số hiệu|hướng dẫn số|giấy mời|giấy mời số|thư mời số|biên bản số|kết luận số|phiếu số|hóa đơn số|phiếu chi số|phiếu thu số|chứng từ số|ủy nhiệm chi số',
  ],
])
/** Without «số» they are named by a great number only: «kế hoạch 20» is a plan of twenty. */
const GREAT = new Lexicon([[true, 'kế hoạch|kh|báo cáo|bc|thông báo|tb|tờ trình']])
/** «tăng 2 bậc»: how far, and no place. */
const MOVED = new Lexicon([[true, 'tăng|giảm|lên|xuống|tụt|vượt|tiến|hạ']])
const ROMAN = /^(?:i{1,3}|iv|v|vi{1,3}|ix|x)$/

/** «C07», «C 07», «c02b»: the code of a target. */
export function targetAt(tokens: readonly Token[], at: number): Said {
  const dash = tokens[at]?.text === 'ct' && tokens[at + 1]?.text === '-' && tokens[at + 1]?.glued ? 1 : 0
  const [letter, number, part] = [tokens[at], tokens[at + 1 + dash], tokens[at + 2 + dash]]
  if (!/^ct?$/.test(letter?.text ?? '') || !/^\d{1,2}$/.test(number?.text ?? '')) return undefined
  if (!number?.glued && letter?.raw !== 'C') return undefined
  const hasPart = part?.glued === true && /^[a-d]$/.test(part.text)
  const code = `C${(number?.text ?? '').padStart(2, '0')}${hasPart ? part.text : ''}`
  return { value: { is: 'target', code }, length: (hasPart ? 3 : 2) + dash }
}

/** A numeral that belongs to the noun before it: «câu 5», «lần 3», «Đề án 06». Not where a unit follows: «mức 640 triệu». */
export function labelAt(tokens: readonly Token[], at: number): Said {
  if (
    MOVED.find(tokens, at) &&
    (tokens[at + 1]?.kind === 'number' || ONES.find(tokens, at + 1) !== undefined) &&
    /^(?:bac|hang)$/.test(tokens[at + 2]?.folded ?? '')
  )
    return { value: { is: 'label', noun: 'bậc' }, length: 3 }
  // «ở P.204»
  if (tokens[at]?.raw === 'P' && tokens[at + 1]?.text === '.' && /^\d{3,4}$/.test(tokens[at + 2]?.text ?? ''))
    return { value: { is: 'label', noun: 'phòng' }, length: 3 }
  const section =
    datedPaperAt(tokens, at) ??
    sectionAt(tokens, at) ??
    versionAt(tokens, at) ??
    addressAt(tokens, at) ??
    identifiedAt(tokens, at)
  if (section !== undefined) return section
  const great = GREAT.find(tokens, at)
  const isGreat =
    great !== undefined &&
    /^\d{3,4}$/.test(tokens[at + great.length]?.text ?? '') &&
    !isDated(tokens, at + great.length)
  const paper = PAPERS.find(tokens, at) ?? (isGreat ? great : undefined)
  const label = LABELS.find(tokens, at)
  const length = paper?.length ?? label?.length
  if (length === undefined) return undefined
  const token = tokens[at + length]
  const isFigure = token?.kind === 'number' && /^\d{1,4}$/.test(token.text)
  const isWord =
    !paper && ONES.find(tokens, at + length) !== undefined && readQuantity(tokens, at + length)?.length === 1
  if (!isFigure && !isWord && !ROMAN.test(token?.text ?? '')) return undefined
  // «Trạm Y tế xã năm ngoái»
  if (token?.folded === 'nam' && /^(?:ngoai|nay|truoc|sau|toi|kia)$/.test(tokens[at + length + 1]?.folded ?? ''))
    return undefined
  if (isCounted(tokens, at + length)) return undefined
  // «nhưng bị loại 2»: two of them fell out.
  if (label?.meaning === 'loại' && /^(?:bị|phải|nhưng|đã)$/.test(tokens[at - 1]?.text ?? '')) return undefined
  // «trạm xã hai phần ba»
  if (isWord && tokens[at + length + 1]?.folded === 'phan') return undefined
  if (FEW.find(tokens, at) && /^[1-9]\d\d$/.test(token?.text ?? '')) return undefined
  if (DONE.find(tokens, at) && NOUNS.find(tokens, at + length + 1) !== undefined) return undefined
  // «xã 03 mô hình»: papers write counts so.
  if (/^0\d$/.test(token?.text ?? '') && NOUNS.find(tokens, at + length + 1) !== undefined) return undefined
  // «chương trình 3 buổi»
  if (label?.meaning === 'chương trình' && NOUNS.find(tokens, at + length + 1) !== undefined) return undefined
  return paper
    ? { value: { is: 'paper' }, length: length + 1 + issuerBehind(tokens, at + length + 1) }
    : { value: { is: 'label', noun: label?.meaning ?? '' }, length: length + 1 + lastYear(tokens, at + length) }
}

/** «Giấy rút vốn số 17 ngày 08/3/2024»: a number with its day is that of a paper, whatever it is called. */
const datedPaperAt = (tokens: readonly Token[], at: number): Said =>
  at > 0 &&
  tokens[at]?.folded === 'so' &&
  /^\d{1,4}$/.test(tokens[at + 1]?.text ?? '') &&
  tokens[at + 2]?.folded === 'ngay' &&
  isDated(tokens, at + 3) &&
  !/^(?:tong|con|la|duoc|co|du|tren|trong)$/.test(tokens[at - 1]?.folded ?? '')
    ? { value: { is: 'paper' }, length: 2 }
    : undefined

/** «giai đoạn 2021-2025» */
const lastYear = (tokens: readonly Token[], at: number): number =>
  [tokens[at], tokens[at + 2]].every(token => /^20\d\d$/.test(token?.text ?? '')) &&
  /^[-–—]$/.test(tokens[at + 1]?.text ?? '')
    ? 2
    : 0

/** «báo cáo 2024-08-05», «báo cáo 131 / 219»: a day that begins with its year, or a ratio. */
const isDated = (tokens: readonly Token[], at: number): boolean =>
  /^[-/.]$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.kind === 'number'

/** «Nghị quyết số 05-NQ/TU» */
function issuerBehind(tokens: readonly Token[], at: number): number {
  let length = 0
  while (
    /^[-–&/‑]$/.test(tokens[at + length]?.text ?? '') &&
    /^\p{L}/u.test(tokens[at + length + 1]?.text ?? '') &&
    tokens[at + length + 1]?.glued
  )
    length += 2
  return length
}

/** «mục 2.1: 35»: a section of a paper, where a figure of its own follows. */
function sectionAt(tokens: readonly Token[], at: number): Said {
  const noun = QUESTIONS.find(tokens, at)
  const [number, colon] = noun ? tokens.slice(at + noun.length) : []
  if (noun === undefined || !/^\d{1,2}(?:\.\d{1,2}){1,3}$/.test(number?.text ?? '') || colon?.text !== ':')
    return undefined
  return { value: { is: 'label', noun: 'mục' }, length: noun.length + 1 }
}

/** «công nghệ 4.0», «phiên bản 2.1» */
function versionAt(tokens: readonly Token[], at: number): Said {
  const noun = VERSIONED.find(tokens, at)
  return noun && /^\d\.\d$/.test(tokens[at + noun.length]?.text ?? '')
    ? { value: { is: 'label', noun: 'phiên bản' }, length: noun.length + 1 }
    : undefined
}

/** «số 7 đường Trần Phú» */
const addressAt = (tokens: readonly Token[], at: number): Said =>
  tokens[at]?.folded === 'so' && tokens[at + 1]?.kind === 'number' && STREET.find(tokens, at + 2)
    ? { value: { is: 'label', noun: 'số nhà' }, length: 2 }
    : undefined

/** «mật khẩu 123456», «stk số 19001234567», «mã 4567» */
function identifiedAt(tokens: readonly Token[], at: number): Said {
  const noun = IDENTIFIED.find(tokens, at)
  if (noun === undefined) return undefined
  const lead = noun.length + (tokens[at + noun.length]?.folded === 'so' ? 1 : 0)
  const isFigure = /^\d{4,}$/.test(tokens[at + lead]?.text ?? '')
  return isFigure && !isCounted(tokens, at + lead)
    ? { value: { is: 'label', noun: 'mã' }, length: lead + 1 }
    : undefined
}

/** Whether a scale, a unit, a sign of percent or of a ratio takes the numeral away from the noun before it. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const quantity = readQuantity([...tokens.slice(at, at + 4)], 0)
  const next = tokens[at + 1]
  if (quantity !== undefined && quantity.scale > 1n) return true
  return /^[%/\\⁄∕]$/.test(next?.text ?? '') && (next?.text === '%' || next?.glued === true)
    ? true
    : DONG.find(tokens, at + 1) !== undefined || PERCENT_WORDS.find(tokens, at + 1) !== undefined
}

/** «114/KH-UBND», «12/2024/QĐ-UBND», «45/UBND-NV». */
export function paperAt(tokens: readonly Token[], at: number): Said {
  if (tokens[at]?.kind !== 'number' || !isSlash(tokens[at + 1])) return undefined
  let length = 2
  if (/^\d{4}$/.test(tokens[at + 2]?.text ?? '') && isSlash(tokens[at + 3])) length = 4
  const issuer = tokens[at + length]
  if (
    issuer?.kind !== 'word' ||
    !issuer.glued ||
    !/^(?:\p{Lu}[\p{L}]+|kh|qd|qđ|bc|tb|ubnd|cv|nq|ct|ttr)$/u.test(issuer.raw)
  )
    return undefined
  length += 1
  while (/^[-–&/‑]$/.test(tokens[at + length]?.text ?? '') && tokens[at + length + 1]?.glued) length += 2
  return { value: { is: 'paper' }, length }
}

const isSlash = (token: Token | undefined): boolean => token?.text === '/' && token.glued

/** «17 giờ 30 phút», «17 giờ 30 ngày 5/3»; what anything else follows may be a figure of its own. */
function minutesBehind(tokens: readonly Token[], at: number): number {
  const [minutes, next] = [tokens[at], tokens[at + 1]]
  if (!/^[0-5]\d$/.test(minutes?.text ?? '')) return 0
  if (next?.folded === 'phut') return 2
  if (minutes?.text === '00' && !minutes.glued) return 1
  return /^(?:ngay|sang|chieu|toi)$/.test(next?.folded ?? '') ? 1 : 0
}

/** «mười bốn giờ ngày …», «năm giờ chiều thứ sáu»: before a day, so that «năm giờ» by itself stays five of them. */
function spokenTime(tokens: readonly Token[], at: number): Said {
  const hours = tokens[at]?.kind === 'word' ? readQuantity(tokens, at) : undefined
  if (hours === undefined || tokens[at + hours.length]?.folded !== 'gio') return undefined
  const length = hours.length + 1
  return /^(?:ngay|thu|hom|sang|chieu|toi|trua|dem|mai)$/.test(tokens[at + length]?.folded ?? '')
    ? { value: { is: 'time' }, length }
    : undefined
}

/** «8h30», «17 giờ», «14:30», «12:00:00 SA», «T08:30:00+07:00». */
export function timeAt(tokens: readonly Token[], at: number): Said {
  const spoken = spokenTime(tokens, at)
  if (spoken !== undefined) return spoken
  const lead = tokens[at]?.text === 't' && tokens[at]?.glued && tokens[at + 2]?.text === ':' ? 1 : 0
  const text = (offset: number) => tokens[at + lead + offset]?.text ?? ''
  if (!/^\d{1,2}$/.test(text(0)) || Number(text(0)) > 24) return undefined
  const isMinutes = (offset: number) => /^\d{2}$/.test(text(offset)) && tokens[at + lead + offset]?.glued === true
  const behind = tokens[at + lead + 1]
  if (/^(?:h|g)$/.test(text(1)) && behind?.glued) return { value: { is: 'time' }, length: isMinutes(2) ? 3 : 2 }
  if (behind?.folded === 'gio') return { value: { is: 'time' }, length: 2 + minutesBehind(tokens, at + lead + 2) }
  if (text(1) !== ':' || !isMinutes(2) || !behind?.glued) return undefined
  let length = lead + 3
  if (text(length - lead) === ':' && isMinutes(length - lead + 1)) length += 2
  if (lead === 1 && /^[+-]$/.test(tokens[at + length]?.text ?? '')) length += 4
  if (lead === 1 && tokens[at + length]?.text === 'z') length += 1
  if (/^(?:sa|ch|am|pm)$/.test(tokens[at + length]?.text ?? '')) length += 1
  return { value: { is: 'time' }, length }
}
