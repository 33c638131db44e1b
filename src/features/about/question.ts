import type { Go } from '../../outbox/go.ts'
import { fold } from '../../reading/text.ts'

/** No question about a document is longer: what is longer is text. */
const LONGEST = 120

const COURTESY = /^(?:(?:da|a|em|anh|chi(?! thi)|ad|tro ly|hoi|xin|oi|voi|biet|vui long|lam on)[ ,]+)*/
const SHOW = /^(?:(?:cho )?(?:em |toi |minh |anh |chi (?!thi))?(?:xin |hoi |biet |xem |tim |mo |doc )+)/
const DOCUMENT =
  /^((?:nghi quyet|nghi dinh|quyet dinh|chi thi|ke hoach|ket luan|thong tu|luat|de an|van ban)) (?:so )?(\d[\da-z/.-]*)(.*)$/
const WHAT =
  /^ (?:(?:cua|ve|ngay|nam) .{1,60} )?(?:la (?:gi|van ban gi|van ban nao|cai gi)|noi (?:ve )?(?:gi|dieu gi)|quy dinh (?:ve )?gi|noi dung (?:la )?(?:gi|the nao)|co noi dung gi|ve (?:viec |van de )?gi|o dau|ai (?:ban hanh|ky))$/

/**
 * A question about one document by its number: «Nghị quyết 05-NQ/TU là gì?», «cho xem quyết định 3322». undefined: it is none; a
 * document that is only named, as an answer or a citation may do, asks for nothing.
 */
export function askedDocument(text: string): Go | undefined {
  if (text.length > LONGEST || /[\n;]/.test(text)) return undefined
  const plain = fold(text)
    .replace(/[?!…]+|\.$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?: a| vay| nhi| the| ha| voi| duoc khong)+$/, '')
    .replace(COURTESY, '')
  const isToShow = SHOW.test(plain)
  const [, type, number, rest = ''] = DOCUMENT.exec(plain.replace(SHOW, '')) ?? []
  if (type === undefined || number === undefined) return undefined
  if (!(WHAT.test(rest) || (isToShow && rest === ''))) return undefined
  return { to: 'about.document', args: { type, number } }
}
