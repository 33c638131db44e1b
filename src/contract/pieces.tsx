import type { Piece } from './numbered.ts'

/** A sentence on a page of the desk, each of its numbers a link to its rows. */
export function Pieces({ pieces, desk }: { pieces: readonly Piece[]; desk: string }) {
  return (
    <>
      {pieces.map(({ words, page }) =>
        page === null ? words : <a href={/^[/#]/.test(page) ? page : `${desk}/${page}`}>{words}</a>,
      )}
    </>
  )
}
