import { inflateSync } from 'node:zlib'

/** The first streams of a file are its first pages in what offices make; more is not looked through. */
const STREAMS = 400
const PAGES = 2
const MOST_BYTES = 5_000_000

/**
 * The texts on the first pages of a PDF, each as one of its fonts would read them: which font a string is in is not worked out, so one reading
 * is right and the others are noise. Encrypted and scanned files give nothing.
 */
export function firstPageOfPdf(bytes: Uint8Array): string[] {
  const streams = streamsIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const maps = streams.filter(text => text.includes('begincmap')).map(readMap)
  const pages = streams.filter(text => /\bBT\b/.test(text) && /T[jJ]/.test(text)).slice(0, PAGES)
  return pages.flatMap(page => [plain, ...maps].map(map => textOf(page, map)))
}

type Reading = (codes: Buffer) => string

const plain: Reading = codes => codes.toString('latin1')

function streamsIn(file: Buffer): string[] {
  const found: string[] = []
  for (let at = file.indexOf('stream'); at !== -1 && found.length < STREAMS; at = file.indexOf('stream', at)) {
    const from = file[at + 6] === 0x0d ? at + 8 : at + 7
    const end = file.indexOf('endstream', from)
    if (end === -1) break
    const content = unpacked(file.subarray(from, end))
    if (content !== null) found.push(content.toString('latin1'))
    at = end + 9
  }
  return found
}

function unpacked(content: Buffer): Buffer | null {
  try {
    return inflateSync(content, { maxOutputLength: MOST_BYTES })
  } catch {
    return content.length <= MOST_BYTES ? content : null
  }
}

/** A font's own table from codes to letters. */
function readMap(text: string): Reading {
  const letters = new Map<number, string>()
  const wide = /begincodespacerange\s*<([0-9a-f]+)>/i.exec(text)?.[1]?.length === 2 ? 1 : 2
  for (const [, block = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', letter = ''] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      letters.set(Number.parseInt(code, 16), unicode(letter))
  for (const [, block = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', letter = ''] of block.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]{4})>/gi,
    ))
      for (let code = Number.parseInt(from, 16); code <= Math.min(Number.parseInt(to, 16), 0xffff); code += 1)
        letters.set(code, String.fromCharCode(Number.parseInt(letter, 16) + code - Number.parseInt(from, 16)))
    for (const [, from = '', list = ''] of block.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi))
      [...list.matchAll(/<([0-9a-f]+)>/gi)].forEach(([, letter = ''], index) => {
        letters.set(Number.parseInt(from, 16) + index, unicode(letter))
      })
  }
  return codes => {
    let read = ''
    for (let at = 0; at + wide <= codes.length; at += wide) read += letters.get(codes.readUIntBE(at, wide)) ?? ''
    return read
  }
}

function unicode(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

/** The strings of a page; a new line where the page moves to another one. */
function textOf(page: string, read: Reading): string {
  let text = ''
  for (const [part, hex, literal] of page.matchAll(
    /<([0-9a-fA-F\s]*)>|\(((?:\\[\s\S]|[^\\()])*)\)|\b(?:Td|TD|Tm|T\*|BT)\b/g,
  )) {
    if (hex !== undefined) text += read(Buffer.from(hex.replace(/\s/g, ''), 'hex'))
    else if (literal !== undefined) text += read(Buffer.from(unescaped(literal), 'latin1'))
    else if (part !== '') text += '\n'
  }
  return text
}

function unescaped(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8) & 0xff) : (signs[sign] ?? sign),
  )
}

const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }
