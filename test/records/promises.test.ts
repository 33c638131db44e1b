import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutboundMessage } from '../../src/channels/channel.ts'
import { launching } from '../../src/features/launch/feature.ts'
import { decision } from '../../src/people/right.ts'
import { cameIn } from '../../src/records/came-in.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { reasonForm } from '../../src/records/reasons.ts'
import { type ChatWorld, chatWorld } from '../features/initiatives/chat-world.ts'

let world: ChatWorld
let id: string

beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', {
    features: [launching],
    plan: {
      timeLimits: { correctReturned: 2, appraise: 10 },
    },
  })
  await world.join('Đầu mối', 'CLERK', 'P1')
  await world.join('Chủ tịch phường', 'WARD_CHAIR', 'P1')
  await world.join('Cán bộ', 'PNV', 'NV')
  await world.owe('P1', 'D02', [], '2024-03-31')
  await world.say('Đầu mối', 'phát động')
  await world.sendFile('Đầu mối', 'van-ban.pdf')
  await world.store.prisma.storedFile.updateMany({ data: { state: 'STORED' } })
  await world.talk('Đầu mối', 'xong', '12/KH-UBND', '18/3/2024', 'bỏ qua', '1')
  id = (await world.store.prisma.record.findFirstOrThrow({ where: { kind: 'launch' } })).id
})
afterAll(() => world.close())

const today = Temporal.PlainDate.from('2024-03-20')

const act = (name: string, action: string, reason = '') =>
  world.as(name, ctx => launching.page?.act(ctx, id, action, reason) ?? Promise.reject(new Error('no page')))

const counted = (kind: AnyKind = launching.record) =>
  world.as('Cán bộ', ctx =>
    cameIn([kind], ctx.tx, ctx.campaign, new Date('2024-03-20T00:00:00Z'), new Date('2024-03-21T00:00:00Z')),
  )

test('officers are told in the morning of what the head let through, and of what waits outside of the unit', async () => {
  expect(await counted()).toEqual({ submitted: 0, waiting: 0 })
})

test('a ward chair approves as a ward chair', async () => {
  expect(await act('Chủ tịch phường', 'approve')).toMatchObject({ ok: true })
  const move = await world.store.prisma.recordMove.findFirstOrThrow({ where: { recordId: id, action: 'approve' } })
  expect([move.role, move.roleUnit]).toEqual(['WARD_CHAIR', 'P1'])
  expect(await counted()).toEqual({ submitted: 1, waiting: 1 })
  const { moves } = launching.record
  const within = decision('launch.decide', { HEAD: 'own' })
  const byUnit = Object.entries(moves).map(([name, one]) => [name, { ...one, right: within }] as const)
  expect(await counted({ ...launching.record, moves: Object.fromEntries(byUnit) })).toEqual({
    submitted: 1,
    waiting: 0,
  })
})

test('what has passed is listed for its own unit and for who sees all, and for no other unit', async () => {
  await world.join('Chủ tịch phường khác', 'WARD_CHAIR', 'P2')
  const all = { q: '', filters: {}, page: 1, size: 20 }
  const listed = (name: string) =>
    world.as(name, async ctx => ({
      total: (await launching.page?.rows(ctx, all))?.total,
      isOpened: ((await launching.page?.detail(ctx, id)) ?? null) !== null,
    }))
  for (const name of ['Chủ tịch phường', 'Cán bộ'])
    expect([name, await listed(name)]).toEqual([name, { total: 1, isOpened: true }])
  expect(await listed('Chủ tịch phường khác')).toEqual({ total: 0, isOpened: false })
})

test('a reason is long enough or not, in the chat as on the desk', async () => {
  for (const reason of ['', 'a', 'bốn.', '    x    ']) {
    expect(await act('Cán bộ', 'return', reason)).toMatchObject({ ok: false })
    const env = {
      t: (key: string) => key,
      texts: 'records.reason.reason',
      today,
      params: {},
      answers: {},
    }
    expect(reasonForm.fields.reason.read(reason, env).ok).toBe(false)
  }
})

test('the days to correct are those of the plan', async () => {
  expect(await act('Cán bộ', 'return', 'Chưa đúng mẫu')).toMatchObject({ ok: true })
  const owed = await world.store.prisma.obligation.findFirstOrThrow({ where: { unitCode: 'P1', dutyCode: 'D02' } })
  expect([owed.state, owed.returnedOn]).toEqual(['OPEN', '2024-03-22'])
})

test('only who corrects what came back is told to correct it', async () => {
  const where = { dedupeKey: { startsWith: 'record:move:' } }
  const told = await world.store.prisma.outbox.findMany({ where, orderBy: { seq: 'asc' } })
  const messages = told.map(({ body }) => (body as unknown as { message: OutboundMessage }).message)
  const returned = messages.filter(({ text }) => text.includes('Lý do: Chưa đúng mẫu'))
  const asks = returned.map(({ text, words }) => [text.includes('«Sửa và gửi lại»'), words?.[0] === 'Sửa và gửi lại'])
  expect(asks.sort()).toEqual([
    [false, false],
    [true, true],
  ])
})
