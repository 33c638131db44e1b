import { foundOrBare } from '../without-accents.ts'

const PLACE = '(?:phường|xã|phòng|trường|đơn vị|cơ quan|bên|chỗ|nơi|khu|tổ|người)'
const OTHERS = `(?:(?:các|mấy|mọi|những|nhiều|tất cả các) )?${PLACE} (?:khác|bạn)|(?:các|mấy|những) ${PLACE} (?:kia|nọ)|người ta|(?:các|mấy|mọi|tất cả các) ${PLACE}(?= (?:đều|đã|cũng|thì))|(?:ở )?nơi khác`
const OWN = `(?:riêng |chỉ )?${PLACE} (?:em|anh|chị|tôi|mình|tui|bọn em|chúng em|chúng tôi)`

/** «mọi phường đều có rồi, riêng phường mình thì chưa» */
const othersFirst = foundOrBare(
  new RegExp(
    `^(?:dạ,? |vâng,? )?(?:${OTHERS})(?: [^,;.?]{1,60}?)?(?:[,;.]| (?=chứ |còn |mà |nhưng ))\\s*(?:(?:chứ|còn|mà|nhưng) )*(?:riêng )?(${OWN} .+)$`,
    'iu',
  ),
)
/** «bên em có rồi, mấy phường kia em không biết» */
const othersLast = foundOrBare(
  new RegExp(
    `^((?:dạ,? |vâng,? )?${OWN} [^?]+?)(?:[,;.] ?| )(?:(?:chứ|còn|mà|nhưng) )*(?:${OTHERS})(?: [^,;.?]{1,60})$`,
    'iu',
  ),
)

/** What a line says of its own place, where it tells of others beside. */
export function ofOwn(text: string): string {
  const said = text.trim()
  const own = othersFirst(said)?.[1] ?? othersLast(said)?.[1]
  return own === undefined ? text : own.replace(/^riêng /iu, '')
}
