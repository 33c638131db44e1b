/** A text with the campaign that it is about on a line above; null: there is only one, and nobody names it. */
export function sayOf(shownAs: string | null, text: string): string {
  return shownAs === null ? text : `[${shownAs}]\n${text}`
}
