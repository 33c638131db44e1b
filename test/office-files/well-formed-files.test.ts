import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseLocated } from '../../src/campaign/located-file.ts'
import { signedText } from '../../src/documents/signed-text.ts'
import { readListFrom } from '../../src/office-files/read-list.ts'
import { workbook } from './workbook.ts'

/** Names are many: what no text may hold stands far down, where the beginning of a file does not show it. */
const columns = [{ name: 'fullName', isNeeded: true, headings: ['Họ và tên'] }] as const
const many = Array.from({ length: 400 }, (_, at) => `Người Thử Số ${'I'.repeat((at % 9) + 1)}`)
const namesIn = async (name: string, bytes: Uint8Array) => {
  const read = await readListFrom(name, bytes, columns)
  return read.ok ? read.value.rows.map(({ cells }) => cells.fullName ?? '') : read.problems
}
const last = async (name: string, bytes: Uint8Array) => (await namesIn(name, bytes)).at(-1)

describe('what no database takes does not come in by a file', () => {
  it('NUL in a list of text', async () => {
    expect(await last('a.csv', strToU8(['Họ và tên', ...many, 'Người\0 Thử'].join('\n')))).toBe('Người Thử')
  })

  it('NUL in a list of two bytes a letter and in a workbook', async () => {
    const text = `\ufeff${['Họ và tên', 'Người\0 Thử'].join('\n')}`
    expect(await namesIn('a.csv', Buffer.from(text, 'utf16le'))).toEqual(['Người Thử'])
    const rows = [['Họ và tên'], ['Người&#0; Thử']]
    expect(await namesIn('a.xlsx', workbook({ name: 'Danh sách', rows }))).toEqual(['Người Thử'])
  })

  it('half an emoji in either: it is refused by its cell, as any letter that was lost', async () => {
    const lost = [expect.objectContaining({ cell: 'A2', code: 'lost' })]
    const text = `\ufeff${['Họ và tên', 'Người \ud83d'].join('\n')}`
    expect(await namesIn('a.csv', Buffer.from(text, 'utf16le'))).toEqual(lost)
    const rows = [['Họ và tên'], ['Người &#xD83D;']]
    expect(await namesIn('a.xlsx', workbook({ name: 'Danh sách', rows }))).toEqual(lost)
  })

  it('both in the words of a plan', () => {
    const read = parseLocated('a.yaml', 'name: "Phong\\0 trào \\ud83d"\nlist: ["\\0x"]')
    expect(read.ok && read.value.data).toEqual({ name: 'Phong trào \ufffd', list: ['x'] })
  })

  it('NUL in the words of a signed paper', async () => {
    const body = `<w:document><w:p><w:r><w:t>Số\0 12</w:t></w:r></w:p></w:document>`
    expect(await signedText(zipSync({ 'word/document.xml': strToU8(body) }))).toContain('Số 12')
  })
})
