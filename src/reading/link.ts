import { ask, invalid, type Reading, read } from './result.ts'
import { bareToo } from './text.ts'

const MAX_LINK = 2_048
const MAX_TEXT = 8_000

/**
 * The http or https address in a text, in the normal form of the URL standard. Addresses with credentials or without a
 * dotted host are refused; an address without its scheme is offered with https.
 */
export function readLink(text: string): Reading<string> {
  if (text.length > MAX_TEXT) return invalid('tooLong')
  const plain = text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .trim()
  if (plain === '') return invalid('empty')
  const found = plain.match(/https?:\/\/[^\s<>"“”]+/giu) ?? []
  const links = [...new Set(found.map(withoutTail).map(toLink))]
  const usable = links.filter(link => link !== undefined)
  const [link] = usable
  if (links.length > 1) return ask('severalValues', usable)
  if (link !== undefined) return isOfElse(plain) ? ask('unsure', [link]) : read(link, true)
  if (found.length > 0) return invalid('badLink')
  if (/https?\s*:/i.test(plain)) return /https?\s*:[\s/]*[\p{L}\d]/iu.test(plain) ? ask('garbled') : invalid('badLink')
  if (/[a-z]+:/i.test(plain) && /^(?:javascript|data|ftp|file|mailto|vbscript):/i.test(plain)) return invalid('badLink')
  const bare = plain.split(/\s+/).filter(word => /^(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?:[/?#]\S*)?$/i.test(word))
  const offered = bare.map(word => toLink(`https://${withoutTail(word)}`)).filter(offer => offer !== undefined)
  return offered.length > 0 ? ask('incomplete', offered) : invalid('noAnswer')
}

/** «không phải https://…», «https://… bị lỗi», «link của phường bên https://…», «theo https://…»: not the page that is asked for, or not yet. */
const isOfElse = (text: string): boolean => TAKEN_BACK.test(text) || LED_BY_ELSE.test(text)

const TAKEN_BACK = bareToo(
  /(?:^|\s)(?:không phải|(?:gửi|dán|chép|ghi) (?:nhầm|lộn|sai)|bị lỗi|hỏng rồi|không vào được|không mở được|chưa đăng|chưa chạy|bị gỡ|bị xóa|gỡ rồi|xóa rồi|(?:phường|xã|đơn vị|trường|phòng|bên) (?:bên|bạn|khác|kia)|năm ngoái|năm trước|link cũ|bài cũ)(?![\p{L}])/iu,
)
const LED_BY_ELSE = bareToo(
  /^(?:dạ |vâng )?(?:hướng dẫn|mẫu|theo|như|giống|làm theo|tham khảo|xem)(?: (?!bài|tin|link|đây)\p{L}+){0,3}:? https?:|^(?:dạ |vâng )?(?:như|giống) (?:bài|tin|link)(?: \p{L}+){0,2}:? https?:/iu,
)

/** Closing punctuation of the sentence around it is not part of an address; a closing bracket is when it was opened inside. */
function withoutTail(address: string): string {
  let end = address.length
  while (end > 0) {
    const char = address.charAt(end - 1)
    const opened = char === ')' && address.slice(0, end - 1).includes('(')
    if (opened || !/[.,;:!?)\]}'…]/.test(char)) break
    end -= 1
  }
  return address.slice(0, end)
}

function toLink(address: string): string | undefined {
  const url = parsed(address)
  if (url === undefined) return undefined
  const isPublic =
    url.hostname.includes('.') && !url.hostname.endsWith('.') && url.username === '' && url.password === ''
  return isPublic && url.href.length <= MAX_LINK ? url.href : undefined
}

/** `URL.canParse` of Node 20 begins to refuse «https://a.vn/bài» once it has been called often: V8 hands it Latin-1 as UTF-8. */
function parsed(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
