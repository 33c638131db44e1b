import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeMove } from '../../src/records/move.ts'
import { tellManyMoved } from '../../src/records/tell-many.ts'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
})
afterAll(() => world.close())

const officer = 'Cán bộ'
const thing = t('toy.thing')

/** One decision on several; who is told of each. */
const decided = (ids: readonly string[], action: string, reason = '', by = officer) =>
  world.as(by, async ctx => {
    const moved = []
    for (const id of ids) {
      const made = await makeMove(ctx, toy, id, { action, reason, marks: [] })
      if (made.ok) moved.push(made)
    }
    const told = await tellManyMoved(ctx, toy, action, moved)
    return ids.map(id => told.get(id))
  })

const rows = async (name: string) => {
  const all = await world.store.prisma.outbox.findMany({
    where: { account: { externalId: name }, kind: 'NOTICE' },
    orderBy: { seq: 'asc' },
  })
  return all.map(({ dedupeKey, body }) => ({ dedupeKey, ...JSON.parse(JSON.stringify(body)) }))
}
const lastTo = async (name: string) => (await rows(name)).at(-1)
const lineOf = async (id: string) => {
  const { code, title, state } = await world.stored(id)
  return `• ${t('records.mine.line', { code, title, state: t(`toy.states.${state}`) })}`
}
/** Handed in by the heads themselves, so that only they hear of it. */
const handedIn = async (unit: string, count: number) => {
  const taken = await world.takeIn(
    `Thủ trưởng ${unit}`,
    Array.from({ length: count }, (_, nth) => ({ unit, title: `Diều ${nth + 1}` })),
  )
  return taken.flatMap(one => ('record' in one ? [one.record.id] : []))
}

it('each hears of all of theirs in one message, and of no others', async () => {
  const [one = '', two = ''] = await handedIn('P1', 2)
  const [other = ''] = await handedIn('P2', 1)
  const names = ['Thủ trưởng P1', 'Thủ trưởng P2', 'Thủ trưởng P1']
  expect(await decided([one, other, two], 'accept')).toEqual(names.map(name => [name]))
  const moveId = (await world.stored(one)).moves.at(-1)?.id
  const said = { who: officer, did: t('toy.moves.accept.did'), thing }
  expect(await rows('Thủ trưởng P1')).toEqual([
    {
      dedupeKey: `record:moves:${moveId}:${world.idOf('Thủ trưởng P1')}`,
      message: {
        text: [t('records.told.many', { ...said, count: 2 }), await lineOf(one), await lineOf(two)].join('\n'),
        words: [t('records.command.menu')],
      },
      go: [{ to: 'records' }],
    },
  ])
  const text = [t('records.told.many', { ...said, count: 1 }), await lineOf(other)].join('\n')
  expect(await rows('Thủ trưởng P2')).toMatchObject([{ message: { text } }])
})

it('of a single one, or of none, it is told as ever', async () => {
  const [id = ''] = await handedIn('P1', 1)
  expect(await decided([id], 'accept')).toEqual([['Thủ trưởng P1']])
  const { code, title } = await world.stored(id)
  const name = t('records.name', { thing, code, title, unit: 'UBND phường Một' })
  const said = { who: officer, did: t('toy.moves.accept.did'), name, state: t('toy.states.ACCEPTED') }
  expect(await lastTo('Thủ trưởng P1')).toMatchObject({ message: { text: t('records.told.moved', said) } })
  const before = (await rows('Thủ trưởng P1')).length
  expect(await decided([], 'accept')).toEqual([])
  expect(await rows('Thủ trưởng P1')).toHaveLength(before)
})

it('what comes back is told with its reason and how each is corrected; what is taken back with its reason', async () => {
  const ids = await handedIn('P1', 2)
  const lines = async () => [await lineOf(ids[0] ?? ''), await lineOf(ids[1] ?? '')]
  await decided(ids, 'return', 'Ghi rõ số người')
  const because = t('records.told.because', { reason: 'Ghi rõ số người' })
  const returned = { who: officer, did: t('toy.moves.return.did'), thing, count: 2 }
  expect((await lastTo('Thủ trưởng P1')).message.text).toBe(
    [t('records.told.many', returned), ...(await lines()), because, t('records.told.correctEach')].join('\n'),
  )
  await decided(ids, 'reopen', 'Ghi rõ số người')
  const back = { ...returned, did: t('records.moves.reopen.did') }
  expect((await lastTo('Thủ trưởng P1')).message.text).toBe(
    [t('records.told.many', back), ...(await lines()), because].join('\n'),
  )
})

it('where they stand is told as it looks from inside the gate', async () => {
  const ids = [await world.handIn('Đầu mối P1', { title: 'Bi' }), await world.handIn('Đầu mối P1', { title: 'Bóng' })]
  await decided(ids, 'approve', '', 'Thủ trưởng P1')
  await decided(ids, 'reopen', 'Xem lại', 'Thủ trưởng P1')
  expect((await lastTo('Đầu mối P1')).message.text.split('\n')[2]).toBe(
    `• ${t('records.mine.line', { code: (await world.stored(ids[1] ?? '')).code, title: 'Bóng', state: t('records.atGate') })}`,
  )
})

it('of very many the first thirty are named, and how many more there are', async () => {
  const ids = await handedIn('P1', 31)
  await decided(ids, 'accept')
  const lines: string[] = (await lastTo('Thủ trưởng P1')).message.text.split('\n')
  expect(lines).toHaveLength(32)
  expect(lines.slice(-2)).toEqual([await lineOf(ids[29] ?? ''), t('records.told.more', { count: 1 })])
  await decided(ids.slice(0, 30), 'reopen', 'Xem lại')
  const again: string[] = (await lastTo('Thủ trưởng P1')).message.text.split('\n')
  expect(again.slice(-2)).toEqual([await lineOf(ids[29] ?? ''), t('records.told.because', { reason: 'Xem lại' })])
})
