import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ActiveCampaign } from '../../src/campaign/active.ts'
import { after } from '../../src/clock.ts'
import { beginRecord } from '../../src/records/begin.ts'
import { beginKnowing } from '../../src/records/begin-knowing.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { recordsGoOn } from '../../src/records/succession.ts'
import type { Prisma } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'
import { type ToyWorld, t, toy, toyWorld, withEnded } from './toy-world.ts'

let world: ToyWorld
/** Came back to its author. */
let id: string
beforeAll(async () => {
  world = await toyWorld()
  await world.join('Hai phường', 'CLERK', 'P1')
  await world.join('Hai phường', 'CLERK', 'P2')
  id = await world.handIn('Đầu mối P1')
  await world.move('Thủ trưởng P1', id, 'sendBack', { reason: 'Sửa lại toàn bộ' })
})
afterAll(() => world.close())

const begin = (
  name: string,
  args: Record<string, string> = {},
  kind: AnyKind = toy,
  campaign: ActiveCampaign = world.campaign,
) => world.as(name, ctx => beginRecord({ ...ctx, campaign }, kind, args))

/** Where its buttons lead, and what they say. */
const buttons = (outcome: object) =>
  'choices' in outcome ? (outcome.choices as { label: string; go: { to: string; args?: object } }[]) : []
const offered = (outcome: object) =>
  buttons(outcome).flatMap(({ go: { args } }) => (args && 'id' in args ? [args.id] : []))

async function resumed(outcome: object) {
  const draft = 'resume' in outcome ? String(outcome.resume) : ''
  return world.store.prisma.draft.findUniqueOrThrow({ where: { id: draft }, include: { answers: true } })
}

let copies = 900
/** Another record like one, without its versions. */
async function copyOf(of: string, more: Partial<Prisma.RecordUncheckedCreateInput> = {}): Promise<string> {
  const { versions: _, moves: __, ...record } = await world.stored(of)
  copies += 1
  // Ids follow the clock.
  world.clock.advance(1)
  const own = { id: newId(world.clock.now()), number: copies, code: `DC-${copies}` }
  await world.store.prisma.record.create({ data: { ...record, ...own, ...more } })
  return own.id
}

const notAllowed = { text: t('records.notAllowed') }
const startsIn = (unit: string) => ({ start: 'toy', key: unit, params: { unit } })

it('what came back is offered first, unless a new one is asked for', async () => {
  const outcome = await begin('Đầu mối P1', { a: 'b' })
  const { code, title } = await world.stored(id)
  expect(outcome).toEqual({
    text: t('records.returnedFirst'),
    choices: [
      { label: t('records.correctThis', { code, title }), go: { to: 'record.correct', args: { kind: 'toy', id } } },
      { label: t('records.another'), go: { to: 'toy', args: { a: 'b', new: 'yes' } } },
    ],
  })
  const begun = await begin('Đầu mối P1', { a: 'b', new: 'yes' })
  expect(begun).toEqual({
    ...{ start: 'toy', key: 'P1' },
    params: {
      ...{ a: 'b', new: 'yes', unit: 'P1', unitName: 'UBND phường Một', about: 'UBND phường Một' },
      ...{ record: null, basedOn: 0 },
    },
  })
})

it('and to nobody else, of no other kind and of no other campaign', async () => {
  expect(await begin('Thủ trưởng P1')).toMatchObject(startsIn('P1'))
  expect(await begin('Đầu mối P1', {}, { ...toy, name: 'launch', route: 'launch' })).toMatchObject(startsIn('P1'))
  const other = { ...world.campaign, id: '00000000-0000-4000-8000-000000000000' }
  expect(await begin('Đầu mối P1', {}, toy, other)).toMatchObject(startsIn('P1'))
})

it('what goes on with its next part is called by that', async () => {
  const states: AnyKind['states'] = { ...toy.states, NEW: { tone: 'neutral', handsIn: true, hasNextPart: true } }
  const { code, title } = await world.stored(id)
  const one = await begin('Đầu mối P1', {}, { ...toy, states })
  expect(one).toMatchObject({ text: t('records.openFirst') })
  expect(buttons(one)[0]?.label).toBe(t('records.goOnWith', { part: 'Gửi phần sau', code, title }))
  const returned = await copyOf(id, { state: 'RETURNED' })
  const both = await begin('Đầu mối P1', {}, { ...toy, states })
  expect(both).toMatchObject({ text: t('records.openFirst') })
  expect(buttons(both).map(({ label }) => label.includes('Gửi phần sau'))).toEqual([true, false, false])
  await world.store.prisma.record.delete({ where: { id: returned } })
})

