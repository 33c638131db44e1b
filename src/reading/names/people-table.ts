const ROWS_AT_MOST = 40
const NUMBER = /^\d{1,3}[.)]?$/
const SHARE = /^\d{1,3}(?:[.,]\d+)?\s*%?$/
const HEAD_OF_NUMBER = /^(?:stt|tt|số tt|số thứ tự)$/iu
const HEAD_OF_NAME = /^(?:họ(?: và)? tên|tên|tác giả|đồng tác giả|thành viên|người thực hiện)/iu
const HEAD_OF_SHARE = /tỷ lệ|tỉ lệ|phần trăm|đóng góp|%/iu

/**
 * A pasted table of people, «STT | Họ và tên | Tỷ lệ» with a row for each, as a list with a line for each: «Vũ Thị Mai 50%». The same text where it is none,
 * or where a row has no name in the column of names.
 */
export function outOfPeopleTable(text: string): string {
  const [head = [], ...rows] = text
    .split(/[\r\n]+/)
    .filter(line => /[\p{L}\d]/u.test(line))
    .slice(0, ROWS_AT_MOST + 1)
    .map(cellsOf)
  const name = head.findIndex(cell => HEAD_OF_NAME.test(cell))
  const share = head.findIndex((cell, at) => at !== name && HEAD_OF_SHARE.test(cell))
  const isTable = head.length > 1 && name >= 0 && rows.length > 0 && rows.length <= ROWS_AT_MOST
  if (!isTable || !rows.every(row => row.length === head.length && /\p{L}{2}/u.test(row[name] ?? ''))) return text
  const isKnown = head.every((cell, at) => at === name || at === share || HEAD_OF_NUMBER.test(cell))
  const isFilled = rows.every(row => row.every((cell, at) => at === name || (at === share ? SHARE : NUMBER).test(cell)))
  if (!isKnown || !isFilled) return text
  return rows.map(row => `${row[name]}${share < 0 ? '' : ` ${(row[share] ?? '').replace(/\s*%?$/, '%')}`}`).join('\n')
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\s*\||\|\s*$/g, '')
    .split(/[|\t]/)
    .map(cell => cell.trim())
