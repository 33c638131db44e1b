import { expect, it } from 'vitest'
import { withoutPosition } from '../../src/secrecy/without-position.ts'

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
/** Orientation 6 and a pointer to the position, in the order of bytes of Intel. */
const exif = Buffer.concat([
  Buffer.from('Exif\0\0', 'latin1'),
  Buffer.from('49492a0008000000020012010300010000000600000025880400010000002600000000000000', 'hex'),
  Buffer.from('21 02 GPS 106 45'),
])
const picture = Buffer.from('ffda000801010000003f00112233ffd9', 'hex')
const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'))
const start = Buffer.from([0xff, 0xd8])

it('a photo loses its position and keeps which way is up, and its picture byte for byte', () => {
  const xmp = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<GPS 106 45>'))
  const cleaned = Buffer.from(withoutPosition(Buffer.concat([start, jfif, segment(0xe1, exif), xmp, picture])))
  expect(cleaned.includes('GPS')).toBe(false)
  expect(cleaned.includes('8825', 'hex')).toBe(false)
  expect(cleaned.subarray(-picture.length).equals(picture)).toBe(true)
  expect(cleaned.includes(Buffer.from('0112000300000001000600', 'hex'))).toBe(true)
  expect(Buffer.from(withoutPosition(cleaned)).equals(cleaned)).toBe(true)
})

it('a picture without any, a broken one and other files come back as they are', () => {
  for (const bytes of [
    Buffer.concat([start, jfif, picture]),
    Buffer.from('ffd8ffe1ffff', 'hex'),
    Buffer.from('%PDF-1.7'),
  ])
    expect(Buffer.from(withoutPosition(bytes)).equals(bytes)).toBe(true)
})

it('a PNG loses its notes', () => {
  const chunk = (name: string, content: string) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    return Buffer.concat([length, Buffer.from(name + content), Buffer.alloc(4)])
  }
  const head = Buffer.from('89504e470d0a1a0a', 'hex')
  const plain = Buffer.concat([head, chunk('IHDR', 'x'.repeat(13)), chunk('IDAT', 'picture'), chunk('IEND', '')])
  const noted = Buffer.concat([
    head,
    chunk('IHDR', 'x'.repeat(13)),
    chunk('eXIf', 'GPS'),
    chunk('tEXt', 'GPS'),
    chunk('IDAT', 'picture'),
    chunk('IEND', ''),
  ])
  expect(Buffer.from(withoutPosition(noted)).equals(plain)).toBe(true)
})
