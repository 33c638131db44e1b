import type { Go } from '../../outbox/go.ts'
import { fold } from '../../reading/text.ts'

/** No search is longer: what is longer is text. */
const LONGEST = 120

const COURTESY = /^(?:(?:da|a|em|anh|chi|ad|tro ly|hoi|xin|oi|voi|biet|vui long|lam on|cho|toi|minh)[ ,]+)*/
const WHAT = '(?:mo hinh|sang kien|giai phap|cach lam hay|cong nghe moi)'
const SEEK = new RegExp(
  `^(?:tim|tim kiem|tra cuu|tim giup) (?:cac |nhung |mot so )?${WHAT}(?:,? ${WHAT})*(?: nao)? (?:ve |lien quan (?:den )?)?(.{2,})$`,
)
const IS_THERE = new RegExp(
  `^co (?:nhung |cac )?${WHAT} (?:nao|gi) (?:ve |lien quan (?:den )?)(.{2,}?)(?: khong| chua)?$`,
)
const TAKE = /^(?:ap dung|nhan rong|hoc tap) (?:mo hinh |sang kien |giai phap )?(sk) ?-? ?(?:\d{4}-)?0*(\d{1,6})$/

/**
 * «Tìm mô hình về một cửa», «có sáng kiến nào về số hóa không?»: a search of the catalogue; «áp dụng SK-001» takes one over. undefined: it
 * is none; a name of the thing alone may be an answer, and asks for nothing.
 */
export function askedModels(text: string): Go | undefined {
  if (text.length > LONGEST || /[\n;]/.test(text)) return undefined
  const plain = fold(text)
    .replace(/[?!…]+|\.$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?: a| vay| nhi| the| ha| voi)+$/, '')
    .replace(COURTESY, '')
  const number = TAKE.exec(plain)?.[2]
  if (number !== undefined) return { to: 'models.take', args: { number } }
  const words = SEEK.exec(plain)?.[1] ?? IS_THERE.exec(plain)?.[1]
  return words === undefined || /^(?:cua (?:toi|em|minh)|nay|do)$/.test(words)
    ? undefined
    : { to: 'models', args: { words } }
}
