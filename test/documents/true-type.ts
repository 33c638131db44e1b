import { readFileSync } from 'node:fs'

/** Which signs a TrueType font has a picture for, by its cmap table (format 4, the basic plane). */
export function glyphsOf(file: string): { has(sign: string): boolean } {
  const data = readFileSync(file)
  const table = tableAt(data, 'cmap')
  const count = data.readUInt16BE(table + 2)
  const subtables = Array.from({ length: count }, (_, index) => table + data.readUInt32BE(table + 4 + index * 8 + 4))
  const at = subtables.find(offset => data.readUInt16BE(offset) === 4)
  if (at === undefined) throw new Error(`${file} has no cmap of format 4`)
  const segments = data.readUInt16BE(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + segments * 2]
  const [deltas, ranges] = [starts + segments * 2, starts + segments * 4]
  return {
    has(sign) {
      const code = sign.codePointAt(0) ?? 0
      for (let index = 0; index < segments; index += 1) {
        const start = data.readUInt16BE(starts + index * 2)
        if (code > data.readUInt16BE(ends + index * 2) || code < start) continue
        const range = data.readUInt16BE(ranges + index * 2)
        if (range === 0) return ((code + data.readUInt16BE(deltas + index * 2)) & 0xffff) !== 0
        return data.readUInt16BE(ranges + index * 2 + range + (code - start) * 2) !== 0
      }
      return false
    },
  }
}

function tableAt(data: Buffer, name: string): number {
  const count = data.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16
    if (data.toString('latin1', entry, entry + 4) === name) return data.readUInt32BE(entry + 8)
  }
  throw new Error(`no table ${name}`)
}
