import type { Span } from '../../spans/span.ts'
import { bareToo } from '../../text.ts'
import type { Part } from './parts-of-line.ts'

/**
 * Whether a part of a line tells what others have, where another part says «bên mình» to its figure: «bên Thanh Sơn khoe 95%, bên mình 88%», «các phường khác
 * người ta 10/10, mình mới 9/10». A school, a section or a person may count among one's own, all that is summed up too, and a ward that is
 * named may be the writer's, unless the other part sets itself off from it («còn bên em thì»).
 */
export function isOfOthers(
  { from, to }: Part,
  spans: readonly Span[],
  isOwn: readonly boolean[],
  text: string,
): boolean {
  const figure = isOwn.indexOf(true, from)
  const before = text.slice(spans[from]?.start, spans[figure]?.start)
  const isNamed = NAMED.test(before)
  if (!(OTHERS.test(before.toLowerCase()) || isNamed) || OURS.test(before.toLowerCase())) return false
  if (TOGETHER.test(text.toLowerCase())) return false
  const rest = [text.slice(0, spans[from]?.start), text.slice(spans[to]?.start ?? text.length)].map(said =>
    said.toLowerCase(),
  )
  const isApart = !isNamed || SIDES_WITH.test(before) || rest.some(said => SET_OFF.test(said))
  return isApart && rest.some(said => OURS_HAS.test(said))
}

const OPENS = '^[\\s,;.(|]*(?:dạ |thì |còn |trong khi |nhưng |mà |chứ |như |chị \\p{L}+ |anh \\p{L}+ )*'
const OTHERS = bareToo(
  new RegExp(
    `${OPENS}(?:của |ở |bên )?(?:các |mấy |nhiều |những )?(?:bên|nơi|chỗ|phường|xã|đơn vị|cơ quan|địa phương)(?: \\p{L}+)? (?:khác|bạn|kia|bên cạnh|người ta)(?: |$)|${OPENS}người ta `,
    'u',
  ),
)
/** «bên Thanh Sơn», «chị Thu bên Nam Khê»; a body of one's own begins otherwise («bên Đoàn Thanh niên», «bên Trường Lê Lợi»). */
const NAMED =
  /^[\s,;.(|]*(?:(?:[Dd]ạ|thì|còn|trong khi|nhưng|mà|chứ|như|(?:[Cc]hị|[Aa]nh) \p{Lu}\p{Ll}+) )*(?:[Bb]ên |ở )?(?:[Pp]hường |[Xx]ã )?(?<=(?:[Bb]ên|[Pp]hường|[Xx]ã) )(?!Đoàn|Hội|Trường|Trạm|Ban|Phòng|Tổ|Khu|Công|Kho|Văn|Mặt|Sở|Chi|Trung)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?: |$)/u
const SELF = '(?:bọn |chúng |tụi |nhà )?(?:mình|em|tôi|chị|anh|bác|chú|cháu|ta|tớ|con)'
const OURS = bareToo(new RegExp(`(?:^|[\\s,;.])(?:bên|phường|xã|đơn vị|cơ quan|đội|chỗ|nhà) ${SELF}(?: |$)`, 'u'))
/** «bên Thanh Sơn», and no «phường Thanh Sơn» */
const SIDES_WITH = /(?:^|\s)(?:bên|Bên) (?:phường |xã )?\p{Lu}|người ta/u
const SET_OFF = bareToo(
  new RegExp(
    `(?:còn|chứ|trong khi|nhưng|mà) (?:bên|phường|xã|đơn vị|cơ quan|đội|chỗ|nhà)? ?${SELF}(?: |$)|${SELF} thì `,
    'u',
  ),
)
/** Between whom it is of and the figure stands no other. */
const OURS_HAS = bareToo(
  new RegExp(
    `(?:^|[\\s,;.])(?:(?:bên|phường|xã|đơn vị|cơ quan|đội|chỗ|nhà) ${SELF}|mình|bọn mình|chúng tôi|chúng em|bọn em|tụi em)(?: [^\\d.;()]*)? \\S*(?:\\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|kia|mốt|mai|nay|qua)`,
    'u',
  ),
)
const TOGETHER = bareToo(/(?:^|\s)(?:tổng|cộng|gộp|cả hai|cả thảy|tất cả|chung|vị chi|tổng cộng|cùng|lần)(?:[\s,:]|$)/u)
