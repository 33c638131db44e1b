/**
 * Cuts a text into pieces of at most `limit` UTF-16 code units: at the end of a paragraph if there is one in the second half of
 * the piece, else of a line, a sentence, a word, and only then anywhere, never inside a character. White space at the
 * cuts is dropped, everything else is kept in order.
 */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > limit) {
    const cut = cutOf(rest, limit)
    pieces.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  if (rest) pieces.push(rest)
  return pieces
}

/** Ends of paragraphs, lines, sentences, words. */
const ends = [/\n\s*\n/g, /\n/g, /[.!?…;:]["»”)]*(?=\s)/g, /\s/g]

function cutOf(text: string, limit: number): number {
  // One more, so that a piece may end exactly at the limit when white space follows it.
  const window = text.slice(0, limit + 1)
  for (const end of ends) {
    const cut = [...window.matchAll(end)]
      .map(match => (/^\s/.test(match[0]) ? match.index : match.index + match[0].length))
      .findLast(at => at <= limit)
    if (cut !== undefined && cut > limit / 2) return cut
  }
  return isInsideCharacter(text, limit) ? limit - 1 : limit
}

function isInsideCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
