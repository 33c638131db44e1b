import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reorganisation } from '../../../src/campaign/reorganisation.ts'
import { reorganise } from '../../../src/features/reorganisation/reorganise.ts'
import { noChoices } from '../../../src/features/reorganisation/stored.ts'
import { kinds, type World, world } from './world.ts'

let w: World
beforeAll(async () => {
  w = await world('2025-06-20T02:00:00Z', code =>
    ['QN', 'UB', 'UB-UBND', 'UB-NV', 'UB-P-QT', 'UB-P-TS', 'UB-P-TV'].includes(code),
  )
  await w.store.prisma.applicability.updateMany({ where: { state: 'PENDING' }, data: { state: 'APPLIES' } })
  await w.join('Cán bộ', 'PNV', 'UB-NV')
  for (const code of ['QT', 'TS', 'TV'])
    await w.talk(await w.join(code, 'CLERK', `UB-P-${code}`), 'báo cáo quý II', 'C07 20/20')
})
afterAll(() => w.store.close())

const ward = (code: string) => ({ code, name: `Phường ${code}`, kind: 'ward' as const, parentCode: 'UB-UBND' })
const way = (from: string, to: string) => ({ from, to, isMain: false })
const sheets = async () =>
  (await w.store.prisma.figureSheet.findMany({ orderBy: { unitCode: 'asc' } })).map(({ unitCode }) => unitCode)
const order = async (what: Reorganisation) => {
  const done = await w.as('Cán bộ', ctx => reorganise(ctx, kinds, { what, choices: noChoices }, null))
  if (!done.ok || !done.carried) throw new Error('refused')
  return done.carried.sheetsLeft.map(({ unitCode }) => unitCode)
}

describe('what a unit is filling in', () => {
  it('stays where it is when units are merged: the figure of one is not that of all', async () => {
    expect(await sheets()).toEqual(['UB-P-QT', 'UB-P-TS', 'UB-P-TV'])
    const arrows = [way('UB-P-QT', 'N-1'), way('UB-P-TS', 'N-1')]
    expect(await order({ effectiveOn: '2025-06-20', document: '1/NQ', newUnits: [ward('N-1')], arrows })).toEqual([
      'UB-P-QT',
      'UB-P-TS',
    ])
    expect(await sheets()).toEqual(['UB-P-QT', 'UB-P-TS', 'UB-P-TV'])
  })

  it('goes on under a new name', async () => {
    const arrows = [way('UB-P-TV', 'N-2')]
    expect(await order({ effectiveOn: '2025-06-20', document: '2/NQ', newUnits: [ward('N-2')], arrows })).toEqual([])
    expect(await sheets()).toEqual(['N-2', 'UB-P-QT', 'UB-P-TS'])
  })

  it('stays where it is when another unit takes it in, which may have begun none', async () => {
    w.clock.set('2025-06-22T02:00:00Z')
    expect(
      await order({ effectiveOn: '2025-06-22', document: '3/NQ', newUnits: [], arrows: [way('N-2', 'N-1')] }),
    ).toEqual(['N-2'])
  })
})
