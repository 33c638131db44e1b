import { expect, it } from 'vitest'
import { byName } from '../../src/people/by-name.ts'

it('people stand by their given name, as the Vietnamese alphabet goes, then by the rest of it', () => {
  const names = ['Trần Văn Đức', 'Vũ Thị Ánh', 'Bùi Văn Dũng', 'Lê Thị Ân', 'Đỗ Văn An', 'Nguyễn Thị Ánh', 'Hoàng Ước']
  const sorted = names.map(fullName => ({ fullName })).toSorted(byName)
  expect(sorted.map(({ fullName }) => fullName)).toEqual([
    ...['Đỗ Văn An', 'Nguyễn Thị Ánh', 'Vũ Thị Ánh', 'Lê Thị Ân'],
    ...['Bùi Văn Dũng', 'Trần Văn Đức', 'Hoàng Ước'],
  ])
})
