import { opensNumber, withoutCourtesy } from './courtesy.ts'
import { Lexicon } from './lexicon.ts'
import { type Quantity, readQuantity } from './quantity.ts'
import type { AskReason } from './result.ts'
import { MAX_SHORT_ANSWER } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

/** What a word or sign beside a number does to it. */
export type Mark =
  | 'filler'
  | 'approx'
  | 'bound'
  | 'from'
  | 'to'
  | 'or'
  | 'doubt'
  | 'percent'
  | 'slash'
  | 'over'
  /** «trên»: divides between two numbers, else a bound. */
  | 'tren'
  | 'fraction'
  | 'dash'
  | 'same'
  | 'separator'
  | 'none'
  | 'dontKnow'
  | 'minus'
  | 'dong'
  | 'noun'
  | 'vague'
  | 'unknown'

export type Item = { readonly mark: Mark } | { readonly mark: 'quantity'; readonly quantity: Quantity }

const MARKS = new Lexicon<Mark>([
  ['approx', 'khoảng|tầm|chừng|cỡ|xấp xỉ|gần đúng|ước|ước chừng|ước đạt|ước tính|khoảng độ|khoảng chừng|tầm khoảng'],
  [
    'bound',
    'hơn|dưới|gần|ít nhất|nhiều nhất|tối thiểu|tối đa|không quá|không dưới|không đến|không tới|chưa đến|chưa tới|chưa được|vượt|quá|cao hơn|thấp hơn|nhỏ hơn|lớn hơn|trở lên|trở xuống|ngoài|đổ lại|là cùng|gần đến|gần tới',
  ],
  ['tren', 'trên'],
  ['to', 'đến|tới'],
  ['from', 'từ'],
  ['or', 'hoặc|hay|hoặc là|hay là'],
  [
    'doubt',
    'có lẽ|có thể|chắc|chắc là|hình như|không chắc|chưa chắc|để xem|nhớ không nhầm|đoán|nghĩ|à|hả|chắc tầm|chắc khoảng',
  ],
  ['percent', 'phần trăm|phan tram'],
  ['over', 'trên tổng|trên tổng số|trong|trong tổng|trong tổng số|trong số|trên số'],
  ['fraction', 'phần'],
  ['same', 'tức|tức là|bằng|tương đương|tương ứng|nghĩa là'],
  ['none', 'không|không có|chưa|chưa có|ko|k|chưa làm|chưa thực hiện|chưa phát sinh|không phát sinh'],
  ['dontKnow', 'không biết|chưa biết|không rõ|chưa rõ|không nhớ|ko biết|k biết|ko rõ|k rõ|không nhớ rõ'],
  ['minus', 'âm|trừ'],
  ['dong', 'đồng|đ|vnđ|vnd|việt nam đồng|đồng chẵn|chẵn|d'],
  ['vague', 'vài|mấy|dăm|nhiều|ít'],
  [
    'filler',
    'dạ|vâng|ạ|nhé|nhá|nha|thưa|em|anh|chị|tôi|là|được|đc|dc|đạt|có|tổng|tổng số|tổng cộng|số lượng|số|cả thảy|tất cả|gồm|đã|xong|rồi|r|hoàn thành|thực hiện|hiện|hiện có|hiện tại|hiện nay|tỷ lệ|tỉ lệ|tỷ lệ đạt|kết quả|mới|mới được|chỉ|chỉ có|kế hoạch|kh|so với kế hoạch|tiến độ|giải ngân|số tiền|vốn|kinh phí|giá trị|đơn vị em|đơn vị tôi|bên em|phòng em|báo cáo|xin báo cáo|cộng|luôn|toàn bộ|điểm số|làm|của|cho|con số|nộp|thu|chi|vậy',
  ],
  [
    'noun',
    'người|cán bộ|công chức|viên chức|đơn vị|phòng|ban|hồ sơ|văn bản|sáng kiến|giải pháp|mô hình|cách làm|thủ tục|hành chính|thủ tục hành chính|tthc|dịch vụ|dịch vụ công|lượt|lượt người|buổi|lớp|cuộc|cái|bài|bài viết|bài báo|tin|tin bài|tác phẩm|ảnh|video|clip|tập thể|cá nhân|đảng viên|hộ|hộ gia đình|tổ|khu phố|khu|phường|xã|trường|điểm|ngày|tháng|quyết định|báo cáo|chỉ tiêu|tiêu chí|lần|trang|bản|phiếu|đề tài|dự án|công trình|hội nghị|hội thi|ý kiến|phản ánh|kiến nghị|nhiệm vụ|đồng chí|công việc|việc|cuộc họp|cuộc kiểm tra|suất|giấy khen|bộ|mục|trường hợp|đoàn viên|hội viên|nam giới|giao dịch',
  ],
])

