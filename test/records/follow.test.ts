import { afterAll, beforeAll, expect, it } from 'vitest'
import { follow, following } from '../../src/records/follow.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let id: string
beforeAll(async () => {
  world = await toyWorld()
  id = await world.handIn('Thủ trưởng P1')
})
afterAll(() => world.close())

const goesTo = (state: string, reason?: string, of = id) =>
  world.as('Cán bộ', async ctx => {
    await follow(ctx, toy, of, state, reason)
    return ctx.now
  })

it('a record that follows another stands where that leads it, by a move of nobody’s, and waits there for who is next', async () => {
  const now = await goesTo('ACCEPTED')
  expect(await world.stored(id)).toMatchObject({ state: 'ACCEPTED', waitsFor: null, decidedAt: now })
  expect(following).toBe('follow')
  expect((await world.stored(id)).moves.at(-1)).toMatchObject({
    ...{ action: 'follow', from: 'SENT', to: 'ACCEPTED', waitedFor: 'toy.decide', byId: null, role: 'SYSTEM' },
    ...{ reason: null, at: now },
  })
  await goesTo('SENT', 'Biên bản đã mở lại')
  const { moves, ...back } = await world.stored(id)
  expect(back).toMatchObject({ state: 'SENT', waitsFor: 'toy.decide' })
  expect(moves.at(-1)).toMatchObject({ from: 'ACCEPTED', to: 'SENT', reason: 'Biên bản đã mở lại' })
})

it('twice changes nothing, and what is not there, or in another campaign, is left alone', async () => {
  const before = await world.stored(id)
  await goesTo('SENT')
  await goesTo('ACCEPTED', '', '00000000-0000-4000-8000-000000000000')
  const campaign = { ...world.campaign, id: '00000000-0000-4000-8000-000000000000' }
  await world.as('Cán bộ', ctx => follow({ ...ctx, campaign }, toy, id, 'ACCEPTED'))
  expect(await world.stored(id)).toEqual(before)
})
