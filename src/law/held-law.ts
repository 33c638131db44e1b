import { readLaw } from './law-file.ts'
import type { Law } from './law-schema.ts'

let held: Law | undefined

/** The law of this installation, read once; the start has checked it. @throws when the file cannot be read as law */
export function heldLaw(): Law {
  if (held) return held
  const read = readLaw()
  if (!read.ok) {
    const places = read.problems.map(({ file, line, path, code }) => `${file}:${line ?? 1}: ${path} ${code}`)
    throw new Error(`the law cannot be read; \`doctor\` tells more. ${places.join('; ')}`)
  }
  held = read.value
  return held
}
