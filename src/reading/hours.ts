import { ask, invalid, type Reading, read } from './result.ts'
import { fold, lower, normalise } from './text.ts'

const NONE = /^(?:khong|khong can|khong co|khong co gio nao|bo|tat|ko|k)(?: a| nhe| nha)?$/
/** An hour, its minutes, and the part of the day. */
const TIME =
  /(\d{1,2}) ?(?:(?:: ?|h ?|g ?|giờ |gio )?(rưỡi|ruoi)|(?:: ?|h ?|g ?|giờ |gio )(\d{2})?|h|g|giờ|gio)?(?![\p{L}\d]) ?(sáng|sang|trưa|trua|chiều|chieu|tối|đêm|dem|khuya)?(?![\p{L}\d])/gu
/** Beside these two hours are no stretch of hours that is sure. */
const AGAINST =
  /\d|\?|(?:^|\s)(?:hoặc|hoac|hay|chắc|chac|hình như|có lẽ|khoảng|tầm|trừ|trước|sau|không phải|nhầm|đừng tắt|chưa|nếu|ngoài|chỉ|làm việc|đi làm|hành chính|nhắn|gửi|gọi|rảnh|bật|bỏ|mới|vẫn|không|ko|thứ|chủ nhật|cn|cuối tuần|trong tuần|ngày thường|hôm nay|ngày mai|mùa)(?:\s|$)/u
/** «đừng nhắn», «đến 7h hôm sau»: what these hours are for, and where they end. */
const SILENT =
  /(?:không|ko|đừng|tránh|khỏi|ngừng|dừng|tắt|hạn chế) (?:nhắn|gửi|gọi|báo|làm phiền)(?: tin| nhắn)*|hôm (?:trước|sau)|(?:tắt|im|không nhận|ngừng nhận) (?:tin nhắn|tin|thông báo)/gu
/** «24/7», «15/4»: always, or a day. */
const SLASHED = /(?<!\d)\d{1,2} ?\/ ?\d{1,2}(?!\d)/u
/** «22h tới 5h sáng, à nhầm 6h sáng»: the hour that is put right is the last one. */
const SLIPPED = /[,. ]+(?:à |ơ |ý )?(?:nhầm|không|lộn)[, ]+/u

/** «mười giờ đêm đến sáu giờ sáng» in figures. */
const inFigures = (plain: string): string =>
  plain.replace(/(\p{L}+(?: \p{L}+)?) (?=giờ|rưỡi)/gu, (said, words: string) => {
    const two = HOURS.indexOf(words)
    const one = HOURS.indexOf(words.split(' ').at(-1) ?? '')
    return two > 0 ? `${two} ` : one > 0 ? `${words.split(' ').slice(0, -1).join(' ')} ${one} ` : said
  })

const HOURS = ',một,hai,ba,bốn,năm,sáu,bảy,tám,chín,mười,mười một,mười hai'.split(',')

/** Hours without messages: 'HH:mm-HH:mm', or 'none'. «9h tối» is 21:00; two hours of the clock face without a word for the day may be either, and are asked. */
export function readHours(typed: string): Reading<string> {
  const said = lower(normalise(typed))
  const plain = inFigures(said)
  if (NONE.test(fold(plain))) return read('none', true)
  if (plain.length > 120) return invalid('noAnswer')
  const slip = SLIPPED.exec(plain)
  const [before, after] = slip ? [plain.slice(0, slip.index), plain.slice(slip.index + slip[0].length)] : [plain, '']
  const [first, second, ...more] = [...before.matchAll(TIME)]
  const put = [...after.matchAll(TIME)]
  const [from, to] = put.length === 2 ? put : [first, second && (put[0] ?? second)]
  const rest = `${before} ${after}`.replace(TIME, ' ').trim()
  if (
    from === undefined ||
    to === undefined ||
    more.length > 0 ||
    put.length > 2 ||
    SLASHED.test(plain) ||
    AGAINST.test(rest.replace(SILENT, ' '))
  )
    return invalid('noAnswer')
  const [start, end] = [minutesOf(from), minutesOf(to)]
  if (start === undefined || end === undefined || start === end) return invalid('noAnswer')
  const value = `${clock(start)}-${clock(end)}`
  const isOpen = [from, to].every(time => time[4] === undefined && Number(time[1]) <= 12 && !/^0/.test(time[1] ?? ''))
  if (isOpen && start > 0 && end > 0) return ask('twoReadings', [`${clock(start + 720)}-${clock(end)}`, value])
  return read(value, said === value)
}

function minutesOf([, hour, half, minute, part]: RegExpMatchArray): number | undefined {
  const [h, m] = [Number(hour), half === undefined ? Number(minute ?? 0) : 30]
  if (h > 24 || m > 59) return undefined
  const turned = part === undefined || h > 12 ? h : turn(h, fold(part))
  return turned === undefined ? undefined : (turned % 24) * 60 + m
}

/** The hour on the face of 24, by the part of the day; undefined: there is no such hour in it. */
function turn(hour: number, part: string): number | undefined {
  if (part === 'sang') return hour % 12
  if (part === 'trua') return hour > 9 ? hour : hour < 3 ? hour + 12 : undefined
  if (part === 'chieu') return hour < 8 ? hour + 12 : undefined
  return hour > 4 ? hour + 12 : part === 'toi' ? undefined : hour
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
