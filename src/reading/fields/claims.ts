import type { Span } from '../spans/span.ts'
import { fold } from '../text.ts'
import { isHowOften } from './beside/measures.ts'
import { clauseOf } from './clause-of.ts'

/**
 * Whether a figure that stands behind the answer, in words of its own, would take its place or change it: somebody says another one («12. Sếp bảo
 * ghi 15»), it is what the answer really is («mà thực ra là 15»), the whole with something else («tính cả trường kia là 15»), or what is to be
 * taken off or added («còn phải trừ 3», «trong đó 3 cái bị trùng»). What was said or was so before is told only.
 */
export function claimsPlace(spans: readonly Span[], figure: number, text: string): boolean {
  const [from, to] = clauseOf(spans, figure, text)
  const before = ` ${fold(text.slice(spans[from]?.start, spans[figure]?.start))} `
  const said = ` ${fold(text.slice(spans[from]?.start, spans[to - 1]?.end))} `
  const span = spans[figure]
  if (span && isHowOften(span, text)) return false
  if (WITH_ALL.test(before) || REALLY.test(before)) return true
  if (TAKEN_OFF.test(before) && !LATER.test(before) && !LEFT_OUT.test(before)) return true
  if (NOT_COUNTED.test(said) && PART_OF.test(said)) return true
  if (THEN.test(said)) return false
  if (NOT_ADDED.test(said)) return true
  return (
    SAYS.test(before) ||
    (COMES_TO.test(before) &&
      !AIMED.test(before) &&
      ENDS.test(fold(text.slice(spans[figure]?.end, spans[to - 1]?.end))))
  )
}

/** «tính cả đơn vị kia là 15», «gộp luôn bên trường thì 15»; not «tính cả 3 hợp đồng». */
const WITH_ALL =
  / (?:tinh|ke|gom|gop|cong) (?:ca|luon|them|chung|het|gop) (?:\S+ ){0,6}(?:la|thi|thanh|duoc|len|ra|phai) (?:\S+ ){0,2}$/
/** «chính xác là 15», «thực chất 15», «nói đúng ra 15» */
const REALLY =
  / (?:thuc ra|that ra|thuc chat|chinh xac|dung ra|dung hon|noi dung|dang ra|le ra|dang le|y em|y toi|y minh)(?: (?:hon|phai|la|chi|co|con|moi|ra|noi|duoc|thi))* $| ma (?:thuc te|that su|thuc su)(?: (?:phai|la|chi|co|duoc|thi))* $/
/** «phải trừ đi 3», «sau bị rút lại 3», «thêm 3 nữa» */
const TAKEN_OFF =
  / (?:(?:tinh|dem|cong|nhap|ghi|bi) (?:trung|sot|thieu|thua|du|lo)|trung|tru|bot|rut|tra lai|tra ve|loai|gach|cat|them|bo sung|cong them|bo)(?: (?:di|ra|lai|bo|them|mat|bot|khoang|duoc|con))* $/
/** «sang quý II đăng ký thêm 1 mô hình nữa» */
const LATER = / (?:sang|qua) (?:quy|nam|thang|ky|tuan) | (?:quy|nam|thang|ky|tuan) (?:sau|toi) | sap toi | dinh | se /
/** «số này đã loại 3» */
const LEFT_OUT = / da (?:tru|loai)(?: di| tru)? /
/** «còn 3 cái nữa chưa tính» */
const NOT_ADDED = / chua (?:duoc )?(?:tinh|cong|ke|gom|bao gom|nhap|dem)(?: vao| them)? /
const NOT_COUNTED =
  / (?:trung|trung lap|trung nhau|phai bo|bi bo|bi loai|phai loai|loai ra|khong tinh|ko tinh|khong duoc tinh|khong dat|chua dat|khong hop le|khong duoc|bi huy|bi tra lai|phai tra lai|nham|sai|cua (?:nam|ky|quy|thang|dot) (?:ngoai|truoc|roi)|nam ngoai|cua (?:don vi|phuong|truong|xa|ben|phong|noi|nguoi) (?:khac|kia|ben|ban)) /
const PART_OF = /^ (?:, )?(?:trong do|trong so do|co|ma co|nhung co|trong ay|rieng)(?: co)? /
/** «sếp bảo ghi 15», «kế toán bảo 15», «chị Hoa đếm được 15», «em nói 15 mà» */
const SAYS =
  / (?:bao|noi|chot|yeu cau|dem|keu|doi|chi dao|khang dinh|nhac)(?: (?:la|ghi|co|duoc|phai|chi|em|dien|lay|thanh|ra|tam|cu|so))* $/
/** «theo kế toán thì 15», «excel ra 15», «đếm lại được 15»: where a reckoning ends, and the clause with it. */
const COMES_TO = / (?:thi|ra|ghi|phai|thuc te|lai|lai roi|duoc|len|con)(?: (?:la|co|duoc|hon|chi|moi|roi))* $/
const AIMED =
  / (?:chi tieu|ke hoach|giao|muc tieu|moi|cung ky|tang|giam|hon|kem|can|yeu cau|phan dau|nam|quy|thang|ky) /
const ENDS = /^(?: ?(?:a|nhe|nha|thoi|co|do|day|chi|anh|em|roi|ma)(?= |$))*$/
const THEN =
  / (?:cu|truoc|hom qua|hom no|hom kia|nam ngoai|lan truoc|nay|hoi|luc|luc dau|ban dau|bua|sang nay|nham|sai|lon|ghi nham|bao nham|dot truoc|ky truoc) /