it('the latest eight of those that came back, whatever else was sent since', async () => {
  const { sentAt } = await world.stored(id)
  const later = (seconds: number) => ({ sentAt: after(sentAt, seconds * 1_000) })
  for (let nth = 0; nth < 9; nth += 1) await copyOf(id, { state: 'ACCEPTED', ...later(900) })
  expect(offered(await begin('Đầu mối P1'))).toEqual([id])
  // What waits for the head is not corrected.
  await copyOf(id, { waitsFor: 'toy.approve', ...later(800) })
  const same = [await copyOf(id, later(7)), await copyOf(id, later(7))]
  const others: string[] = []
  for (const seconds of [3, 9, 1, 5]) others.push(await copyOf(id, later(seconds)))
  const [third, ninth, first, fifth] = others
  // The first by id is not the first in the table.
  await world.store.prisma.record.update({ where: { id: same[0] ?? '' }, data: { title: 'Sau' } })
  expect(offered(await begin('Đầu mối P1'))).toEqual([ninth, ...same, fifth, third, first, id])
  await copyOf(id, later(2))
  await copyOf(id, later(4))
  expect(offered(await begin('Đầu mối P1'))).toHaveLength(7)
  await world.store.prisma.record.deleteMany({ where: { waitsFor: 'toy.approve' } })
  const eight = offered(await begin('Đầu mối P1'))
  expect([eight.length, eight.includes(id)]).toEqual([8, false])
  await world.store.prisma.record.deleteMany({ where: { number: { gte: 900 } } })
})

it('is begun by who may write for the unit, and where the kind lets that unit', async () => {
  expect(await begin('Cán bộ')).toEqual(notAllowed)
  expect(await begin('Thủ trưởng P1', { unit: 'P2' })).toEqual(notAllowed)
  const notBegunBy: AnyKind['notBegunBy'] = (_, unit) => (unit === 'P1' ? 'Chưa mở' : null)
  expect(await begin('Thủ trưởng P1', {}, { ...toy, notBegunBy })).toEqual({ text: 'Chưa mở' })
  expect(await begin('Thủ trưởng P2', {}, { ...toy, notBegunBy })).toMatchObject(startsIn('P2'))
})

it('who writes for several units is asked for which', async () => {
  expect(await begin('Hai phường', { a: 'b' })).toEqual({
    text: t('records.whichUnit', { thing: t('toy.thing') }),
    choices: [
      { label: 'UBND phường Một', go: { to: 'toy', args: { a: 'b', unit: 'P1' } } },
      { label: 'UBND phường Hai', go: { to: 'toy', args: { a: 'b', unit: 'P2' } } },
    ],
  })
  expect(await begin('Hai phường', { unit: 'P2' })).toMatchObject(startsIn('P2'))
})

it('of units that have ended the one that follows them writes, and none where all have', async () => {
  const ended = withEnded(world.campaign, 'P1', 'P2')
  expect(await begin('Hai phường', {}, toy, ended)).toMatchObject(startsIn('P2'))
  // A button of before.
  expect(await begin('Hai phường', { unit: 'P1' }, toy, ended)).toMatchObject(startsIn('P2'))
  const over = { unit: 'UBND phường Một', day: '17/03/2024', successors: 'UBND phường Hai (P2)' }
  expect(await begin('Thủ trưởng P1', {}, toy, ended)).toEqual({ text: t('succession.ended', over) })
  const both = withEnded(withEnded(world.campaign, 'P1'), 'P2')
  expect(buttons(await begin('Hai phường', {}, toy, both))).toHaveLength(2)
})

it('is started with what the kind knows besides, which no button overrides', async () => {
  const startedWith: AnyKind['startedWith'] = async (_, unit) => ({ a: `of ${unit}`, unit: 'P2' })
  expect(await begin('Thủ trưởng P1', { a: 'b', c: 'd' }, { ...toy, startedWith })).toMatchObject({
    ...{ start: 'toy', params: { a: 'of P1', c: 'd', unit: 'P1' } },
  })
})

