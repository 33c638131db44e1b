import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CampaignUnit } from '../../src/campaign/active.ts'
import { decision } from '../../src/people/right.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { topicsOf, waitingRecords } from '../../src/records/waiting.ts'
import { type Sent, type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
})
afterAll(() => world.close())

/** Of these several are looked at together; they need no head. */
const figures: AnyKind = {
  ...{ ...toy, name: 'report', letters: 'SL', path: 'so-lieu', together: 'dossier.decide' },
  period: ({ quarter = 1 }) => `2024-Q${quarter}`,
  rights: { write: toy.rights.write },
}
const passed = async (name: string, sent: Sent = {}, kind = toy) => {
  const id = await world.handIn(name, sent, kind)
  await world.move(`Thủ trưởng ${sent.unit ?? 'P1'}`, id, 'approve', { kind })
  return id
}
const line = async (id: string, kind = toy, key = 'records.waiting') => {
  const { code, title, unitCode } = await world.stored(id)
  const unit = unitCode === 'P1' ? 'UBND phường Một' : 'UBND phường Hai'
  return t(key, { code, title, unit, thing: t(`${kind.name}.thing`) })
}
const waits = (name: string, ...kinds: AnyKind[]) =>
  world.as(name, ctx => waitingRecords(ctx, kinds.length > 0 ? kinds : [toy]))
const labels = async (name: string, ...kinds: AnyKind[]) => (await waits(name, ...kinds)).map(({ label }) => label)
const emptied = () => world.store.prisma.record.updateMany({ data: { waitsFor: null } })

it('at the gate it waits for the head of its unit, then for those who decide, the longest first', async () => {
  const [second, first] = [
    await world.handIn('Đầu mối P1', { title: 'Hai' }),
    await world.handIn('Đầu mối P2', { unit: 'P2' }),
  ]
  const { sentAt } = await world.stored(second)
  expect(await waits('Thủ trưởng P1')).toEqual([
    {
      label: await line(second),
      since: sentAt,
      go: { to: 'record.show', args: { kind: 'toy', id: second } },
      page: 'do-choi',
    },
  ])
  expect(await labels('Thủ trưởng P2')).toEqual([await line(first)])
  for (const name of ['Đầu mối P1', 'Đầu mối P2', 'Cán bộ']) expect(await waits(name)).toEqual([])
  await world.move('Thủ trưởng P2', first, 'approve')
  await world.move('Thủ trưởng P1', second, 'approve')
  expect(await labels('Cán bộ')).toEqual([await line(second), await line(first)])
  expect(await labels('Thủ trưởng P1')).toEqual([])
  const { approve: _, ...rights } = toy.rights
  expect(await labels('Cán bộ', { ...toy, rights })).toHaveLength(2)
  expect(await labels('Cán bộ', figures)).toEqual([])
  await world.move('Cán bộ', second, 'accept')
  expect(await labels('Cán bộ')).toEqual([await line(first)])
})

it('of several kinds the longest is first, whichever it is, and what is late says so', async () => {
  await emptied()
  const ids = [
    await world.handIn('Đầu mối P1', {}, figures),
    await passed('Đầu mối P1'),
    await passed('Đầu mối P2', { unit: 'P2' }),
  ]
  const [figure = '', one = '', two = ''] = ids
  await world.store.prisma.record.update({ where: { id: two }, data: { isLate: true } })
  const lines = [await line(figure, figures), await line(one), await line(two, toy, 'records.waitingLate')]
  expect(await labels('Cán bộ', toy, figures)).toEqual(lines)
  expect(await labels('Cán bộ', figures, toy)).toEqual(lines)
})

it('waits for nobody on their own work, nor on what is about themselves', async () => {
  await emptied()
  await world.join('Vừa gửi vừa xét', 'HEAD', 'P1')
  await world.join('Vừa gửi vừa xét', 'PNV', 'NV')
  const own = await world.handIn('Vừa gửi vừa xét')
  const other = await passed('Đầu mối P1', { title: 'Về mình' })
  const both = [await line(own), await line(other)]
  expect(await labels('Cán bộ')).toEqual(both)
  expect(await labels('Vừa gửi vừa xét')).toEqual(both.slice(1))
  const asked: unknown[] = []
  const askedAbout = (kind: AnyKind): AnyKind => ({
    ...kind,
    async aboutWhom(_, ids) {
      asked.push([kind.name, ...ids])
      return new Map(ids.filter(id => id === other).map(id => [id, world.idOf('Cán bộ')]))
    },
  })
  const kinds = [askedAbout(figures), askedAbout(toy)]
  expect(await labels('Cán bộ', ...kinds)).toEqual(both.slice(0, 1))
  expect(asked).toEqual([['toy', own, other]])
  expect(await labels('Vừa gửi vừa xét', ...kinds)).toEqual(both.slice(1))
  // At the gate the head of the unit is asked about what they wrote, too: that word decides nothing.
  const written = await world.handIn('Vừa gửi vừa xét', {}, { ...toy, isAlwaysGated: true })
  expect(await labels('Vừa gửi vừa xét')).toEqual([await line(other), await line(written)])
})

