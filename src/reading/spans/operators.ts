import { Lexicon } from '../lexicon.ts'

/** A word or sign that changes what a figure means. In a reading that is taken, none is left unexplained. */
export type Operator =
  | 'approx'
  | 'bound'
  /** «trên», «non»: divides between two figures, else a bound or a place. */
  | 'over'
  | 'range'
  | 'change'
  | 'correction'
  | 'negation'
  | 'notYet'
  /** Not this one: «không phải 12», «trễ hạn 12». */
  | 'denial'
  | 'doubt'
  /** Not yet so: «dự kiến», «phấn đấu», «mục tiêu». */
  | 'future'
  | 'or'
  /** One of many: «mỗi», «bình quân». */
  | 'each'
  /** Says the same once more: «tức», «bằng chữ», «=». */
  | 'same'
  | 'minus'
  | 'vague'
  | 'dontKnow'
  | 'lunar'
  /** «hạng 6 từ dưới lên»: counted another way. */
  | 'reverse'

export const OPERATORS = new Lexicon<Operator>([
  [
    'approx',
    'khoảng|tầm|chừng|cỡ|độ|xấp xỉ|gần đúng|ước|ước chừng|ước đạt|ước tính|khoảng độ|khoảng chừng|tầm khoảng|vào khoảng',
  ],
  [
    'bound',
    'hơn|dưới|gần|ít nhất|nhiều nhất|tối thiểu|tối đa|không quá|không dưới|không đến|không tới|chưa đến|chưa tới|chưa được|chưa đủ|không đủ|vượt|quá|cao hơn|thấp hơn|nhỏ hơn|lớn hơn|trở lên|trở xuống|trở đi|ngoài|đổ lại|là cùng|gần đến|gần tới|gần đạt|ngót|top|sớm nhất|chậm nhất|muộn nhất|đổ lên|phấn đấu đạt',
  ],
  ['over', 'trên|non|già|trên tổng|trên tổng số|trên tổng cộng|trong tổng|trong tổng số|trong số|trên số'],
  ['or', 'hoặc|hay|hoặc là|hay là|or'],
  [
    'doubt',
    'có lẽ|có thể|chắc|chắc là|hình như|không chắc|chưa chắc|để xem|nhớ không nhầm|đoán|nghĩ|à|hả|á|chắc tầm|chắc khoảng|đâu đó|nghe nói|nghe đâu|có vẻ|nếu|phải không|đúng không|được không|đúng chưa|được chưa|phải chăng|không biết có',
  ],
  [
    'change',
    'tăng|giảm|thêm|tăng thêm|bổ sung|bớt|cắt|cắt giảm|còn|còn lại|còn thiếu|thiếu|hụt|thừa|dư|lên|xuống|lên tới|lên đến|cộng|cộng thêm|so với|so với cùng kỳ|hơn so với|leo lên|tụt xuống|bậc|phát sinh thêm|nợ|trừ|năm ngoái được|cùng kỳ',
  ],
  [
    'correction',
    'nhầm|ghi nhầm|gõ nhầm|à nhầm|sửa|sửa lại|sửa thành|đính chính|đổi|đổi thành|đổi sang|thay vì|chứ không phải|mới đúng|điều chỉnh|dời|dời sang|lùi|lùi sang|hoãn|gia hạn|chuyển sang|thay bằng|thay đổi',
  ],
  ['negation', 'không|ko|k|kg|hông|hổng|hok|hem|chẳng|chả|nỏ'],
  ['denial', 'trễ|trễ hạn|quá hạn|không phải|ko phải|k phải|chưa phải'],
  ['notYet', 'chưa|chx'],
  ['future', 'dự kiến|sẽ|phấn đấu|mục tiêu|dự tính|dự định|định|sắp|chuẩn bị|đặt ra|kế hoạch là'],
  ['each', 'trong đó|mỗi|bình quân|trung bình|từng'],
  [
    'same',
    'tức|tức là|bằng|tương đương|tương ứng|tương ứng với|nghĩa là|bằng chữ|viết bằng chữ|ghi bằng chữ|số tiền bằng chữ|tương đương với',
  ],
  ['minus', 'âm'],
  ['vague', 'rưỡi|rưởi|lẻ|vài|mấy|dăm|nhiều|ít|vài ba|đôi ba|dăm bảy'],
  [
    'dontKnow',
    'không biết|chưa biết|không rõ|chưa rõ|không nhớ|ko biết|k biết|ko bít|k bít|không bít|hông bít|ko bik|ko rõ|k rõ|không nhớ rõ|hông biết|hổng biết|chưa nắm',
  ],
  ['reverse', 'từ dưới lên|từ dưới|dưới lên'],
  [
    'lunar',
    'âm lịch|al|tết|rằm|chạp|giêng|giao thừa|trung thu|giỗ tổ|nguyên đán|ta|lịch âm|tháng giêng|tháng chạp|rằm tháng',
  ],
])

export const SIGN_OPERATORS: Readonly<Record<string, Operator>> = {
  '-': 'range',
  '–': 'range',
  '—': 'range',
  '−': 'range',
  '‑': 'range',
  '~': 'range',
  '→': 'range',
  '<': 'bound',
  '>': 'bound',
  '≤': 'bound',
  '≥': 'bound',
  '≈': 'approx',
  '+': 'bound',
  '*': 'each',
  '×': 'each',
  '=': 'same',
  '(': 'same',
  '?': 'doubt',
  '❓': 'doubt',
  '❔': 'doubt',
}