const SIGNS: Readonly<Record<string, Mark>> = {
  '%': 'percent',
  '/': 'slash',
  '-': 'dash',
  '–': 'dash',
  '—': 'dash',
  '~': 'dash',
  '→': 'dash',
  '<': 'bound',
  '>': 'bound',
  '≤': 'bound',
  '≥': 'bound',
  '+': 'bound',
  '=': 'same',
  '(': 'same',
  ')': 'filler',
  ',': 'separator',
  ';': 'separator',
  ':': 'filler',
  '.': 'filler',
  '!': 'filler',
  '…': 'filler',
  '"': 'filler',
  '“': 'filler',
  '”': 'filler',
  '?': 'doubt',
  '₫': 'dong',
}

/** Splits an answer that should hold a number into quantities and marks. Undefined: too long for such an answer. */
export function readPhrase(text: string): Item[] | undefined {
  if (text.length > MAX_SHORT_ANSWER) return undefined
  const tokens = withoutCourtesy(tokenise(text.replace(/đ\/c/giu, 'đồng chí')))
  const items: Item[] = []
  let at = 0
  while (at < tokens.length) {
    const [item, length] = itemAt(tokens, at)
    items.push(item)
    at += length
  }
  return items
}

function itemAt(tokens: readonly Token[], at: number): [Item, number] {
  const token = tokens[at]
  if (token === undefined) return [{ mark: 'unknown' }, 1]
  const mark = MARKS.find(tokens, at)
  const next = tokens[at + 1]
  // Without accents «tam 80» is tầm, «tam muoi» is tám mươi; «tu 10» is từ, «tư» is four.
  const beforeDigits = (token.text === 'tam' || token.text === 'tu') && next?.kind === 'number'
  if (mark !== undefined && (mark.length > 1 || beforeDigits || token.text === 'từ')) {
    return [{ mark: mark.meaning }, mark.length]
  }
  if (token.text === 'a' && token.glued) return [{ mark: 'unknown' }, 1]
  const quantity = readQuantity(tokens, at)
  if (quantity !== undefined) return [{ mark: 'quantity', quantity }, quantity.length]
  if (mark !== undefined) return [{ mark: mark.meaning }, mark.length]
  const sign = token.kind === 'sign' ? SIGNS[token.text] : undefined
  if ((sign === 'dash' || token.text === '-') && at === 0 && next?.glued === true) return [{ mark: 'minus' }, 1]
  return [{ mark: opensNumber(tokens, at) ? 'unknown' : (sign ?? 'unknown') }, 1]
}

export const quantitiesOf = (items: readonly Item[]): Quantity[] =>
  items.flatMap(item => ('quantity' in item ? [item.quantity] : []))

export const has = (items: readonly Item[], ...marks: Mark[]): boolean =>
  items.some(item => marks.includes(item.mark as Mark))

/** Why an answer with a number in it still has to be asked about, whatever its kind; undefined when nothing stands against it. */
export function obstacle(items: readonly Item[]): AskReason | undefined {
  if (has(items, 'doubt')) return 'unsure'
  if (has(items, 'or')) return 'severalValues'
  const count = quantitiesOf(items).length
  if (count > 1 && has(items, 'to', 'dash')) return 'range'
  if (has(items, 'bound', 'tren', 'vague', 'to', 'from')) return 'bound'
  if (has(items, 'unknown', 'none', 'dontKnow', 'dash')) return 'garbled'
  if (quantitiesOf(items).some(quantity => quantity.garbled || quantity.vague)) return 'garbled'
  return undefined
}
