/** A number from 0 up to 1 that belongs to these words for ever: what the made-up season leaves to chance is the same in every demonstration. */
export function lot(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const character of words.join('/')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  // Mixes the last characters into all bits: neighbours would get neighbouring numbers.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
