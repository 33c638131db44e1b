import { expect, it } from 'vitest'
import { cellInWords } from '../../src/office-files/sheet-cell.ts'

it('an instant is told by the clocks of the place, on days when these are changed too', () => {
  const told = (at: string, zone: string) => cellInWords({ at: new Date(at) }, zone)
  expect(told('2024-03-31T16:59:59Z', 'Asia/Ho_Chi_Minh')).toBe('31/03/2024 23:59')
  expect(told('2024-03-31T17:00:00Z', 'Asia/Ho_Chi_Minh')).toBe('01/04/2024 00:00')
  expect(told('2024-03-31T00:59:59Z', 'Europe/Berlin')).toBe('31/03/2024 01:59')
  expect(told('2024-03-31T01:00:00Z', 'Europe/Berlin')).toBe('31/03/2024 03:00')
})
