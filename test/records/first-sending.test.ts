import { afterAll, beforeAll, expect, it } from 'vitest'
import { launching } from '../../src/features/launch/feature.ts'
import { decideRecord } from '../../src/records/move.ts'
import { newId } from '../../src/store/new-id.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'
import { sampleAnswers } from './sample-answers.ts'

let world: ChatWorld
beforeAll(async () => {
  world = await chatWorld('2024-03-28T02:00:00Z', { features: [launching] })
  for (const unit of ['P1', 'P2']) {
    await world.join(`Đầu mối ${unit}`, 'CLERK', unit)
    await world.join(`Thủ trưởng ${unit}`, 'HEAD', unit)
    await world.owe(unit, 'D02', [], '2024-03-31')
  }
  await world.join('Cán bộ', 'PNV', 'NV')
})
afterAll(() => world.close())

const of = (unit: string) => world.store.prisma.record.findFirst({ where: { kind: 'launch', unitCode: unit } })

async function send(who: string, unit: string): Promise<void> {
  const record = await of(unit)
  await world.as(who, async ctx => {
    const { form } = launching.record
    const answers = await sampleAnswers(ctx, form, 0)
    const params = { unit, record: record?.id ?? null, basedOn: record?.version ?? 0 }
    const entry = launching.forms?.find(one => one.form.id === form.id)
    await entry?.submit(ctx, { answers, params, draftId: newId(ctx.now) })
  })
}

async function decide(who: string, unit: string, action: string): Promise<void> {
  const record = await of(unit)
  const decision = { action, reason: 'Lý do để thử', marks: [] }
  await world.as(who, ctx => decideRecord(ctx, launching.record, record?.id ?? '', decision))
}

it('an approval that the head takes back is seen beyond the unit no longer', async () => {
  await send('Đầu mối P2', 'P2')
  const passedAt = async () => (await world.store.prisma.recordVersion.findFirst())?.passedAt ?? null
  await decide('Thủ trưởng P2', 'P2', 'approve')
  expect(await passedAt()).not.toBeNull()
  await decide('Thủ trưởng P2', 'P2', 'reopen')
  expect(await passedAt()).toBeNull()
})

it('what was first sent in time is not late when it is corrected after its day', async () => {
  await send('Thủ trưởng P1', 'P1')
  world.clock.set('2024-04-03T02:00:00Z')
  await decide('Cán bộ', 'P1', 'return')
  await send('Thủ trưởng P1', 'P1')
  const owed = await world.store.prisma.obligation.findFirst({ where: { unitCode: 'P1' } })
  expect(owed).toMatchObject({ state: 'MET', isLate: false })
})
