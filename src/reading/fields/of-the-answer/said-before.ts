import type { Operator } from '../../spans/operators.ts'
import { reading, type Span } from '../../spans/span.ts'
import { fold } from '../../text.ts'

const LEAD = '(?:da|vang|nhung|ma|thi|em|e|toi|minh|ben em|phuong em) '
const LINK = ' (?:la|duoc|co|ghi|bao|khoang|con|chi|mat|dat|thi|nop|gui|xong|hen|lam)'
const OTHER = '(?:don vi|phuong|xa|truong|phong|ben|co quan|to|khu)'

const opens = (body: string): RegExp => new RegExp(`^(?:${LEAD}){0,4}(?:${body})(?:${LINK}){0,3}$`)

/** «ước gì được 12», «người ta đồn 12», «may ra 12» */
const WISHED =
  'uoc gi|gia ma|gia nhu|phai chi|muon(?: lam| co)?|(?:bao gio|khi nao) (?:cap|co|du)|lam gi (?:duoc|co)|lam sao(?: ma)?(?: duoc| co)?|sao ma(?: duoc| co)?|nguoi ta don|nguoi ta noi|nghe don|thien ha don|ngo|cu ngo|cu tuong|ai (?:bao|noi)|may ra|kip thi|may ra kip|sao lai|tai sao|vi sao'
/** «hủy số 12», «bị loại 12» */
const DROPPED = '(?:huy|xoa|bo|go) (?:so|cai|con so)|(?:da |vua )?bi (?:loai|tra|tra lai|tra ve|huy|go|bac)|truot|hong'
/** «phải chờ phòng kia gửi 2 cái nữa» */
const AWAITED =
  'dang (?:viet(?: do)?|(?:lam|soan) do)|(?:phai|con|dang|van) (?:cho|doi) (?:\\S+ ){1,7}(?:gui|bao|cung cap|nop|chuyen|duyet)'
/** «đơn vị bạn được 12» */
const OTHERS = `(?:(?:anh|chi|co|bac) \\S+ )?ben kia|(?:so )?(?:nha |ben )?(?:nguoi ta|ho(?! bao| noi| ghi))|ca (?:nuoc|tinh)|toan (?:tinh|thanh pho|quoc)|(?:du an|cong trinh|goi thau) khac|cai kia|(?:(?:cua |ben |o |so cua )?(?:cac |may |nhung )?)${OTHER} (?:khac|ban|kia|ben|ben canh|nguoi ta)`
/** «quy định là 2», «ai cũng 1», «dự toán giao 1 tỷ»: what is asked of everybody, or given. */
const ASKED_OF_ALL =
  '(?:theo )?quy dinh(?: toi thieu)?|du toan (?:duoc )?giao|chi tieu (?:duoc )?giao|(?:tinh|thanh pho|cap tren|tren) giao|bat buoc|(?:ai|phuong nao|don vi nao) cung|toi thieu theo quy dinh'
/** «của năm ngoái là 12» */
const THEN = '(?:so |dang ky |ke hoach |bao cao |ket qua )?cua (?:nam|quy|thang|ky|dot) (?:ngoai|truoc|roi)'

const SAYS: readonly (readonly [Operator, RegExp])[] = [
  ['doubt', opens(WISHED)],
  ['correction', opens(DROPPED)],
  ['denial', opens(OTHERS)],
  ['aim', opens(`cam ket|${ASKED_OF_ALL}`)],
  ['future', opens(AWAITED)],
  ['elsewhen', opens(THEN)],
]

/** What the words between the last mark and the answer say of it, where they say nothing else. */
export function saidBefore(answer: Span, text: string): readonly Operator[] {
  const said = fold(
    text.slice(Math.max(0, answer.start - LENGTH_AT_MOST), answer.start).replace(/^.*[,;.!?:()–—|]/s, ''),
  )
  const isDay = reading(answer, 'day') !== undefined
  return SAYS.filter(([operator, says]) => says.test(said) && !(isDay && operator === 'elsewhen')).map(
    ([operator]) => operator,
  )
}

/** What is longer says more. */
const LENGTH_AT_MOST = 60
