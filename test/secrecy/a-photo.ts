const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<GPS 106 45>', 'latin1')
const jfif = Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')

/** The bytes of a photo that tells where it was taken. */
export const jpegWithPosition = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, jfif),
  segment(0xe1, xmp),
  Buffer.from('ffda000801010000003f00112233ffd9', 'hex'),
])