it('of a kind of which there is one it is corrected or shown, also where it went on from a unit that has ended', async () => {
  const keyed: AnyKind = { ...toy, key: ({ unit }) => `một:${unit}` }
  expect(await begin('Hai phường', { unit: 'P2' }, keyed)).toMatchObject({ start: 'toy', key: 'một:P2' })
  const first = await world.handIn('Hai phường', { unit: 'P1', title: 'Của phường Một' }, keyed)
  const shown = await begin('Hai phường', { unit: 'P1' }, keyed)
  expect(JSON.stringify(shown)).toContain('Của phường Một')
  expect(shown).not.toHaveProperty('resume')
  expect(await begin('Hai phường', { unit: 'P2' }, keyed)).toMatchObject({ start: 'toy' })
  expect(await begin('Hai phường', { unit: 'P1' }, { ...keyed, name: 'launch' })).toMatchObject({ start: 'toy' })
  expect(await begin('Hai phường', { unit: 'P1' }, { ...keyed, key: () => 'hai' })).toMatchObject({ key: 'hai' })
  const other = { ...world.campaign, id: '00000000-0000-4000-8000-000000000000' }
  expect(await begin('Hai phường', { unit: 'P1' }, keyed, other)).toMatchObject({ start: 'toy' })
  await world.move('Thủ trưởng P1', first, 'sendBack', { reason: 'Sửa lại', kind: keyed })
  expect(await resumed(await begin('Hai phường', { unit: 'P1' }, keyed))).toMatchObject({ key: 'một:P1' })
  await world.as('Cán bộ', ctx => recordsGoOn(ctx, [toy], { from: 'P1', to: 'P2', ids: [first] }))
  const ended = withEnded(world.campaign, 'P1', 'P2')
  expect(await resumed(await begin('Hai phường', {}, keyed, ended))).toMatchObject({ key: 'một:P1' })
  // And of two the one that was sent last.
  await world.handIn('Hai phường', { unit: 'P2', title: 'Của phường Hai' }, keyed)
  expect(JSON.stringify(await begin('Hai phường', {}, keyed, ended))).toContain('Của phường Hai')
})

it('what is known stands in the draft, which goes on when it is begun again', async () => {
  const again = { to: 'here', args: { of: 'x' } }
  const knowing = (name: string, title: string, kind: AnyKind = toy, campaign = world.campaign) =>
    world.as(name, ctx => beginKnowing({ ...ctx, campaign }, kind, {}, { title }, again))
  const first = await knowing('Thủ trưởng P1', 'Con quay')
  const draft = await resumed(first)
  expect(draft).toMatchObject({
    ...{ personId: world.idOf('Thủ trưởng P1'), campaignId: world.campaign.id, form: 'toy', formVersion: 1 },
    ...{ key: 'P1:Con quay', position: 'madeOn', state: 'OPEN', params: { unit: 'P1', record: null, basedOn: 0 } },
    ...{ answers: [{ field: 'title', value: 'Con quay', typed: 'Con quay', at: draft.createdAt }] },
  })
  expect(draft.updatedAt).toEqual(draft.createdAt)
  expect(await knowing('Thủ trưởng P1', 'Con quay')).toEqual(first)
  expect(await knowing('Thủ trưởng P1', 'Diều giấy')).not.toEqual(first)
  const form = { ...toy.form, id: 'other' }
  expect(await knowing('Thủ trưởng P1', 'Con quay', { ...toy, form })).not.toEqual(first)
  await world.store.prisma.draft.update({ where: { id: draft.id }, data: { state: 'CANCELLED' } })
  expect(await knowing('Thủ trưởng P1', 'Con quay')).not.toEqual(first)
})

it('but not somebody else’s, and when all is known it stands at the summary', async () => {
  const again = { to: 'here', args: { of: 'x' } }
  const knowing = (name: string, title: string, kind: AnyKind = toy) =>
    world.as(name, ctx => beginKnowing(ctx, kind, {}, { title }, again))
  const ofHead = await resumed(await knowing('Thủ trưởng P1', 'Tò he'))
  const ofClerk = await resumed(await knowing('Đầu mối P1', 'Tò he'))
  expect([ofHead.id === ofClerk.id, ofClerk.personId]).toEqual([false, world.idOf('Đầu mối P1')])
  const { title } = toy.form.fields
  const form = { ...toy.form, id: 'short', fields: { title }, order: ['title'] }
  const whole = await resumed(await knowing('Thủ trưởng P1', 'Tò he', { ...toy, form } as unknown as AnyKind))
  expect(whole.position).toBe('review')
  expect(await knowing('Cán bộ', 'Một')).toEqual(notAllowed)
  const choices = buttons(await knowing('Hai phường', 'Một'))
  expect(choices.map(({ go }) => go)).toEqual([
    { to: 'here', args: { of: 'x', unit: 'P1' } },
    { to: 'here', args: { of: 'x', unit: 'P2' } },
  ])
})
