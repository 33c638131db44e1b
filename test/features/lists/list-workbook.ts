import type { SheetCell } from '../../../src/office-files/sheet-cell.ts'
import { xlsxStream } from '../../../src/office-files/xlsx-stream.ts'

export const headings = [
  'Số',
  'Kiến nghị',
  'Ngày nhận',
  'Thời hạn xử lý',
  'Ngày xử lý',
  'Kết quả xử lý',
  'Đơn vị',
  'Chỉ tiêu',
]
export const whose = ['UBND phường Một', 'Xử lý kiến nghị về văn bản đúng hạn'] as const

/** A filled in list as a workbook. */
export async function listWorkbook(
  rows: readonly (readonly SheetCell[])[],
  headed: readonly string[] = headings,
): Promise<File> {
  async function* all() {
    yield* rows
  }
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const part of xlsxStream('Danh mục', headed, all(), 'Asia/Ho_Chi_Minh')) parts.push(new Uint8Array(part))
  return new File(parts, 'danh-muc.xlsx')
}
