import { afterAll, beforeAll, expect, it } from 'vitest'
import { boardOfCampaign } from '../../../src/features/board/feature.ts'
import { papers } from '../../../src/features/papers/feature.ts'
import { searchRoom } from '../../../src/features/search/room.tsx'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const wards = { code: 'G5', name: 'Phường, xã', unitKinds: ['ward' as const], isInvited: false, owingUnits: [] }

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-04-20T02:00:00Z', {
    features: [boardOfCampaign, papers],
    plan: { managingOffices: ['NV'], participants: { collectives: [wards], people: [] } },
  })
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.join('Thủ trưởng Một', 'HEAD', 'P1')
})
afterAll(() => world.close())

async function found(who: string, words: string): Promise<string> {
  const room = searchRoom([boardOfCampaign, papers])
  return world.as(who, async ctx => {
    const search = new URLSearchParams({ q: words })
    const answer = await room.answer(ctx, { rest: '', search, form: null, address: '/desk/tim', csrf: 'c' })
    if (!answer || !('body' in answer)) throw new Error('no page')
    return String(await answer.body())
  })
}

it('finds units by words without accents, in any order, and leads to their pages', async () => {
  const page = await found('Cán bộ', 'mot PHUONG')
  expect(page).toContain('href="/desk/bang-so-lieu/don-vi/P1"')
  expect(page).not.toContain('don-vi/P2')
})

it('finds for each person only what they may see', async () => {
  expect(await found('Thủ trưởng Một', 'phuong')).toContain('don-vi/P1')
  expect(await found('Thủ trưởng Một', 'phuong')).not.toContain('don-vi/P2')
})

it('says that there is nothing, in words that can do no harm', async () => {
  const page = await found('Cán bộ', '<script>alert(1)</script>')
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('<script>')
  expect(await found('Cán bộ', '  ')).not.toContain('role="status"')
})
