import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { secretInFile, secretInName, secretInText } from '../../src/secrecy/secret-in.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, name))
const lines = (name: string) => read(name).toString('utf8').split('\n').filter(Boolean)

describe('the secrecy guard', () => {
  it('lets honest lines of administration through: prose about secrets, money, phones, accounts, codes', () => {
    const honest = lines('honest.txt')
    expect(honest.length).toBeGreaterThanOrEqual(80)
    expect(honest.filter(line => secretInText(line) !== null)).toEqual([])
    // All of them as one text, and as lines of another system.
    expect(secretInText(honest.join('\r\n'))).toBeNull()
  })

  it.each(lines('secret.tsv').map(line => line.split('\t') as [string, string]))('stops %s: %s', (kind, text) => {
    const given = text.replaceAll('\\n', '\n')
    expect(secretInText(given)).toBe(kind)
    expect(secretInText(given.normalize('NFD'))).toBe(kind)
  })

  it.each([
    ['stamp', 'MẬT - Bao cao.docx'],
    ['stamp', 'Báo cáo (MẬT).pdf'],
    ['stamp', 'BC_TOI_MAT_2026.docx'],
    ['stamp', 'tuyệt mật.docx'],
    ['stamp', 'KẾ HOẠCH MẬT.docx'],
    ['identity', 'anh_022185001234.jpg'],
    [null, 'BÁO CÁO BẢO MẬT.pdf'],
    [null, 'Bí mật nhà nước - tuyên truyền.pptx'],
    [null, 'mật ong OCOP.jpg'],
    [null, 'MẬT ĐỘ DÂN SỐ.xlsx'],
    [null, 'IMG_20260331_083000.jpg'],
    [null, 'Mat tran To quoc.docx'],
    [null, 'BC MAT TRAN PHUONG.docx'],
    [null, 'zalo_0912345678.jpg'],
    ['identity', 'cccd-022185001234.jpg'],
    ['identity', 'CCCD mặt trước.jpg'],
    ['identity', 'anh_can_cuoc.PNG'],
    ['identity', 'Hộ chiếu.heic'],
    [null, 'Báo cáo cấp thẻ CCCD quý I.docx'],
    [null, 'Kế hoạch làm căn cước.pdf'],
    [null, 'canh cuoc thi.jpg'],
  ])('by the name of a file: %s: %s', (kind, name) => expect(secretInName(name)).toBe(kind))

  it('reads the first page of a Word file, stamps in boxes and headers included', () => {
    expect(secretInFile('a.docx', word(['UBND PHƯỜNG', 'MẬT', 'Báo cáo']))).toBe('stamp')
    expect(secretInFile('a.docx', word(['UBND PHƯỜNG', 'Báo cáo'], ['TỐI MẬT']))).toBe('stamp')
    expect(secretInFile('a.docx', word(['Số căn cước 022185001234']))).toBe('identity')
    expect(secretInFile('a.docx', word(lines('honest.txt')))).toBeNull()
    expect(secretInFile('a.docx', word([...Array.from({ length: 100 }, () => 'Trang một'), 'MẬT']))).toBeNull()
  })

  it('reads the first page of a PDF', () => {
    expect(secretInFile('a.pdf', read('files/stamped.pdf'))).toBe('stamp')
    expect(secretInFile('a.pdf', read('files/identity.pdf'))).toBe('identity')
    expect(secretInFile('a.pdf', read('files/honest.pdf'))).toBeNull()
  })

  it('is not thrown by broken files', () => {
    for (const bytes of [
      new Uint8Array(),
      strToU8('%PDF-1.7 stream\n'),
      strToU8('PK\u0003\u0004xx'),
      word(['a']).subarray(0, 60),
    ])
      expect(secretInFile('a.pdf', bytes)).toBeNull()
  })
})

function word(paragraphs: readonly string[], header: readonly string[] = []): Uint8Array {
  const xml = (texts: readonly string[]) =>
    strToU8(
      texts
        .map(
          text =>
            `<w:p><w:r><w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r></w:p>`,
        )
        .join(''),
    )
  return zipSync({ 'word/document.xml': xml(paragraphs), 'word/header1.xml': xml(header) })
}
