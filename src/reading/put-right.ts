import { type Reading, read } from './result.ts'
import { normalise } from './text.ts'

/** What takes back what was said, and what stays of it: the first or the second of its two groups. */
const FORMS: readonly (readonly [RegExp, 'first' | 'second'])[] = [
  [/^(.{2,80}?),? ch(?:ứ|ớ) (?:không|ko|k|hông|hổng) phải(?: là)? (.{2,80})$/iu, 'first'],
  [
    /^(.{2,80}?)(?: ạ| nghen| nhé| nha)?, (?:(?:hồi|lúc|khi) nãy |hôm trước |trước )?(?:em |e |tôi )?(?:gõ|ghi|bấm|nhập|báo|viết) (?:nhầm|lộn) (?:là|thành) (.{2,80})$/iu,
    'first',
  ],
  [/^(.{2,80}?), (?:không|ko|k|hông) phải(?: là)? (.{2,80})$/iu, 'first'],
  [
    /(?:^|, )(?:không|ko|k|hông) phải(?: là)? ([^,]{2,80}?)(?: đâu)?(?:, (?:mà )?(?:là )?| mà là | mà )(.{2,80})$/iu,
    'second',
  ],
  // «Trước là chị Lan, từ 01/3 đổi đầu mối sang anh Sơn»; what is yet to come has not taken its place.
  [
    /^(?:(?:người|đầu mối|cán bộ)(?: \p{L}+){0,2} (?:trước|cũ)|trước(?: đây| kia)?|hồi trước|lúc đầu|ban đầu|năm ngoái) (?:là |(?:em |tôi |mình |anh |chị )?(?:ở|làm ở|công tác ở) |do |giao (?:cho )?|cử |(?:(?:em|tôi|mình|bên em) )?(?:định |tính )?(?:ghi|chọn|đăng ký|điền) )?(.{1,80}?)(?: nhưng [^,]{2,60})?,? (?!sắp)(?:(?:(?:người|đầu mối|cán bộ) mới|nay|bây giờ|giờ|hiện nay|hiện tại|hiện|từ(?! (?:tuần|tháng|năm|quý|kỳ) (?:sau|tới)) (?:(?:đầu|giữa|cuối) )?[^,\s]+(?: \d{1,2})?) (?:thì )?(?:đã )?(?:(?:đổi|chuyển|thay|giao|bàn giao)(?: [\p{L}]+){0,3}? (?:sang|bằng|thành|là|cho|về)|là|do|(?:về|ở)(?= (?:ubnd|ủy ban|phòng|phường|xã|trường|trung tâm|ban|chi cục|công an|hội|văn phòng) ))) (.{1,80})$/iu,
    'second',
  ],
  [/^([^,]{2,80}?)[ ,.…]+(?:à |ơ |ah )?(?:nhầm|lộn)(?: rồi)?[, ]+(?:là )?(.{2,80})$/iu, 'second'],
]

/**
 * «Trần Thị Nhàn chứ không phải Trần Thị Nhạn», «không phải Phương Đông đâu, Phương Nam ạ»: what is left of an answer that takes something back,
 * where both are answers by themselves and not the same one. `answerOf` may also take what would be offered for confirmation.
 */
export function putRight<T>(
  text: string,
  readOne: (part: string) => Reading<T>,
  answerOf: (reading: Reading<T>) => T | undefined = reading => (reading.ok ? reading.value : undefined),
): Reading<T> | undefined {
  const plain = normalise(text)
  for (const [form, stays] of FORMS) {
    const found = form.exec(plain)
    const [, ...parts] = found ?? []
    const readings = parts.map(readOne)
    const [first, second] = readings.map(answerOf)
    if (first === undefined || second === undefined || first === second) continue
    // «Nguyễn Thị Hoa, không phải Bùi Văn Tú mà là Lương Thị Hà»: somebody else was named before.
    const before = (found?.index ?? 0) > 0 ? readOne(plain.slice(0, found?.index)) : undefined
    if (before?.ok && before.value !== first && before.value !== second) continue
    const left = readings[stays === 'first' ? 0 : 1]
    // «em gõ nhầm dấu»: neither side is plainly an answer.
    if (!readings.some(({ ok }) => ok) && left?.ok === false && left.kind === 'ask') return left
    return read(stays === 'first' ? first : second, false)
  }
  return undefined
}
