import { bareToo } from './text.ts'

/**
 * Whether a short line names a unit that is not the one of whoever writes: to whom it goes («kính gửi …», «… ơi»), whom one follows or works with («theo
 * …», «phối hợp …»), one of the province («… tỉnh»), somebody who is called like a ward («anh Thanh Sơn»); or no more than that it is one («cơ quan em»).
 */
export const isOtherUnit = (text: string): boolean => TO_OR_WITH.test(text) || CALLED.test(text) || ANY.test(text)

const TO_OR_WITH = bareToo(
  /^(?:dạ |vâng )?(?:kính gửi|nơi nhận|đồng gửi|chào|báo cáo(?! của| số liệu)|theo|phối hợp|thua|hơn|thuộc(?=.* quản lý$))(?::| )[^,.;:\n]+$|^[^,.;:\n]+(?<! (?:anh|chị|em|cô|bác|chú|sếp|bạn|thầy|cả)) (?:ơi|hướng dẫn|quản lý)[ ạ.!]*$|^phòng [^,.;:\n]+ tỉnh[ ạ.!]*$/iu,
)
const CALLED = /^(?:[Aa]nh|[Cc]hị|[Cc]ô|[Bb]ác|[Cc]hú|[Ôô]ng|[Bb]à|[Tt]hầy) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+[ ạ.!]*$/u
const ANY = bareToo(
  /^(?:dạ |vâng )?(?:cơ quan|đơn vị|phòng|ban|trung tâm|chi cục|trường|phường|xã)(?: (?:em|mình|tôi|này|của|bên|chúng))*[ ạ.!]*$/iu,
)
