import { foundOrBare, orBare } from '../without-accents.ts'

const PLACE = '(?:phường|xã|phòng|trường|đơn vị|cơ quan|bên|chỗ|nơi|khu|tổ|người)'
const OTHERS = `(?:(?:các|mấy|mọi|những|nhiều|tất cả các) )?${PLACE} (?:khác|bạn)|(?:các|mấy|những) ${PLACE} (?:kia|nọ)|người ta|(?:các|mấy|mọi|tất cả các) ${PLACE}(?= (?:đều|đã|cũng|thì))|(?:ở )?nơi khác`
const OWN = `(?:riêng |chỉ )?${PLACE} (?:em|anh|chị|tôi|mình|tui|bọn em|chúng em|chúng tôi)`

/** An answer, and nothing it may be of. */
const ANSWER =
  '(?:(?:thì|cũng|vẫn|đã|đều|là) )*(?:có|không|ko|chưa|làm|xong|triển khai|thực hiện|được|rồi)(?: (?:có|làm|xong|được|rồi|chứ|mà|đâu|hết|lâu|đủ|đầy đủ|ai|gì|nữa|ạ|nhé|nha|em|anh|chị|cô|từ(?: (?:năm|tháng|tuần|quý|hôm|đầu|lâu|trước|ngoái|qua|\\d+))+))*'

/** «mọi phường đều có rồi, riêng phường mình thì chưa» */
const othersFirst = foundOrBare(
  new RegExp(
    `^(?:dạ,? |vâng,? )?(?:${OTHERS})(?: [^,;.?]{1,60}?)?(?:[,;.]| (?=chứ |còn |mà |nhưng ))\\s*(?:(?:chứ|còn|mà|nhưng) )*(?:riêng )?(${OWN} ${ANSWER}(?:[,;.!].*)?)$`,
    'iu',
  ),
)
/** «bên em có rồi, mấy phường kia em không biết» */
const othersLast = foundOrBare(
  new RegExp(
    `^((?:dạ,? |vâng,? )?${OWN} ${ANSWER})(?:[,;.] ?| (?=chứ |còn |mà |nhưng ))(?:(?:chứ|còn|mà|nhưng) )*(?:${OTHERS})(?: [^,;.?]{1,60})$`,
    'iu',
  ),
)

/** What a line says of its own place, where it tells of others beside. */
export function ofOwn(text: string): string {
  const said = text.trim()
  const own = othersFirst(said)?.[1] ?? othersLast(said)?.[1]
  return own === undefined ? text : own.replace(/^riêng /iu, '')
}

/** Whether a line tells of others first, and not plainly of its own place. */
export const tellsOfOthers = orBare(
  new RegExp(`^(?:dạ,? |vâng,? )?(?:${OTHERS}) (?:[^,;.?]{0,40} )?(?:có|không|chưa|rồi|xong)[,;.]`, 'iu'),
)
