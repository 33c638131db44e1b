import { isAside } from '../clauses.ts'
import { Lexicon } from '../lexicon.ts'
import { fold } from '../text.ts'
import { tokenise } from '../tokens.ts'
import { orBare } from '../without-accents.ts'
import { ABOUT, POSTS, TITLES, UNITS } from './around-a-name.ts'
import { DOES } from './does.ts'
import type { Words } from './name-part.ts'
import { opensCapital, phraseAt } from './name-words.ts'
import { isRemark } from './remark-on-a-name.ts'
import { isSpelledSurname, isSurname } from './surnames.ts'
import { actsInPost, isUnsettled, saidBy } from './unsettled.ts'

/** «P. Nội vụ», «ctịch mttq» */
const SHORT_OFFICE = /^(?:p|f|vp|tt|ubnd|p?ctịch|p?ct|tp|pp|cv|gv|ht|pht)$/

/** What opens a clause that tells something of somebody named before: no name begins so. */
const OPENS = new Lexicon([
  [
    true,
    'em|e|tôi|mình|tui|tụi em|bọn em|chúng em|chúng tôi|anh ấy|chị ấy|cô ấy|ông ấy|bà ấy|thầy ấy|đồng chí ấy|đồng chí này|người|là người|hiện|hiện nay|hiện tại|nay|đang|đã|vừa|mới|vẫn|hôm|hôm qua|hôm nay|sáng nay|chiều qua|tuần trước|tháng trước|năm nay|cô dạy|thầy dạy|chị dạy|anh dạy|cô làm ở|chị làm ở|anh làm ở|cô công tác|chị công tác|anh công tác|từ|theo|căn cứ|được|thuộc|trực thuộc|ở|tại|bên|dạy|công tác|cùng|đều|cả hai|cả ba|lãnh đạo|sếp|thủ trưởng|như|vì|do|số|máy|sđt|đt|điện thoại|di động|zalo|email|gmail|cảm ơn|xin cảm ơn|mong|nhờ|gửi anh|gửi chị|chỉ có mình|một mình|ngoài ra không|không có|không còn ai|không ai',
  ],
])

const CONTACT = /^(?:số |số máy |máy |sđt |đt |điện thoại |di động |zalo )[\p{L}: ]{0,20}[\d. ]{3,15}$/iu
const PHONE = /^\+?\d(?:[\d. ()-]{7,14})\d$/u
export const BY_PAPER =
  /^(?:theo|căn cứ)(?: \p{L}+){0,3} (?:quyết định|phân công|công văn|tờ trình|thông báo|kế hoạch|giấy|nghị quyết|qđ|cv)(?: [\p{L}\d/-]+){0,12}$/iu
/** «không có đồng tác giả», «không có ai khác»: said of a list that holds all. */
const NOBODY_ELSE =
  /^(?:ngoài ra )?(?:không|ko|k|không có|ko có|k có|không còn|chưa có) (?:ai|đồng tác giả|tác giả|cộng sự|người)(?: (?:ai|nào|khác|nữa|cả|hết|ạ|tham gia|cùng làm|làm cùng))*$/iu

/** «em chỉ gõ hộ thôi»: who sends the line is not who is meant. */
const MESSENGER =
  /^(?:em|e|tôi|mình|tui) (?:chỉ |là người )?(?:gõ|nhập|gửi|điền|ghi|báo) (?:hộ|giúp|thay)(?: \p{L}+){0,2}$/iu
/** «nghỉ hưu rồi mà vẫn tham gia»: gone, and no less in it. */
const BUT_STILL =
  /^(?:đã |vừa )?(?:nghỉ |về )?hưu(?: rồi)? (?:mà|nhưng) vẫn (?:còn )?(?:tham gia|phụ trách|theo dõi|làm (?:đầu mối|việc này|công tác này|chính))(?: |$)/iu
/** «năm ngoái là thầy khác»: what was before. */
const BEFORE = /^(?:năm ngoái|năm trước|trước đây|trước kia|hồi trước) (?:là|do|thì) /iu

/** «em làm chính»: somebody else than the one that was named. */
const IS_MINE =
  /^(?:em|e|tôi|mình|tui|tụi em|bọn em|chúng em|chúng tôi) (?:\p{L}+ )?(?:làm chính|làm|ký|chủ trì|đứng tên|phụ trách|chịu trách nhiệm|theo dõi|viết|góp|phụ|hỗ trợ|giúp|tham gia)(?! ở| tại| bên| việc ở)(?:\s|$)/iu

const isMine = orBare(IS_MINE)

/** Whether somebody only helps: «thầy Bảo hỗ trợ phần mềm». */
export const helpsOnly = (said: string): boolean => helps(said.replace(WRITE_FOR_ME, ' '))

