import { ask, invalid, type Reading, read } from './result.ts'

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
  if (found.length > 0) return link === undefined ? invalid('badLink') : read(link, true)
  if (/https?\s*:/i.test(plain)) return /https?\s*:[\s/]*[\p{L}\d]/iu.test(plain) ? ask('garbled') : invalid('badLink')
  if (/[a-z]+:/i.test(plain) && /^(?:javascript|data|ftp|file|mailto|vbscript):/i.test(plain)) return invalid('badLink')
  const bare = plain.split(/\s+/).filter(word => /^(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?:[/?#]\S*)?$/i.test(word))
  const offered = bare.map(word => toLink(`https://${withoutTail(word)}`)).filter(offer => offer !== undefined)
  return offered.length > 0 ? ask('incomplete', offered) : invalid('noAnswer')
}

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
