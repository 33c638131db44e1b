import { strToU8, zipSync } from 'fflate'

/** What a cell of a test workbook is made of: its XML after the address, or a text that is shared. */
export type TestCell = string | { xml: string } | { serial: number } | null

/** A workbook as a spreadsheet program writes it, with shared strings a date style (1) and one of percents (2). */
export function workbook(
  ...sheets: readonly { name: string; rows: readonly (readonly TestCell[])[]; tail?: string }[]
): Uint8Array {
  const shared: string[] = []
  const parts = sheets.map(({ rows, tail = '' }) => {
    const lines = rows.map((row, rowAt) => {
      const cells = row.map((cell, at) => cellXml(cell, `${String.fromCharCode(65 + at)}${rowAt + 1}`, shared))
      return `<row r="${rowAt + 1}">${cells.join('')}</row>`
    })
    return `${head}<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData>${tail}</worksheet>`
  })
  const relations = sheets.map(
    (_, at) => `<Relationship Id="r${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  )
  const names = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at}"/>`)
  return zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
        'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.join('')}</sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="s" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
        'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>`,
        'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${shared.map(text => `<si>${text}</si>`).join('')}</sst>`,
        ...Object.fromEntries(parts.map((part, at) => [`xl/worksheets/sheet${at}.xml`, part])),
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )
}

/** A text in several fonts, as one shared string. */
export function rich(...runs: readonly string[]): string {
  return `\u0001${runs.map(run => `<r><rPr><b/></rPr><t xml:space="preserve">${run}</t></r>`).join('')}`
}

function cellXml(cell: TestCell, address: string, shared: string[]): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') {
    if ('serial' in cell) return `<c r="${address}" s="1"><v>${cell.serial}</v></c>`
    return cell.xml.replace('<c', `<c r="${address}"`)
  }
  shared.push(cell.startsWith('\u0001') ? cell.slice(1) : `<t>${cell}</t>`)
  return `<c r="${address}" t="s"><v>${shared.length - 1}</v></c>`
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
