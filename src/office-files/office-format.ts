/** What a file is by its bytes, whatever its name says. */
export type OfficeFormat = 'text' | 'xlsx' | 'empty' | 'xls' | 'locked' | 'ods' | 'html' | 'binary'

/** Formats that cannot be read are told apart, because each has a mend of its own. */
export function officeFormat(bytes: Uint8Array): OfficeFormat {
  const head = Buffer.from(bytes.subarray(0, 4096))
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return zipFormat(Buffer.from(bytes))
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return holds(bytes, 'EncryptedPackage') ? 'locked' : 'xls'
  if (starts(head, 0x09, 0x08) || starts(head, 0x09, 0x04)) return 'xls'
  if (isUtf16(bytes)) return isBlank(new TextDecoder('utf-16le').decode(bytes)) ? 'empty' : 'text'
  const text = head.toString('latin1').replace(/^\xEF\xBB\xBF/, '')
  if (
    isBlank(
      Buffer.from(bytes)
        .toString('latin1')
        .replace(/^\xEF\xBB\xBF/, ''),
    )
  )
    return 'empty'
  if (/^\s*<(?:!doctype html|html|head|meta|table|style|\?xml)/i.test(text)) return 'html'
  // A text has no NUL and no control signs but tabs and ends of lines.
  return head.some(isControl) || text.startsWith('%PDF') ? 'binary' : 'text'
}

function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32)
}

/** With its mark, or without one where every second byte of the beginning is nearly always zero. */
export function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  return utf16Order(bytes) !== null
}

/** Byte order of a UTF-16 text without mark; null for any other text. */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 1024)
  if (head.length < 8) return null
  let [even, odd] = [0, 0]
  head.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even++
    else odd++
  })
  const most = head.length / 4
  if (odd > most && even < odd / 8) return 'utf-16le'
  return even > most && odd < even / 8 ? 'utf-16be' : null
}

function zipFormat(bytes: Buffer): OfficeFormat {
  if (bytes.includes('mimetypeapplication/vnd.oasis.opendocument')) return 'ods'
  return bytes.includes('xl/workbook') || bytes.includes('xl/worksheets') ? 'xlsx' : 'binary'
}

function starts(bytes: Uint8Array, ...wanted: number[]): boolean {
  return wanted.every((byte, at) => bytes[at] === byte)
}

/** Names inside an OLE container are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'))
}

function isBlank(text: string): boolean {
  return text.replace(/[\s\uFEFF,;"]/g, '') === ''
}
