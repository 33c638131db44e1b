import { fold } from '../text.ts'
import { isInIdiom } from './idiom.ts'
import { nearChange } from './near-numeral.ts'
import { type Meaning, type Owner, reading, type Span } from './span.ts'

/** Says of each bare figure what stands before it: a figure may belong to a noun («mô hình 12») or a word that may be a bound or a change with a slip of the finger («hơnn 12»). */
export function owned(spans: readonly Span[], text: string): Span[] {
  const counted = spans.filter(
    (span, at) => (reading(span, 'number') ?? reading(span, 'ratio')) && !isNumbering(spans, at - 1, text),
  )
  return spans.map((span, at) => {
    const number = reading(span, 'number')
    // «3 sáng kiến, bản tin số 14»: which one, where another figure says how many.
    if (counted.length > 0 && number?.unit === 'nothing' && isNumbering(spans, at - 1, text))
      return { ...span, readings: [{ is: 'label', noun: '' }] }
    const owner = number === undefined ? 'nothing' : isPerson(spans, at, text) ? 'unknown' : ownerAt(spans, at, text)
    if (number === undefined) return span
    if (counted.length === 1 && isInIdiom(spans, at, text))
      return {
        ...span,
        readings: span.readings.map(one => (one === number ? { ...number, owner: 'unknown', unit: 'nothing' } : one)),
      }
    // «gói 3 640 triệu» may be package 3, «cả 20 640 triệu» twenty of something.
    const isSpaced =
      (owner !== 'nothing' || spans[at - 1]?.readings[0]?.is === 'word') &&
      /^\d{1,3} \d{3}(?!\d)/.test(text.slice(span.start, span.end))
    if (owner === 'nothing' && !isSpaced) return span
    const meant: Meaning = { ...number, owner, unit: isSpaced ? 'odd' : number.unit }
    return { ...span, readings: span.readings.map(meaning => (meaning === number ? meant : meaning)) }
  })
}

/** «anh Ba», «chị Tư»: a person rather than three or four. */
function isPerson(spans: readonly Span[], at: number, text: string): boolean {
  const [before, span] = [spans[at - 1], spans[at]]
  if (before === undefined || span === undefined) return false
  const said = text.slice(before.start, before.end).toLowerCase()
  if (!ADDRESSES.has(said)) return false
  const typed = text.slice(span.start, span.end)
  // Where nothing else is said, «Dạ thưa anh Sáu ạ» is six; among other words «anh Nam» and «anh nam» are somebody.
  const isAmongOthers = /\d/.test(text) || spans.some(other => reading(other, 'word')) || isCalled(text.slice(span.end))
  return isAmongOthers && (/^\p{Lu}\p{Ll}+$/u.test(typed) || ONE_WORD.test(typed))
}

/** «anh Hai ơi» */
const isCalled = (behind: string): boolean => /^ (?:ơi|oi)(?!\p{L})/iu.test(behind)

/** Without accents as likely a name: «Nam», «Sáu», «Bảy». */
const ONE_WORD = /^(?:nam|bon|sau|bay|tam|chin|muoi)$/i

const ADDRESSES: ReadonlySet<string> = new Set('anh|chị|cô|chú|bác|ông|bà|dì|cậu|thầy'.split('|'))

function ownerAt(spans: readonly Span[], at: number, text: string): Owner {
  const before = spans[at - 1]
  if (before === undefined) return 'nothing'
  // «đầu tháng 5», «rằm tháng 7»
  if (OF_PERIOD.test(text.slice(before.start, before.end))) return 'unknown'
  // «mô hình số 3»: which one, not how many.
  if (isNumbering(spans, at - 1, text)) return 'noun'
  // «câu 5 640 triệu»: of question 5, or 5.640 triệu.
  if (NUMBERED.test(text.slice(before.start, before.end)) && SCALED.test(text.slice(spans[at]?.start))) return 'unknown'
  if (reading(before, 'word') && !isHarmless(text.slice(before.start, before.end), text.slice(spans[at]?.start)))
    return 'unknown'
  if (reading(before, 'none')) return 'unknown'
  // «12 triệu đợt 2»: the noun was counted before, and it may count on.
  if (reading(before, 'number')?.unit === 'noun') return 'noun'
  return reading(before, 'noun') && !isCountedBefore(spans, at - 1) ? 'noun' : 'nothing'
}

const OF_PERIOD = /^(?:(?:đầu|giữa|rằm|sau|dau|giua|ram) )?(?:tháng|quý|thang|quy)$/iu
const NUMBERED = /^(?:câu|cau|câu hỏi|mục|muc|ý|dòng|phần|khoản|điều|lần|đợt|tổ|khu)$/iu
const SCALED = /^\d{1,2} \d{3} ?(?:tr|t[ỷỉyi]|ng)/iu

/** «áp phích 12»: a word with its accents before a figure; «abc 12», «Covid 19», «hơnn 12» and «mừơi hai» are something else. */
const isHarmless = (word: string, figure: string): boolean =>
  word === word.toLowerCase() && word !== fold(word) && /^\d/.test(figure) && !nearChange(word)

const isNumbering = (spans: readonly Span[], at: number, text: string): boolean =>
  !/ký số$/iu.test(text.slice(0, spans[at]?.end)) &&
  /^(?:số|so)$/iu.test(text.slice(spans[at]?.start, spans[at]?.end)) &&
  (reading(spans[at - 1] ?? nowhere, 'noun') ?? reading(spans[at - 1] ?? nowhere, 'word')) !== undefined

const nowhere: Span = { start: 0, end: 0, readings: [] }

/** «số mô hình 12», «tổng số sáng kiến 12»: the noun was said to be counted. */
function isCountedBefore(spans: readonly Span[], noun: number): boolean {
  for (let at = noun - 1; at >= 0 && at > noun - 4; at -= 1) {
    const meaning: Meaning | undefined = spans[at]?.readings[0]
    if (meaning?.is === 'filler' && meaning.counts) return true
    if (meaning?.is !== 'noun') return false
  }
  return false
}
