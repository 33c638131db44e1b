import { Lexicon } from './lexicon.ts'

/** Words of dates with a meaning that does not depend on what stands beside them. */
export type DateWord =
  | { readonly is: 'day'; readonly offset: number }
  | { readonly is: 'weekday'; readonly weekday: number }
  | { readonly is: 'noWeekday' }
  | { readonly is: 'week'; readonly offset: number }
  | { readonly is: 'year'; readonly offset: number }
  | { readonly is: 'end'; readonly unit: 'month' | 'quarter' | 'year'; readonly offset?: number }
  | { readonly is: 'filler' | 'from' | 'to' | 'or' | 'bound' | 'doubt' | 'lunar' | 'vague' | 'approx' | 'dontKnow' }
  | { readonly is: 'dayWord' | 'monthWord' | 'yearWord' | 'quarterWord' | 'ahead' | 'ago' | 'agoLead' }

const word = (is: 'filler' | 'from' | 'to' | 'or' | 'bound' | 'doubt' | 'lunar' | 'vague' | 'approx' | 'dontKnow') => ({
  is,
})
const WEEKDAYS = [
  'thứ hai|thứ 2|t 2',
  'thứ ba|thứ 3|t 3',
  'thứ tư|thứ bốn|thứ 4|t 4',
  'thứ năm|thứ 5|t 5',
  'thứ sáu|thứ 6|t 6',
  'thứ bảy|thứ bẩy|thứ 7|t 7',
  'chủ nhật|cn|chúa nhật',
]

