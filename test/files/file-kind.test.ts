import { describe, expect, test } from 'vitest'
import { fileKind, honestName } from '../../src/files/file-kind.ts'
import { MAX_FILE_BYTES } from '../../src/files/file-limits.ts'
import { compound, docm, docx, executable, html, pdf, plainZip, png, svg } from './sample-bytes.ts'

describe('the kind of a file is told by its bytes', () => {
  test.each([
    ['kế hoạch.pdf', pdf, 'pdf'],
    ['anh.png', png, 'png'],
    ['báo cáo.docx', docx, 'docx'],
    ['công văn.doc', compound('WordDocument'), 'doc'],
    ['bảng.xls', compound('Workbook'), 'xls'],
    ['trình chiếu.ppt', compound('PowerPoint Document'), 'ppt'],
    ['ghi chú.txt', Buffer.from('Đã phát động ngày 5/2'), 'txt'],
    ['số liệu.csv', Buffer.from('đơn vị;số\nA;1'), 'csv'],
    ['tên không đuôi', pdf, 'pdf'],
  ])('%s is taken', async (name, bytes, extension) => {
    expect(await fileKind(name, bytes)).toMatchObject({ extension })
  })

  test.each([
    ['kế hoạch.pdf', executable],
    ['anh.svg', svg],
    ['anh.txt', svg],
    ['trang.html', html],
    ['trang.txt', html],
    ['macro.docm', docm],
    ['cài đặt.doc', compound('!_StringData')],
    ['nén.zip', plainZip],
    ['lạ.bin', Buffer.from('xyz')],
    ['nhị phân.txt', Buffer.from([65, 0, 66])],
    ['mã cũ.txt', Buffer.from([0xc3, 0x28, 0xff])],
    ['chạy.js', Buffer.from('alert(1)')],
  ])('%s is refused for what it is', async (name, bytes) => {
    expect(await fileKind(name, bytes)).toEqual({ refused: 'type' })
  })

  test('an empty and a too large file are refused', async () => {
    expect(await fileKind('a.pdf', new Uint8Array())).toEqual({ refused: 'empty' })
    expect(await fileKind('a.pdf', new Uint8Array(MAX_FILE_BYTES + 1))).toEqual({ refused: 'tooLarge' })
  })

  test('a name that lies gets the ending of what the file is', () => {
    const kind = { mime: 'application/pdf', extension: 'pdf' }
    expect(honestName('chạy.exe', kind)).toBe('chạy.exe.pdf')
    expect(honestName('A.PDF', kind)).toBe('A.PDF')
    expect(honestName('a.jpeg', { mime: 'image/jpeg', extension: 'jpg' })).toBe('a.jpeg')
  })
})
