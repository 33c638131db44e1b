import { describe, expect, it } from 'vitest'
import { askedInvitation } from '../../../src/features/inviting/asked.ts'

const understood: readonly (readonly [string, string, string])[] = [
  ['mời Nguyễn Văn An làm đầu mối', 'Nguyễn Văn An', 'CLERK'],
  ['Mời chị Trần Thị Hoa, chuyên viên', 'Trần Thị Hoa', 'OFFICIAL'],
  ['cho em mời anh Lê Minh Đức là cán bộ đầu mối ạ', 'Lê Minh Đức', 'CLERK'],
  ['mời đồng chí Phạm Thu Hà giữ vai trò thủ trưởng nhé', 'Phạm Thu Hà', 'HEAD'],
  ['mời Hoàng Yến phóng viên', 'Hoàng Yến', 'PRESS'],
  ['mời Vũ Thị Nga - cán bộ', 'Vũ Thị Nga', 'OFFICIAL'],
  ['mời Bùi Văn Ba làm CLERK', 'Bùi Văn Ba', 'CLERK'],
]

const text = [
  'mời',
  'Mời chuyên gia tập huấn cho cán bộ',
  'Mời Sở Nội vụ làm đầu mối',
  'Mời Phòng Nội Vụ làm đầu mối',
  'mời nguyễn văn an làm đầu mối',
  'Đã mời Nguyễn Văn An làm đầu mối từ năm 2023',
  'Mời Nguyễn Văn An làm trưởng ban giám khảo',
  'Kính mời đại biểu, cán bộ',
  'Mời Nguyễn Văn An làm đầu mối\nvà họp hằng tuần',
  'Việc mời Nguyễn Văn An làm đầu mối giúp giảm thời gian',
]

describe('an invitation said in one sentence', () => {
  it.each(understood)('%s', (said, name, role) => {
    expect(askedInvitation(said)).toEqual({ to: 'invite', args: { name, role } })
  })

  it.each(text)('is not heard in what may be an answer: %s', said => {
    expect(askedInvitation(said)).toBeUndefined()
  })
})
