import type { Go } from '../../outbox/go.ts'
import { fold } from '../../reading/text.ts'

/** No question about a document is longer: what is longer is text. */
const LONGEST = 120

const COURTESY = /^(?:(?:da|a|em|anh|chi(?! thi)|ad|tro ly|hoi|xin|oi|voi|biet|vui long|lam on)[ ,]+)*/
const SHOW = /^(?:(?:cho )?(?:em |toi |minh |anh |chi (?!thi))?(?:xin |hoi |biet |xem |tim |mo |doc )+)/
const TYPE = '(?:nghi quyet|nghi dinh|quyet dinh|chi thi|ke hoach|ket luan|thong tu|luat|de an|van ban)'
const DOCUMENT = new RegExp(`^(${TYPE}) (?:so )?(\\d[\\da-z/.-]*)(.*)$`)
/** A number that is a document's by its letters alone: «05-NQ/TU», «73/2023/NĐ-CP». */
const NUMBER = /^(?:so )?(\d+(?:\/\d{4})?[/-][a-z][a-z/-]*)(.*)$/
const SEEK = new RegExp(
  `^(?:tim|tim kiem|tra cuu|tra) (?:cac |nhung |mot so )?${TYPE}(?: nao)? (?:noi |quy dinh |huong dan )?(?:ve |lien quan (?:den )?)(.{3,})$`,
)
const WHICH = new RegExp(
  `^(?:co )?(?:nhung |cac )?${TYPE} (?:nao|gi) (?:noi |quy dinh |huong dan |co )?(?:ve |lien quan (?:den )?)(.{3,}?)(?: khong| chua)?$`,
)
const WHAT =
  /^ (?:(?:cua|ve|ngay|nam) .{1,60} )?(?:la (?:gi|van ban gi|van ban nao|cai gi)|noi (?:ve )?(?:gi|dieu gi)|quy dinh (?:ve )?gi|noi dung (?:la )?(?:gi|the nao)|co noi dung gi|ve (?:viec |van de )?gi|o dau|ai (?:ban hanh|ky))$/

/**
 * A question about documents: of one by its number («Nghị quyết 05-NQ/TU là gì?», «cho xem quyết định 3322», «73/2023/NĐ-CP nói gì?»), or of
 * those about a matter («văn bản nào nói về giải ngân?»). undefined: it is none; a document that is only named, as an answer or a
 * citation may do, asks for nothing.
 */
export function askedDocument(text: string): Go | undefined {
  const plain = plainly(text)
  if (plain === null) return undefined
  const words = SEEK.exec(plain)?.[1] ?? WHICH.exec(plain)?.[1]
  if (words !== undefined) return { to: 'about.search', args: { words } }
  const isToShow = SHOW.test(plain)
  const named = plain.replace(SHOW, '')
  const [, type, number, rest = ''] = DOCUMENT.exec(named) ?? ofNumber(named)
  if (type === undefined || number === undefined) return undefined
  if (!(WHAT.test(rest) || (isToShow && rest === ''))) return undefined
  return { to: 'about.document', args: { type, number } }
}

/** What a text that is nothing else names: a document by its number alone, or the words that are looked for in the documents. */
export function namedInLibrary(text: string): { number: string } | { words: string } | null {
  const plain = plainly(text)
  if (plain === null) return null
  const [, , number, rest] = DOCUMENT.exec(plain) ?? ofNumber(plain)
  if (number !== undefined && rest === '') return { number }
  const words = plain.replace(LEADING, '').replace(WHAT_AFTER, '').trim()
  return words.split(' ').length > 1 ? { words } : null
}

const LEADING = new RegExp(`^(?:${TYPE} )?(?:noi |quy dinh |huong dan )?(?:ve |lien quan (?:den )?)`)
const WHAT_AFTER = / (?:la (?:gi|cai gi|the nao)|o dau|the nao)$/

function ofNumber(plain: string): readonly (string | undefined)[] {
  const [whole, number, rest] = NUMBER.exec(plain) ?? []
  return [whole, '', number, rest]
}

/** Without accents, courtesy and signs at its end; null: it is too long to be a question. */
function plainly(text: string): string | null {
  if (text.length > LONGEST || /[\n;]/.test(text)) return null
  return fold(text)
    .replace(/[?!…]+|\.$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?: a| vay| nhi| the| ha| voi| duoc khong)+$/, '')
    .replace(COURTESY, '')
}
