import { describe, expect, it } from 'vitest'
import { lapsesSeenOn } from '../../src/law/bases.ts'

const seenOn = (day: string) => lapsesSeenOn(day).map(({ basis, on, hasLapsed }) => [basis.code, on, hasLapsed])

describe('a basis that lapses with nothing known after it', () => {
  it('is told from 90 days before', () => {
    expect(seenOn('2026-11-30')).toEqual([])
    expect(seenOn('2026-12-01')).toEqual([
      ['152/2025/NĐ-CP', '2027-03-01', false],
      ['129/2025/NĐ-CP', '2027-03-01', false],
    ])
    expect(seenOn('2027-02-28').map(([, , hasLapsed]) => hasLapsed)).toEqual([false, false])
  })

  it('and goes on being told after its end, until the law is corrected', () => {
    expect(seenOn('2027-03-01').map(([, , hasLapsed]) => hasLapsed)).toEqual([true, true])
    expect(seenOn('2029-01-01')).toHaveLength(2)
  })

  it('one whose successor is known is not', () => {
    expect(seenOn('2025-06-01')).toEqual([])
    expect(seenOn('2025-12-20')).toEqual([])
  })
})
