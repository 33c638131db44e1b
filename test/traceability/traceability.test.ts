import { describe, expect, it } from 'vitest'
import { missing } from './proof.ts'
import { rows } from './rows.ts'

describe('what the plan asks of the program', () => {
  it('is all there, T01–T85, each once', () => {
    const wanted = Array.from({ length: 85 }, (_, at) => `T${String(at + 1).padStart(2, '0')}`)
    expect(rows.map(({ code }) => code).toSorted()).toEqual(wanted)
  })

  it('is proven by tests that exist', () => {
    expect(
      rows.flatMap(({ code, proofs }) => proofs.flatMap(proof => missing(proof) ?? []).map(why => `${code} ${why}`)),
    ).toEqual([])
  })

  it('is proven or said to be open', () => {
    expect(rows.filter(({ proofs, open }) => proofs.length === 0 && !open).map(({ code }) => code)).toEqual([])
  })

  it('finds a proof that is none', () => {
    expect(missing('campaign/measure › rank 6 is in the top 5')).toContain('no test')
    expect(missing('campaign/nothing › yes')).toContain('no such file')
  })
})
