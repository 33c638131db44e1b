/** A figure as it stands in a paper: where, what, and the rows that it comes from. */
export interface PaperFigure {
  /** Its place in words: «Trả kết quả qua bưu chính, Phường A». */
  place: string
  text: string
  /** The rows in words: «BC-004, bản 2». */
  origin: string
  /** Page of the desk that shows these rows. */
  path?: string
}

/** Every figure of one paper, and the places at which there was none. */
export interface FigureBook {
  /** The text that stands in the paper. A figure that is missing is never left blank: `missing` stands there, and its place is listed. */
  write(place: string, text: string | null, from: Omit<PaperFigure, 'place' | 'text'>): string
  readonly figures: readonly PaperFigure[]
  /** Places without a figure, in the order of the paper. */
  readonly gaps: readonly string[]
}

/** `missing`: what is written where there is no figure: «chưa có số liệu». */
export function figureBook(missing: string): FigureBook {
  const figures: PaperFigure[] = []
  const gaps: string[] = []
  return {
    figures,
    gaps,
    write: (place, text, from) => {
      if (text === null || text === '') {
        gaps.push(place)
        return missing
      }
      figures.push({ place, text, ...from })
      return text
    },
  }
}
