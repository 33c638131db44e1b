import { deflateRawSync } from 'node:zlib'

/** The smallest bytes that are what their names say. */
export const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
export const executable = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')
export const html = Buffer.from('<!doctype html><script>1</script>')
export const docx = zip('word/document.xml', contentTypes('wordprocessingml.document.main'))
export const docm = zip('word/document.xml', contentTypes('ms-word.document.macroEnabled.main', 'vnd.'))
export const plainZip = zip('a.txt', '<x/>')

/** The container of the old Office with one named stream. */
export function compound(stream: string): Buffer {
  const header = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return Buffer.concat([header, Buffer.alloc(1_024), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)])
}

function contentTypes(main: string, prefix = 'vnd.openxmlformats-officedocument.'): string {
  return `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="application/${prefix}${main}+xml"/></Types>`
}

/** An archive with two entries: the list of contents first, as Office writes it. */
function zip(name: string, contents: string): Buffer {
  return Buffer.concat([entry('[Content_Types].xml', contents), entry(name, '<w/>')])
}

function entry(name: string, content: string): Buffer {
  const data = deflateRawSync(content)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt32LE(Buffer.byteLength(content), 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), data])
}
