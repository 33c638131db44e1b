import { Lexicon } from '../lexicon.ts'
import { SENTENCE } from './around-a-name.ts'
import type { Words } from './name-part.ts'
import { areSmall } from './name-words.ts'

/** Surnames that without their accents are no word of a sentence: «do» may be «do», «vu» «vụ», «truong» «trường». */
const SURNAMES = /^(?:nguyen|tran|le|pham|hoang|huynh|phan|dang|bui|ngo|dinh|trinh|phung)$/
/** What most often stands between surname and given name, «văn» and «thị» apart. */
const MIDDLE =
  /^(?:quoc|huu|duc|minh|ngoc|thanh|quang|xuan|hong|kim|thu|dinh|ba|cong|tuan|manh|anh|bich|my|thuy|phuong|hai|trung|viet|gia|bao|nhu|khanh|tien|dang|doan|trong|thai|hoang)$/
const PARTICLE = /^(?:a|ah|ak|nha|nhe|nhen|ne|roi|di|do|day|thoi|luon|ok|em|anh|chi|c|e|vay|cung|va|voi|la)$/

/** With its accents: surnames, and middle names behind them, that together are hardly words of a sentence. */
const SPELLED =
  /^(?:cao|hà|hồ|tô|lý|dương|đoàn|đào|tạ|lương|chu|lưu|thái|châu|quách|kiều|doãn|vương) (?:xuân|quốc|hữu|đức|quang|đình|ngọc|trọng|duy|khắc|mạnh|bích|viết|đăng|doãn|tiến|thế|minh|hồng) \p{L}{2,6}$/u

const DEEDS = new Lexicon([
  [true, 'nộp|gửi|làm|viết|ký|góp|nhập|báo|bảo|duyệt|soạn|nói|lo|lập|giao|nhận|hỏi|họp|đi|về|giữ|in'],
])

/** «le quoc toan», «cao xuân bách»: a full name without capitals, with the accents of all its words or none. */
export const isBareName = (words: Words): boolean =>
  areSmall(words) && !PARTICLE.test(words.at(-1)?.folded ?? '') && (isWithoutAccents(words) || isSpelledName(words))

const isSpelledName = (words: Words): boolean =>
  words.length === 3 &&
  SPELLED.test(words.map(({ text }) => text).join(' ')) &&
  ![SENTENCE, DEEDS].some(list => list.find(words, 2))

const isWithoutAccents = (words: Words): boolean =>
  (words.length === 3 || (words.length === 4 && MIDDLE.test(words[2]?.text ?? ''))) &&
  words.every(({ raw, folded }) => raw === folded) &&
  SURNAMES.test(words[0]?.text ?? '') &&
  MIDDLE.test(words[1]?.text ?? '')