export const DATE_WORDS = new Lexicon<DateWord>([
  [{ is: 'day', offset: 0 }, 'hôm nay|hnay|nay|ngày hôm nay|sáng nay|chiều nay|trưa nay|tối nay|ngay hôm nay|bữa nay'],
  [{ is: 'day', offset: -1 }, 'hôm qua|hqua|ngày hôm qua|sáng qua|chiều qua|tối qua|trưa qua|bữa qua'],
  [{ is: 'day', offset: -2 }, 'hôm kia|ngày hôm kia|bữa kia'],
  [{ is: 'day', offset: 1 }, 'ngày mai|mai|sáng mai|chiều mai|tối mai|trưa mai'],
  [{ is: 'day', offset: 2 }, 'ngày kia'],
  ...WEEKDAYS.map((names, at) => [{ is: 'weekday', weekday: at + 1 } as const, names] as const),
  [{ is: 'noWeekday' }, 'thứ 8|thứ 9|thứ 0|thứ 1|thứ tám|thứ chín|thứ nhất|t 8|t 9|t 0|t 1'],
  [{ is: 'week', offset: 0 }, 'tuần này|trong tuần này|tuần nầy'],
  [{ is: 'week', offset: 1 }, 'tuần sau|tuần tới'],
  [{ is: 'week', offset: -1 }, 'tuần trước|tuần rồi|tuần qua|tuần vừa rồi'],
  [{ is: 'year', offset: 0 }, 'năm nay'],
  [{ is: 'year', offset: -1 }, 'năm ngoái|năm trước'],
  [{ is: 'year', offset: 1 }, 'năm sau|năm tới|sang năm'],
  [{ is: 'end', unit: 'month' }, 'cuối tháng|hết tháng'],
  [{ is: 'end', unit: 'month', offset: 0 }, 'cuối tháng này|hết tháng này'],
  [{ is: 'end', unit: 'month', offset: 1 }, 'cuối tháng sau|cuối tháng tới|hết tháng sau|hết tháng tới'],
  [{ is: 'end', unit: 'month', offset: -1 }, 'cuối tháng trước|cuối tháng vừa rồi'],
  [{ is: 'end', unit: 'quarter' }, 'cuối quý|cuối quí|hết quý|hết quí|cuối q'],
  [{ is: 'end', unit: 'quarter', offset: 0 }, 'cuối quý này|cuối quí này|hết quý này|hết quí này'],
  [{ is: 'end', unit: 'quarter', offset: 1 }, 'cuối quý sau|cuối quý tới|cuối quí sau|hết quý sau|hết quý tới'],
  [{ is: 'end', unit: 'quarter', offset: -1 }, 'cuối quý trước|cuối quí trước'],
  [{ is: 'end', unit: 'year' }, 'cuối năm|hết năm'],
  [{ is: 'end', unit: 'year', offset: 0 }, 'cuối năm nay|hết năm nay'],
  [{ is: 'end', unit: 'year', offset: 1 }, 'cuối năm sau|cuối năm tới|hết năm sau'],
  [{ is: 'end', unit: 'year', offset: -1 }, 'cuối năm ngoái|cuối năm trước|hết năm ngoái'],
  [{ is: 'dayWord' }, 'ngày|ng'],
  [{ is: 'monthWord' }, 'tháng|thg'],
  [{ is: 'yearWord' }, 'năm'],
  [{ is: 'quarterWord' }, 'quý|quí|q'],
  [{ is: 'ahead' }, 'ngày nữa'],
  [{ is: 'ago' }, 'ngày trước'],
  [{ is: 'agoLead' }, 'cách đây|cách nay'],
  [word('from'), 'từ|kể từ|bắt đầu từ|tính từ'],
  [word('to'), 'đến|tới'],
  [word('or'), 'hoặc|hay|và|hoặc là'],
  [word('bound'), 'trước|sau|chậm nhất|muộn nhất|sớm nhất|không quá|trước khi|quá|đến hết|đến ngày'],
  [word('doubt'), 'có lẽ|có thể|chắc|hình như|chắc là|để xem|dự|à|hả|không chắc|chưa chắc'],
  [word('dontKnow'), 'không biết|chưa biết|không nhớ|không rõ|chưa rõ|chưa có|chưa có ngày|không có|không|chưa|ko|k'],
  [word('lunar'), 'âm|âm lịch|al|tết|rằm|chạp|giêng|mùng|mồng|giao thừa|trung thu|giỗ tổ|nguyên đán|ta'],
  [
    word('vague'),
    'cuối tuần|đầu tuần|giữa tuần|đầu tháng|giữa tháng|đầu quý|đầu quí|giữa quý|đầu năm|giữa năm|thứ|tuần|tháng này|tháng sau|tháng tới|tháng trước|mốt|ngày mốt|hôm kìa|6 tháng|9 tháng|sáu tháng|chín tháng|tuần nữa|này|tới|ngày sau|quý này|quý sau|quý trước|hôm trước|hôm nọ|bữa trước|hạ tuần|thượng tuần|trung tuần',
  ],
  [word('approx'), 'khoảng|tầm|chừng|độ|vào khoảng|khoảng độ|khoảng chừng'],
  [
    word('filler'),
    'dạ|vâng|ạ|nhé|nha|thưa|em|anh|chị|tôi|là|vào|lúc|ký|ban hành|ngày ký|ngày ban hành|bắt đầu|kết thúc|áp dụng|thực hiện|hoàn thành|hạn|thời gian|thời điểm|đã|rồi|được|có|sáng|trưa|chiều|tối|buổi|xong|dương lịch|dương|gửi|đăng|ngày đăng|triển khai|nộp|vừa|luôn|mới|phát động|văn bản',
  ],
])

export const MONTH_NAMES = new Lexicon<number>([
  [1, 'một'],
  [2, 'hai'],
  [3, 'ba'],
  [4, 'tư|bốn'],
  [5, 'năm'],
  [6, 'sáu'],
  [7, 'bảy|bẩy'],
  [8, 'tám'],
  [9, 'chín'],
  [10, 'mười'],
  [11, 'mười một'],
  [12, 'mười hai'],
])

export const QUARTER_NAMES = new Lexicon<number>([
  [1, 'i|một|nhất'],
  [2, 'ii|hai'],
  [3, 'iii|ba'],
  [4, 'iv|tư|bốn'],
])
