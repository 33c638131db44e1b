import type { Go } from '../../outbox/go.ts'
import { fold, normalise } from '../../reading/text.ts'

/** No question about the law is longer: what is longer is text. */
const LONGEST = 100

const COURTESY = /^(?:(?:da|a|em|cho em|cho toi|cho minh|cho|anh|chi|ad|tro ly|hoi|xin|oi|voi|biet|xin hoi)[ ,]+)*/
const WHEN = / (?:vao |tu |o |trong )?(?:ngay \d{1,2}[/.-]\d{1,2}[/.-]\d{4}|nam \d{4})$/

const TOPICS: readonly (readonly [string, RegExp])[] = [
  [
    'prize',
    /^(?:muc |so )?tien (?:khen )?thuong\b.{0,40}\b(?:bao nhieu|the nao|la may)(?: tien| dong)?$|^(?:giay khen |tap the |ca nhan )?(?:duoc )?thuong bao nhieu(?: tien)?$/,
  ],
  [
    'award',
    /^(?:ai|nguoi nao|cap nao|co quan nao)(?: la nguoi)?(?: co)?(?: tham)?(?: quyen)?(?: duoc)? (?:tang|ky|trao|cap|quyet dinh(?: tang)?) giay khen$|^tham quyen (?:tang|ky|quyet dinh tang) giay khen(?: thuoc ve ai| cua ai| la ai)?$/,
  ],
  [
    'form',
    /^(?:bao cao thanh tich|to trinh|bien ban(?: hop)?|quyet dinh|giay khen)(?: khen thuong)? (?:(?:lam |viet |lap )?theo |dung |lay )?mau (?:so )?(?:nao|may|gi)$|^(?:dung |theo )?mau (?:bao cao thanh tich|to trinh(?: khen thuong)?|bien ban(?: hop)?|giay khen) (?:nao|so may|la gi)$/,
  ],
  ['limit', /^(?:thoi han|han) tham dinh(?: ho so)?(?: la)? (?:bao lau|may ngay|bao nhieu ngay)$/],
  [
    'campaign',
    /^(?:(?:phong trao|ho so|khen thuong|viec|cai|giay khen)(?: khen thuong)?(?: nay)? )?(?:(?:ap dung|lam|xet|tinh) )?(?:theo|can cu(?: vao)?|ap dung|dua vao) (?:luat|nghi dinh|thong tu|van ban|quy dinh) (?:nao|gi)$|^can cu phap ly(?: la)? (?:nao|gi)$/,
  ],
]

/** A question about the law, of a day or a year when one is named: «theo luật nào?», «tiền thưởng bao nhiêu năm 2026». undefined: it is none. */
export function askedLaw(text: string): Go | undefined {
  if (text.length > LONGEST || /[\n;]/.test(text)) return undefined
  const plain = fold(normalise(text))
    .replace(/[?!…]+|\.$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?: a| vay| nhi| the| ha)+$/, '')
    .replace(COURTESY, '')
  const asked = plain.replace(WHEN, '').replace(/(?: a| vay| nhi| the| ha)+$/, '')
  const topic = TOPICS.find(([, words]) => words.test(asked))?.[0]
  if (topic === undefined) return undefined
  const [, day, month, year] = /\bngay (\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain) ?? []
  const wholeYear = /\bnam (\d{4})$/.exec(plain)?.[1]
  return {
    to: 'law',
    args: {
      topic,
      ...(day && month && year ? { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` } : {}),
      ...(wholeYear === undefined ? {} : { year: wholeYear }),
    },
  }
}
