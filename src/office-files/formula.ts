/**
 * Whether a spreadsheet program could take a text of a CSV file for a formula that does something. A minus is where honest texts
 * begin too: a figure («-12%») and a line of a list («- Người dân …») do nothing and stay.
 */
export function isFormula(text: string): boolean {
  if (/^[=+@\t\r\n＝＋＠]/.test(text)) return true
  const [, rest] = /^[-－](.*)$/s.exec(text) ?? []
  if (rest === undefined || /^\s*[\d.,]*\s*%?$/.test(rest)) return false
  // A call, a comparison, another sheet, a link to a program: none of them is in prose after a dash, and prose begins with a word.
  return /[=|!^]|[\p{L}\d_.]\(/u.test(rest) || !/^\s*(?:\p{L}+\s|[-–•]|\P{ASCII})/u.test(rest)
}

/** The text, with a sign before it where it could be a formula, so that it stays a text. */
export function disarmed(text: string): string {
  return isFormula(text) ? `'${text}` : text
}
