import type { Go } from '../../outbox/go.ts'
import { fold, normalise } from '../../reading/text.ts'

/** No question about a deadline is longer: what is longer is text. */
const LONGEST = 110

// «hôm nào rảnh em gửi» promises, and asks for nothing: who sends without having to is not between.
const WHEN_FIRST =
  /^(?:(?:khi|luc|ngay|hom|thang) nao|bao gio|chung nao|ngay may|hom may|may gio|bao lau nua|con bao (?:lau|nhieu ngay))\b(?:.*\b(?:han|phai (?:nop|gui|bao cao|lam))\b|(?: (?:thi|moi|can|duoc|nua|se))* (?:nop|gui)\b)/
const WHEN_LAST =
  /\b(?:han|thoi han|han chot|deadline)\b.*\b(?:(?:la |vao |den |het )?(?:khi|luc|ngay|hom) nao|bao gio|ngay may|hom may|chung nao|con bao (?:lau|nhieu ngay))(?: nhi| vay| the| ha| a)*$/
const WHY =
  /^(?:vi sao|tai sao|sao|ly do (?:gi|nao)|do dau|can cu (?:vao )?(?:dau|nao|gi)|o dau ra|theo quy dinh nao)\b.*\b(?:han|thoi han|deadline|ngay nay)\b/
const WHY_LAST =
  /^(?:han|thoi han) (?:nay|do|kia|.{0,30}) ?(?:o dau ra|tu dau ra|can cu (?:vao )?(?:dau|gi)|vi sao|tai sao)$/
const COURTESY = /^(?:(?:da|a|em|cho em|cho toi|cho minh|cho|anh|chi|ad|tro ly|hoi|xin|oi|voi|biet|xin hoi)[ ,]+)*/

const TOPICS: readonly (readonly [string, RegExp])[] = [
  ['launch', /phat dong/],
  ['initiative', /sang kien|mo hinh|giai phap/],
  ['money', /giai ngan|von/],
  ['summary', /tong ket/],
  ['dossier', /khen thuong|ho so/],
  ['year', /ca nam|nam \d{4}|cuoi nam|ket qua nam/],
  ['report', /bao cao|tien do|chi tieu|so lieu/],
]

const QUARTERS = [/^(?:i|1|mot|dau)$/, /^(?:ii|2|hai)$/, /^(?:iii|3|ba)$/, /^(?:iv|4|bon|tu|cuoi)$/]

/** A question about a day of the plan: «bao giờ hết hạn nộp văn bản phát động?», «vì sao hạn là 29/3»; undefined: it is none. */
export function askedDeadline(text: string): Go | undefined {
  if (text.length > LONGEST || /[\n;]/.test(text)) return undefined
  const plain = fold(normalise(text))
    .replace(/[?.!…]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?: a| ạ| vay| nhi)+$/, '')
    .replace(COURTESY, '')
  const isWhy = WHY.test(plain) || WHY_LAST.test(plain)
  if (!isWhy && !WHEN_FIRST.test(plain) && !WHEN_LAST.test(plain)) return undefined
  const topic = TOPICS.find(([, words]) => words.test(plain))?.[0]
  const quarter = /\bquy (\w+)/.exec(plain)?.[1]
  const ofYear = QUARTERS.findIndex(words => words.test(quarter ?? '-')) + 1
  const month = /\bthang (\d{1,2})\b/.exec(plain)?.[1]
  const [, day, ofMonth] = /\b(\d{1,2})[/.-](\d{1,2})\b/.exec(plain) ?? []
  return {
    to: 'deadline',
    args: {
      ...(isWhy ? { why: 'yes' } : {}),
      ...(topic === undefined ? {} : { topic }),
      ...(ofYear > 0 ? { quarter: String(ofYear) } : {}),
      ...(month === undefined ? {} : { month }),
      ...(day === undefined || ofMonth === undefined
        ? {}
        : { day: `${ofMonth.padStart(2, '0')}-${day.padStart(2, '0')}` }),
    },
  }
}
