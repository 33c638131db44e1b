import { Lexicon } from '../lexicon.ts'
import { bareToo } from '../text.ts'

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
  /** What was to be reached, where the figure stands behind it: «được giao 12», «đáng lẽ 12». */
  | 'aim'
  /** What is left or missing, whatever it is of: «còn 3», «thiếu». */
  | 'rest'
  /** A part of what is counted: «trong đó 3». */
  | 'part'
  /** Of another time than this: «mọi năm 12». */
  | 'elsewhen'
  /** One of many, or so many times: «mỗi», «bình quân», «gấp đôi». */
  | 'each'
  /** Says the same once more: «tức», «bằng chữ», «=». */
  | 'same'
  | 'minus'
  | 'vague'
  | 'dontKnow'
  | 'lunar'
  /** «hạng 6 từ dưới lên»: counted another way. */
  | 'reverse'

/** «để em xác nhận lại», «để iem hỏi đã» */
export const PUTS_OFF = bareToo(
  /(?:^|[\s,;.(])để\s(?:\p{L}+\s){0,3}(?:xác nhận|kiểm tra|hỏi|xem|rà|đếm|đối chiếu|tính lại)(?:[\s.,;!]|$)/iu,
)

export const OPERATORS = new Lexicon<Operator>([
  [
    'approx',
    'khoảng|tầm|chừng|cỡ|độ|xấp xỉ|gần đúng|ước|ước chừng|ước đạt|ước tính|khoảng độ|khoảng chừng|tầm khoảng|vào khoảng',
  ],
  [
    'bound',
    'hơn|dưới|gần|ít nhất|nhiều nhất|tối thiểu|tối đa|không quá|không dưới|không đến|không tới|chưa đến|chưa tới|chưa được|chưa đủ|không đủ|vượt|quá|cao hơn|thấp hơn|nhỏ hơn|lớn hơn|trở lên|trở xuống|trở đi|ngoài|đổ lại|là cùng|gần đến|gần tới|gần đạt|ngót|top|tốp|sớm nhất|chậm nhất|muộn nhất|đổ lên|phấn đấu đạt|và hơn nữa|hoặc hơn|là ít|cao lắm|cùng lắm|chí ít|suýt soát|hơn kém|trên dưới|chưa đầy|ngót nghét|nhỉnh hơn|không vượt|không kịp',
  ],
  ['over', 'trên|non|già|trên tổng|trên tổng số|trên tổng cộng|trong tổng|trong tổng số|trong số|trên số|trên số tiền'],
  ['or', 'hoặc|hay|hoặc là|hay là|or|có chỗ|có chỗ ghi|có nơi|lúc thì|người bảo|chỗ thì'],
  [
    'doubt',
    'có lẽ|có thể|chắc|chắc là|hình như|không chắc|chưa chắc|để xem|nhớ không nhầm|đoán|nghĩ|nghĩ là|à|hả|á|thì phải|hay sao|tưởng|cứ cho là|cho là|áng chừng thế|giả sử|giả dụ|ví dụ|ví như|chẳng hạn|gì đấy|gì đó|mang máng|không nhớ rõ|đang chờ đối chiếu|đang chờ xác nhận|đang chờ chốt|chờ xác nhận|chờ đối chiếu|chưa chốt|chưa chính thức|chưa duyệt|chưa đối chiếu|chưa kiểm tra|tạm|tạm ghi|tạm tính|tạm thời|sửa sau|kiểm tra lại sau|sẽ kiểm tra lại|để em kiểm tra|để em hỏi|để em xác nhận|khả năng|khả năng là|biết đâu|chắc tầm|chắc khoảng|đâu đó|nghe nói|nghe đâu|có vẻ|nếu|phải không|đúng không|được không|đúng chưa|được chưa|phải chăng|không biết có|đâu như|ghi đại|cho đẹp|cho tròn|ư|chăng',
  ],
  [
    'change',
    'tăng|giảm|thêm|tăng thêm|bớt|cắt|cắt giảm|lên|xuống|lên tới|lên đến|cộng|cộng thêm|so với|so với cùng kỳ|hơn so với|leo lên|tụt|rớt|sụt|tụt xuống|bậc|năm ngoái được|cùng kỳ|chênh|chênh lệch|lệch|kém|bị cắt|bù',
  ],
  [
    'correction',
    'nhầm|ghi nhầm|gõ nhầm|à nhầm|sửa|sửa lại|sửa thành|đính chính|đổi|đổi thành|đổi sang|thay vì|chứ không phải|mới đúng|điều chỉnh|dời|dời sang|lùi|lùi sang|hoãn|gia hạn|chuyển sang|thay bằng|thay đổi',
  ],
  [
    'rest',
    'bổ sung|còn|còn lại|còn thiếu|thiếu|hụt|thừa|dư|dôi|phát sinh thêm|nợ|trừ|trừ đi|chưa kể|chưa tính|chưa bao gồm|chưa gồm|không kể|không tính|không gồm|không bao gồm',
  ],
  ['negation', 'không|ko|k|kg|hông|hổng|hok|hem|chẳng|chả|nỏ'],
  [
    'denial',
    'lấy đâu ra|đâu ra|trễ|trễ hạn|quá hạn|không phải|ko phải|k phải|chưa phải|đâu phải|nào phải|chẳng phải|chả phải|đâu có|làm gì có|nào có|có đâu|đừng|đừng ghi|là sai|sai rồi|là nhầm|không đúng|ko đúng|không đạt|bỏ đi',
  ],
  ['notYet', 'chưa|chx'],
  [
    'future',
    'dự kiến|đang trình|đang xin|chờ duyệt|sẽ|phấn đấu|mục tiêu|dự tính|dự định|định|sắp|chờ cấp|chuẩn bị|đặt ra|kế hoạch là',
  ],
  [
    'aim',
    'chỉ tiêu đk giao|chỉ tiêu đc giao|chỉ tiêu dc giao|kế hoạch|phải đạt|cần|cần đạt|mong|mong được|mong đạt|đề nghị|đề ra|đích|đích là|lẽ ra|đáng lẽ|đáng lý|đáng ra|suýt|suýt nữa|hứa|yêu cầu|cố gắng|hướng tới|hẹn|phấn đấu|chỉ tiêu giao|chỉ tiêu được giao|bỏ',
  ],
  ['part', 'trong đó|riêng'],
  [
    'elsewhen',
    'lần trước|hôm trước|bữa trước|trước là|trước có|trước chỉ có|trước mới có|trước đó|lúc đầu|hồi trước|trước đây|trước kia|mọi năm|mọi khi|năm kia|kỳ trước|kì trước|hồi đầu năm|sắp tới|năm tới|kỳ sau|đợt trước|thời gian tới',
  ],
  [
    'each',
    'mỗi|mỗi người|mỗi đơn vị|mỗi tháng|mỗi phường|mỗi tổ|mỗi khu|mỗi ngày|bình quân|trung bình|từng|gấp|gấp đôi|gấp ba|gấp rưỡi|phân nửa|nửa số|chia đôi|nhân đôi|một nửa của',
  ],
  [
    'same',
    'nhắc lại|xin nhắc lại|em nhắc lại|tôi nhắc lại|mình nhắc lại|tức|tức là|bằng|tương đương|tương ứng|tương ứng với|nghĩa là|bằng chữ|viết bằng chữ|ghi bằng chữ|số tiền bằng chữ|tương đương với',
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
