/**
 * A JPEG or PNG without what the camera has written beside the picture: the place where it was taken, above all. Which way is up stays. Anything else
 * comes back as it is.
 */
export function withoutPosition(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length > 4 && file.readUInt16BE(0) === 0xffd8) return jpeg(file) ?? bytes
  if (file.length > 8 && file.readUInt32BE(0) === 0x89504e47) return png(file) ?? bytes
  return bytes
}

/** APP1 holds Exif and XMP, APP13 what picture editors add. */
const dropped = new Set([0xe1, 0xed])

function jpeg(file: Buffer): Buffer | null {
  const kept: Buffer[] = [file.subarray(0, 2)]
  let up = 1
  let isChanged = false
  for (let at = 2; at + 4 <= file.length; ) {
    if (file[at] !== 0xff) return null
    const marker = file[at + 1] ?? 0
    // The picture itself begins: nothing of this kind follows.
    if (marker === 0xda) {
      if (!isChanged) return null
      const turned = up === 1 ? [] : [orientation(up)]
      return Buffer.concat([...kept.slice(0, 1), ...turned, ...kept.slice(1), file.subarray(at)])
    }
    const end = at + 2 + file.readUInt16BE(at + 2)
    const segment = file.subarray(at, end)
    if (dropped.has(marker)) {
      isChanged = true
      up = orientationIn(segment) ?? up
    } else kept.push(segment)
    at = end
  }
  return null
}

const ORIENTATION = 0x0112

function orientationIn(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return null
  const tiff = segment.subarray(10)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = tiff.length < 8 ? 0 : isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let index = 0; index < Math.min(short(first), 100); index += 1) {
    const entry = first + 2 + index * 12
    if (short(entry) !== ORIENTATION) continue
    const value = short(entry + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** An Exif segment that says which way is up and nothing else. */
function orientation(value: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(value, 18)
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

function png(file: Buffer): Buffer | null {
  const kept: Buffer[] = [file.subarray(0, 8)]
  let isChanged = false
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length) return null
    const isDropped = /^(eXIf|tEXt|iTXt|zTXt)$/.test(file.toString('latin1', at + 4, at + 8))
    if (isDropped) isChanged = true
    else kept.push(file.subarray(at, end))
    at = end
  }
  return isChanged ? Buffer.concat(kept) : null
}
