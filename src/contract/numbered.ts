/** A part of a sentence; `page`: where the rows of this number are, below the desk or (with «/») anywhere. */
export interface Piece {
  words: string
  page: string | null
}

/** A number within a sentence that leads to its rows; `piecesOf` finds it again. */
export function numbered(value: number | string, page: string): string {
  return `\u0002${page}\u0003${value}\u0002`
}

/** The sentence in its parts, numbers that lead somewhere by themselves. */
export function piecesOf(sentence: string): Piece[] {
  return sentence.split('\u0002').flatMap((part): Piece[] => {
    const [page = '', value] = part.split('\u0003')
    if (value !== undefined) return [{ words: value, page }]
    return part === '' ? [] : [{ words: part, page: null }]
  })
}
