import { Lexicon } from '../lexicon.ts'
import type { Day } from './day.ts'

const WEEKDAYS = [
  'thứ hai|thứ 2|t 2|monday',
  'thứ ba|thứ 3|t 3|tuesday',
  'thứ tư|thứ bốn|thứ 4|t 4|wednesday',
  'thứ năm|thứ 5|t 5|thursday',
  'thứ sáu|thứ 6|t 6|friday',
  'thứ bảy|thứ bẩy|thứ 7|t 7|saturday',
  'chủ nhật|cn|chúa nhật|sunday',
]

type EndOf = 'month' | 'quarter' | 'year'
const end = (of: EndOf, offset?: number): Day => ({ is: 'end', of, ...(offset !== undefined && { offset }) })

/** Words of days with a meaning that does not depend on what stands beside them. */
export const DAY_WORDS = new Lexicon<Day>([
  [
    { is: 'offset', days: 0 },
    'hôm nay|hôm ni|bữa ni|hnay|ngày hôm nay|sáng nay|chiều nay|trưa nay|tối nay|ngay hôm nay|bữa nay',
  ],
  [
    { is: 'offset', days: -1 },
    'hôm qua|hqua|hum wa|hum qua|hôm wa|ngày hôm qua|sáng qua|chiều qua|tối qua|trưa qua|bữa qua',
  ],
  [{ is: 'offset', days: -2 }, 'hôm kia|ngày hôm kia|bữa kia'],
  [{ is: 'offset', days: 1 }, 'ngày mai|mai|sáng mai|chiều mai|tối mai|trưa mai'],
  [{ is: 'offset', days: 2 }, 'ngày kia|ngày mốt|bữa mốt'],
  ...WEEKDAYS.map((names, at) => [{ is: 'weekday', weekday: at + 1 }, names] as const satisfies readonly [Day, string]),
  [{ is: 'noWeekday' }, 'thứ 8|thứ 9|thứ 0|thứ 1|thứ tám|thứ chín|thứ nhất|t 8|t 9|t 0|t 1'],
  [{ is: 'week', offset: 0 }, 'tuần này|tuần ni|trong tuần này|tuần nầy'],
  [{ is: 'week', offset: 1 }, 'tuần sau|tuần tới'],
  [{ is: 'week', offset: -1 }, 'tuần trước|tuần rồi|tuần qua|tuần vừa rồi'],
  [end('month'), 'cuối tháng|hết tháng|ngày cuối tháng|ngày cuối cùng tháng|ngày cuối cùng của tháng'],
  [end('month', 0), 'cuối tháng này|hết tháng này'],
  [end('month', 1), 'cuối tháng sau|cuối tháng tới|hết tháng sau|hết tháng tới'],
  [end('month', -1), 'cuối tháng trước|cuối tháng vừa rồi'],
  [end('quarter'), 'ngày cuối quý|ngày cuối cùng của quý|cuối quý|cuối quí|hết quý|hết quí|cuối q'],
  [end('quarter', 0), 'cuối quý này|cuối quí này|hết quý này|hết quí này'],
  [end('quarter', 1), 'cuối quý sau|cuối quý tới|cuối quí sau|hết quý sau|hết quý tới'],
  [end('quarter', -1), 'cuối quý trước|cuối quí trước'],
  [end('year'), 'cuối năm|hết năm'],
  [end('year', 0), 'cuối năm nay|hết năm nay'],
  [end('year', 1), 'cuối năm sau|cuối năm tới|hết năm sau'],
  [end('year', -1), 'cuối năm ngoái|cuối năm trước|hết năm ngoái'],
  [{ is: 'lunar' }, 'mùng|mồng'],
  // A day to some, a one to others: beside a figure it explains nothing.
  [{ is: 'garbled' }, 'mốt'],
  [
    { is: 'incomplete' },
    'cuối tuần|đầu tuần|giữa tuần|đầu tháng|giữa tháng|đầu quý|đầu quí|giữa quý|đầu năm|giữa năm|đầu năm nay|từ đầu năm|hôm kìa|tuần nữa|ngày sau|hôm trước|hôm nọ|bữa trước|mai mốt|mai kia|nay mai|một mai|hạ tuần|thượng tuần|trung tuần|sang năm',
  ],
])
