import { expect, it } from 'vitest'
import { basesOn } from '../../src/law/bases.ts'
import { formFor } from '../../src/law/forms.ts'
import { heldLaw } from '../../src/law/held-law.ts'
import { prizeFor } from '../../src/law/prizes.ts'
import { ranked } from '../../src/law/ranked.ts'

const law = heldLaw()

it('a prize is refused on a day whose base salary is not held', () => {
  const kind = { level: 'WARD', honoured: 'COLLECTIVE' } as const
  expect(prizeFor('2026-12-01', kind, { ...law, baseSalaries: [] })).toEqual({ held: false, why: { code: 'notHeld' } })
})

it('on the first day of the law, what came later is not held; it is not before the law', () => {
  const refused = prizeFor('2024-01-01', { level: 'WARD', honoured: 'HOUSEHOLD' })
  expect(refused).toEqual({ held: false, why: { code: 'notHeld' } })
})

it('of several rules that have ended, the last one says why, in whatever order they are held', () => {
  for (const forms of [law.forms, law.forms.toReversed()])
    expect(formFor('topicReport', '2027-03-01', '2027-03-01', { ...law, forms })).toMatchObject({
      why: { code: 'lapsed', basis: '152/2025/NĐ-CP', to: '2027-02-28' },
    })
})

it('laws are named before decrees, and decrees before circulars', () => {
  const held = basesOn('2026-12-01', 'commendation')
  if (!held.held) throw new Error('no law')
  const expected = ['06/2022/QH15', '06/2026/QH16', '152/2025/NĐ-CP', '129/2025/NĐ-CP', '15/2025/TT-BNV']
  expect(ranked(held.bases).map(({ code }) => code)).toEqual(expected)
  expect(ranked(held.bases.toReversed()).map(({ kind }) => kind)).toEqual([
    ...['LAW', 'LAW', 'DECREE', 'DECREE', 'CIRCULAR'],
  ])
})
