import type { Words } from './name-part.ts'
import { areSmall } from './name-words.ts'

/** Surnames that without their accents are no word of a sentence: «do» may be «do», «vu» «vụ», «truong» «trường». */
const SURNAMES = /^(?:nguyen|tran|le|pham|hoang|huynh|phan|dang|bui|ngo|dinh|trinh|phung)$/
/** What most often stands between surname and given name, «văn» and «thị» apart. */
const MIDDLE =
  /^(?:quoc|huu|duc|minh|ngoc|thanh|quang|xuan|hong|kim|thu|dinh|ba|cong|tuan|manh|anh|bich|my|thuy|phuong|hai|trung|viet|gia|bao|nhu|khanh|tien|dang|doan|trong|thai|hoang)$/
const PARTICLE = /^(?:a|ah|ak|nha|nhe|nhen|ne|roi|di|do|day|thoi|luon|ok|em|anh|chi|c|e|vay|cung|va|voi|la)$/

/** «le quoc toan»: a full name without accents and without capitals. */
export const isBareName = (words: Words): boolean =>
  (words.length === 3 || (words.length === 4 && MIDDLE.test(words[2]?.text ?? ''))) &&
  areSmall(words) &&
  words.every(({ raw, folded }) => raw === folded) &&
  SURNAMES.test(words[0]?.text ?? '') &&
  MIDDLE.test(words[1]?.text ?? '') &&
  !PARTICLE.test(words.at(-1)?.text ?? '')
