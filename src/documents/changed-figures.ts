import { diffArrays } from 'diff'

/** A place at which the signed paper has other digits than the one that was made. */
export interface ChangedFigure {
  made: string
  signed: string
  /** The words before and after it. */
  before: string
  after: string
}

const AROUND = 6

/**
 * Compares digit by digit what was made with what was signed: every number that was changed, left out or put in, with the words around
 * it. Layout, line ends and changed words without digits say nothing. `expected`: what is filled in by hand when it is issued, as its
 * number and day, is no difference.
 */
export function changedFigures(made: string, signed: string, expected: readonly string[] = []): ChangedFigure[] {
  const [one, other] = [wordsOf(made), wordsOf(signed)]
  const changed: ChangedFigure[] = []
  const asExpected = new Set(expected.flatMap(wordsOf))
  let [removed, added, at]: [string[], string[], number] = [[], [], 0]
  const conclude = () => {
    const gone = removed.filter(hasDigit)
    // What is filled in by hand stands where nothing stood; in the place of a figure it is no less a change.
    const come = added.filter(word => hasDigit(word) && (gone.length > 0 || !asExpected.has(word)))
    if (gone.length > 0 || come.length > 0) {
      const before = one.slice(Math.max(0, at - removed.length - AROUND), at - removed.length).join(' ')
      changed.push({
        made: gone.join(' '),
        signed: come.join(' '),
        before,
        after: one.slice(at, at + AROUND).join(' '),
      })
    }
    removed = []
    added = []
  }
  for (const part of diffArrays(one, other)) {
    if (part.added) added = part.value
    else if (part.removed) {
      removed = part.value
      at += part.value.length
    } else {
      conclude()
      at += part.value.length
    }
  }
  conclude()
  return changed
}

/**
 * Words as they are compared: signs around them say nothing, blanks left for a pen neither. Of a word with digits only the number counts:
 * out of a PDF the marks of Vietnamese letters come loose and stick to their neighbours.
 */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\s+/)
    .map(word => (hasDigit(word) ? word.replace(/[^\d.,/%-]+/gu, '') : word))
    .map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, ''))
    .filter(word => /[\p{L}\p{N}]/u.test(word))
}

function hasDigit(word: string): boolean {
  return /\d/.test(word)
}
