import type { Column } from '../office-files/list-rows.ts'

export type RankingColumn = 'unit' | 'rank' | 'score' | 'group' | 'decision' | 'decided_on'

/** The columns of a list of ranks in the index of administrative reform. */
export const rankingColumns: readonly Column<RankingColumn>[] = [
  {
    name: 'unit',
    isNeeded: true,
    headings: ['Đơn vị', 'Mã đơn vị', 'Tên đơn vị', 'Cơ quan, đơn vị', 'Cơ quan', 'unit', 'unit code', 'unit name'],
  },
  {
    name: 'rank',
    isNeeded: true,
    headings: ['Xếp hạng', 'Thứ hạng', 'Hạng', 'Vị thứ', 'Xếp thứ', 'Vị trí xếp hạng', 'rank', 'ranking'],
  },
  {
    name: 'score',
    isNeeded: false,
    headings: ['Điểm', 'Tổng điểm', 'Điểm số', 'Chỉ số', 'Kết quả', 'Chỉ số CCHC', 'score', 'index'],
  },
  { name: 'group', isNeeded: false, headings: ['Nhóm', 'Khối', 'Nhóm đơn vị', 'group'] },
  {
    name: 'decision',
    isNeeded: false,
    headings: ['Số quyết định', 'Quyết định', 'Quyết định số', 'Quyết định công bố', 'decision', 'decision number'],
  },
  {
    name: 'decided_on',
    isNeeded: false,
    headings: ['Ngày quyết định', 'Ngày ban hành', 'Ngày công bố', 'decided_on', 'decision date'],
  },
]
