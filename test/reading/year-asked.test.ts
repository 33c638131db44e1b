import { describe, expect, it } from 'vitest'
import { readMoney } from '../../src/reading/money.ts'
import { readInteger } from '../../src/reading/number.ts'

describe('the figure of a year that the line names', () => {
  it('is told beside where that year is before the one asked for', () => {
    expect(readInteger('13 (năm 2023: 11)', { year: 2024 })).toMatchObject({ ok: true, value: 13 })
    expect(readMoney('430 triệu; năm 2023 là 390 triệu', { year: 2024 })).toMatchObject({
      ok: true,
      value: 430_000_000n,
    })
  })

  it('may be what is asked for where it is that year, or a later one', () => {
    expect(readInteger('13 (năm 2024: 11)', { year: 2024 })).toMatchObject({ ok: false, kind: 'ask' })
    expect(readMoney('5 tỷ, năm 2024 là 2 tỷ', { year: 2024 })).toMatchObject({ ok: false, kind: 'ask' })
    expect(readInteger('13, năm 2025: 15', { year: 2024 })).toMatchObject({ ok: false, kind: 'ask' })
  })
})