it('several of one unit and period are one line, where the kind has a screen for them', async () => {
  await emptied()
  const quarter = (nth: number) => ({ params: { quarter: nth } })
  const first = await world.handIn('Đầu mối P1', quarter(1), figures)
  const next = await world.handIn('Đầu mối P1', quarter(2), figures)
  const there = await world.handIn('Đầu mối P2', { unit: 'P2', ...quarter(1) }, figures)
  const alone = [await line(first, figures), await line(next, figures), await line(there, figures)]
  expect(await labels('Cán bộ', figures)).toEqual(alone)
  await world.handIn('Đầu mối P1', quarter(1), figures)
  const { sentAt: since } = await world.stored(first)
  const label = t('report.together', {
    count: 2,
    period: t('tasks.quarter', { quarter: 'I', year: 2024 }),
    unit: 'UBND phường Một',
  })
  const [together, ...others] = await waits('Cán bộ', figures)
  expect(together).toEqual({ label, since, go: { to: 'dossier.decide', args: { unit: 'P1', period: '2024-Q1' } } })
  expect(others.map(one => one.label)).toEqual(alone.slice(1))
  const { together: _, ...plain } = figures
  expect(await labels('Cán bộ', plain)).toHaveLength(4)
})

it('waits for the agency in whose field its topic lies, and for whoever answers for a unit that has ended', async () => {
  await emptied()
  await world.join('Đầu mối ngành', 'FOCAL', 'TCKH')
  const decide = decision('toy.decide', { FOCAL: 'field' })
  const kind: AnyKind = {
    ...toy,
    topic: (_, { topic }) => String(topic),
    topics: () => [
      { value: 'riêng', label: 'Riêng' },
      { value: 'C14', label: '' },
      { value: 'khác', label: '' },
    ],
    agencies: (_, topic) => (topic === 'khác' ? ['NV'] : topic === 'C09' ? [] : ['TCKH']),
    moves: { ...toy.moves, accept: { from: ['SENT'], to: 'ACCEPTED', right: decide, asks: 'nothing', tone: 'good' } },
  }
  const about = (topic: string) => passed('Đầu mối P2', { unit: 'P2', params: { topic } }, kind)
  const [ofTarget, own] = [await about('C14'), await about('riêng')]
  for (const topic of ['khác', 'C09']) await about(topic)
  expect(await labels('Đầu mối ngành', kind)).toEqual([await line(ofTarget), await line(own)])
  const { agencies: _, topics: __, ...nowhere } = kind
  expect(await labels('Đầu mối ngành', nowhere)).toEqual([])
  const topics = await world.as('Cán bộ', async ctx => [topicsOf(ctx, kind, ['TCKH']), topicsOf(ctx, kind, ['NV'])])
  expect(topics[0]?.filter(topic => ['C14', 'C09', 'riêng', 'khác'].includes(topic))).toEqual(['C14', 'riêng'])
  expect(topics[1]).toEqual(['khác'])
  const { topics: ___, ...ofPlan } = { ...kind, agencies: () => ['TCKH'] }
  const targets = world.campaign.plan.targets.map(({ code }) => code)
  expect(await world.as('Cán bộ', async ctx => topicsOf(ctx, ofPlan, ['TCKH']))).toEqual(targets)

  // One who holds it in two places.
  await world.join('Đầu mối ngành', 'HEAD', 'P1')
  const both = { ...kind.moves.accept, right: decision('toy.decide', { FOCAL: 'field', HEAD: 'own' }) }
  const here = await passed('Đầu mối P1', { params: { topic: 'khác' } }, kind)
  const moves = { ...kind.moves, accept: both } as AnyKind['moves']
  const found = await Promise.all([ofTarget, own, here].map(id => line(id)))
  expect(await labels('Đầu mối ngành', { ...kind, moves })).toEqual(found)

  const atGate = await world.handIn('Đầu mối P2', { unit: 'P2' })
  const units = world.campaign.units as Map<string, CampaignUnit>
  const ended = units.get('P2')
  if (!ended) throw new Error('no unit P2')
  units.set('P2', { ...ended, validTo: '2024-03-19', successors: ['P1'] })
  expect(await labels('Thủ trưởng P1')).toEqual([await line(atGate)])
  units.set('P2', ended)
  expect(await labels('Thủ trưởng P1')).toEqual([])
})