const helps = orBare(/(?:^|\s)(?:hỗ trợ|giúp|góp ý|giúp đỡ|giúp việc)(?:\s|[.,!]|$)/iu)
/** «ghi giúp chị Phan Thị Tuyết Mai» */
const WRITE_FOR_ME = /(?:^|\s)(?:ghi|điền|nhập|viết|thêm) (?:tên )?giúp(?=\s)/giu

/** Whether it is the one that writes: «em là …», «tôi tên …». */
export const isSelf = (words: Words): boolean =>
  /^(?:(?:dạ|vâng|thì|họ tên|tên) )*(?:em|e|tôi|mình|tui|cháu)(?: |$)/iu.test(words.map(({ raw }) => raw).join(' '))

/**
 * Whether a clause beside a person's full name tells of that person or of the line («em làm ở văn phòng», «mới bổ nhiệm từ tháng 2», «theo quyết định
 * số 09»): it names nobody else, takes nothing back and leaves nothing open.
 */
export function tellsOfPerson(words: Words, isOfSelf = false): boolean {
  const said = saidBy(words)
  if (BUT_STILL.test(said)) return tellsOfPerson(words.slice(words.findIndex(({ text }) => text === 'vẫn')), isOfSelf)
  if (said === '' || [CONTACT, PHONE, NOBODY_ELSE, MESSENGER].some(form => form.test(said))) return true
  if (actsInPost(words)) return false
  if ((BEFORE.test(said) && !namesSomebody(words)) || isRemark(words)) return true
  if (isUnsettled(words) || namesSomebody(words) || (!isOfSelf && isMine(said))) return false
  if (BY_PAPER.test(said)) return true
  // «cùng viết» joins nobody else.
  const done = (DOES.find(words, 0) ?? ALL_OF.find(words, 0))?.length ?? 0
  const rest = saidBy(words.slice(done))
  if (fold(said) === said.toLowerCase() && /(?:^|\s)(?:va|voi|cung)(?:\s|$)/i.test(rest)) return false
  return opensTelling(words) && isAside(tokenise(rest), () => true)
}

/** «cả hai đều là công chức phường» */
const ALL_OF = new Lexicon([[true, 'cả hai đều|cả ba đều|cả hai cùng|cả ba cùng|cả hai là|cả ba là']])

const opensTelling = (words: Words): boolean =>
  OPENS.find(words, 0) !== undefined ||
  DOES.find(words, 0) !== undefined ||
  (SHORT_OFFICE.test(words[0]?.text ?? '') && words.length > 1) ||
  [POSTS, UNITS, ABOUT].some(list => {
    const found = phraseAt(list, words, 0)
    return found !== undefined && (found.isExact || found.length > 1)
  })

/** «chị lan hỗ trợ», «Lê Văn Tùng ký thay»; not the names of wards and schools behind what they are. */
export function namesSomebody(words: Words): boolean {
  const post = phraseAt(POSTS, words, 0) ?? phraseAt(UNITS, words, 0)
  return words.some((word, at) => {
    if (post?.isExact && at < post.length) return false
    const title = phraseAt(TITLES, words, at)
    const next = words[at + (title?.length ?? 0)]
    if (
      (title?.isExact || (title !== undefined && !opensCapital(word) && opensCapital(next))) &&
      next !== undefined &&
      !SAID_TO.test(next.text) &&
      (!/^(?:em|cháu|bạn)$/.test(title.phrase) || opensCapital(next))
    )
      return true
    // «Phó Chủ tịch»
    const isPost = phraseAt(POSTS, words, at)?.isExact === true && !isSpelledSurname(words[at + 1]?.text ?? '')
    return (
      opensCapital(word) &&
      (isSpelledSurname(word.text) || (word.text === word.folded && isSurname(word.text))) &&
      opensCapital(words[at + 1]) &&
      !isPost &&
      !isOfOffice(words, at)
    )
  })
}

/** Behind «anh», «chị»: that the person is meant that was named, or the one that reads. */
const SAID_TO =
  /^(?:khác|ấy|này|sau|nhắn|gọi|báo|gửi|đợi|chờ|tự|dạy|phụ|đang|vừa|cũng|ở|đó|kia|em|chị|ạ|nhé|nha|nhá|ơi|ghi|điền|nhập|giúp|xem|cho|là|làm|được)$/

/** No ward has a longer name without a «phường» of its own behind it; what is longer may be a person. */
const isOfOffice = (words: Words, at: number): boolean =>
  (!opensCapital(words[at + 2]) || words[at + 2]?.text.length === 1) &&
  words.slice(0, at).some((_, from) => {
    const unit = phraseAt(UNITS, words, from)
    return unit?.isExact && from + unit.length === at
  })
