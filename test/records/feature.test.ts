import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ActiveCampaign } from '../../src/campaign/active.ts'
import { campaignsAmong } from '../../src/campaign/among.ts'
import type { Ctx, Feature, Outcome } from '../../src/contract/feature.ts'
import { right } from '../../src/people/right.ts'
import { recordFeature, recordsOf } from '../../src/records/feature.ts'
import { heldOfRecords } from '../../src/records/held.ts'
import { newId } from '../../src/store/new-id.ts'
import { toy as declared } from '../house/toy-register/kind.ts'
import { fileOf, type ToyWorld, t, toyWorld } from './toy-world.ts'

let world: ToyWorld
let id: string
let file: { id: string; name: string }
beforeAll(async () => {
  world = await toyWorld()
  file = await fileOf(world, 'Đầu mối P1', 'a.png')
  id = await world.handIn('Thủ trưởng P1', { title: 'Xe gỗ', answers: { pictures: [file] } })
})
afterAll(() => world.close())

const feature = recordFeature(declared)
const records = recordsOf([{ name: 'other' }, feature])
const go = (name: string, route: string, args: Record<string, string>, of: Feature = records) =>
  world.as(name, ctx => of.routes?.[route]?.(ctx, args) ?? Promise.reject(new Error(`no route ${route}`)))
const submit = (name: string, of: Feature, form: string, answers: object, params: Record<string, unknown>) =>
  world.as(name, ctx => {
    const entry = of.forms?.find(one => one.form.id === form)
    const submission = { answers, params: params as never, draftId: newId(ctx.now) } as never
    return entry?.submit(ctx, submission) ?? Promise.reject(new Error(`no form ${form}`))
  })
const said = (outcome: Outcome) => ('text' in outcome ? outcome.text : JSON.stringify(outcome))
const gone = { text: t('records.gone') }

it('a kind makes a feature: its route, its command, its form, its page, its table, and who may what', async () => {
  expect(feature).toMatchObject({ name: 'toy', record: { name: 'toy' }, page: { path: 'do-choi' } })
  expect(Object.keys(feature)).not.toContain('isIn')
  expect(Object.keys(feature.routes ?? {})).toEqual(['toy'])
  const { write, approve } = declared.rights
  const { right: decide } = declared.moves.accept ?? {}
  expect(feature.commands).toEqual([
    {
      ...{ slash: 'dochoi', words: ['đồ chơi|đăng ký đồ chơi|dochoi'], to: 'toy', says: 'toy.command' },
      ...{ offeredTo: [write], isHelped: true },
    },
  ])
  expect(feature.forms).toMatchObject([{ form: { id: 'toy' }, past: [], isConfirmed: true }])
  expect([feature.decides, feature.rights]).toEqual([
    [approve, decide, decide],
    [write, approve, decide],
  ])
  expect(Object.keys(feature.exports ?? {})).toEqual(['toys'])
  expect(await go('Thủ trưởng P1', 'toy', {}, feature)).toMatchObject({ start: 'toy', params: { unit: 'P1' } })
  const [entry] = feature.forms ?? []
  expect([entry?.isNew?.({ record: null }), entry?.isNew?.({ record: id })]).toEqual([true, false])
  expect(entry).not.toHaveProperty('isOver')
  expect(entry?.lookUps).toBeUndefined()
})

it('what the feature does besides stands beside it', () => {
  const { command: _, table: __, ...kind } = declared
  const [mine, yours] = [right('toy.lend', { CLERK: 'own' }), { to: 'lend', says: 'toy.lend' }]
  const form = { ...feature.forms?.[0], form: { ...declared.form, id: 'lend' } } as NonNullable<
    Feature['forms']
  >[number]
  const lend = async () => gone
  const exports = feature.exports ?? {}
  const rest = {
    routes: { lend },
    commands: [yours],
    forms: [form],
    rights: [mine],
    exports: { lent: exports.toys } as typeof exports,
  }
  const more = recordFeature(kind, { ...rest, isIn: () => true })
  expect(more.routes).toMatchObject({ toy: expect.any(Function), lend })
  expect(more.commands).toEqual([yours])
  expect(more.forms?.map(one => one.form.id)).toEqual(['toy', 'lend'])
  expect(more.rights?.at(-1)).toBe(mine)
  expect(more.rights).toHaveLength(4)
  expect(Object.keys(more.exports ?? {})).toEqual(['toy', 'lent'])
  expect(more.isIn).toBeDefined()
})

it('each of its forms is handed in as itself; older versions are those of the first alone', async () => {
  const other = { ...declared.form, id: 'other' }
  const past = [{ version: 0, upgrade: (answers: object) => answers }] as never
  const kind = { ...declared, otherForms: [other], past, lookUps: { title: async () => ({}) }, isOver: () => true }
  const several = recordFeature(kind as never)
  expect(several.forms).toMatchObject([
    { form: { id: 'toy' }, past: [{ version: 0 }], lookUps: kind.lookUps, isOver: kind.isOver },
    { form: { id: 'other' }, past: [], lookUps: kind.lookUps, isOver: kind.isOver },
  ])
  const answers = { title: 'Diều', madeOn: '2024-03-18', story: 'Chuyện', pictures: [] }
  const receipt = await submit('Thủ trưởng P2', several, 'other', answers, { unit: 'P2', record: null, basedOn: 0 })
  expect(said(receipt)).toContain('DC-002')
  const stored = await world.store.prisma.recordVersion.findFirstOrThrow({ where: { record: { code: 'DC-002' } } })
  expect(stored).toMatchObject({ form: 'other', answers: { title: { value: 'Diều' } } })
})

it('common to all kinds is how records are looked at, decided on and corrected, each by its kind', async () => {
  expect(records).toMatchObject({ name: 'records', personalData: heldOfRecords })
  expect(records.commands).toEqual([
    { to: 'records', says: 'records.command', slash: 'hoso', offeredTo: 'everybody', isHelped: true },
  ])
  const args = { kind: 'toy', id }
  expect(await go('Cán bộ', 'record.show', args)).toMatchObject({ title: 'DC-001 · Chờ tiếp nhận' })
  expect(await go('Cán bộ', 'record.show', { kind: 'toy' })).toEqual(gone)
  for (const route of ['record.show', 'record.decide', 'record.correct'])
    expect(await go('Cán bộ', route, { kind: 'launch', id })).toEqual(gone)
  expect(await go('Cán bộ', 'record.decide', { ...args, action: 'return' })).toMatchObject({ start: 'record.return' })
  expect(await go('Đầu mối P1', 'record.correct', args)).toEqual({ text: t('records.notCorrectable') })
})

it('my records are read from where one was', async () => {
  const shown = async (from?: string) => {
    const screen = await go('Thủ trưởng P1', 'records', from === undefined ? {} : { from })
    return 'choices' in screen ? screen.choices?.length : 0
  }
  expect(await Promise.all([shown(), shown('0'), shown('-8'), shown('một')])).toEqual([1, 1, 1, 1])
  expect(await shown('1')).toBe(0)
})

it('a reason that was asked for makes the move: of the whole, or of each question that is marked', async () => {
  const { forms = [] } = records
  expect(forms.map(({ form, isConfirmed }) => [form.id, isConfirmed])).toEqual([
    ...[
      ['record.reason', false],
      ['record.return', false],
    ],
  ])
  const params = { kind: 'toy', id, action: 'return' }
  const none = await submit('Cán bộ', records, 'record.reason', { reason: 'Sửa lại' }, { ...params, kind: 'launch' })
  expect(none).toEqual(gone)
  const last = async () => (await world.stored(id)).moves.at(-1)
  const returned = await submit(
    'Cán bộ',
    records,
    'record.return',
    { reason: 'Tên chưa rõ', questions: ['title', 'story'] },
    params,
  )
  expect(said(returned)).toContain('đã trả lại')
  const marks = ['title', 'story'].map(field => ({ field, reason: 'Tên chưa rõ' }))
  expect(await last()).toMatchObject({ action: 'return', reason: null, marks })
  await submit('Cán bộ', records, 'record.reason', { reason: 'Xem sót' }, { ...params, action: 'reopen' })
  expect(await last()).toMatchObject({ action: 'reopen', reason: 'Xem sót', marks: null })
  await submit('Cán bộ', records, 'record.return', { reason: 'Chưa đúng mẫu', questions: null }, params)
  expect(await last()).toMatchObject({ action: 'return', reason: 'Chưa đúng mẫu', marks: null })
  await submit('Cán bộ', records, 'record.reason', { reason: 'Xem sót' }, { ...params, action: 'reopen' })
})

it('what waits, what is new, what is found, what came in and whose files are read are those of the kinds', async () => {
  const [waiting, morning, found] = await world.as('Cán bộ', async ctx => [
    ...[await records.waiting?.(ctx), await records.morning?.(ctx), await records.finds?.(ctx, ['xe'])],
  ])
  expect(waiting).toMatchObject([{ go: { args: { id } } }, { label: expect.stringContaining('DC-002') }])
  expect(morning).toMatchObject([{ part: 'fresh', count: 2 }])
  expect(found).toMatchObject([{ title: 'DC-001 · Xe gỗ' }])
  const { sentAt } = await world.stored(id)
  const until = new Date(sentAt.getTime() + 1)
  const came = await world.as('Cán bộ', async ctx => records.cameIn?.(ctx.tx, ctx.campaign, sentAt, until))
  expect(came).toEqual({ submitted: 1, waiting: 2 })
  const reads = (name: string) => world.as(name, async ctx => records.mayReadFile?.(ctx, file.id))
  expect([await reads('Cán bộ'), await reads('Đầu mối P2')]).toEqual([true, false])
})

/** As it stands beside another campaign, of which the units have no part. */
function beside(own: ActiveCampaign, marks: { own: string; other: string }): ActiveCampaign {
  const plan = (offices: string[]) =>
    ({
      ...own.plan,
      identity: { name: 'T', number: '1' },
      managingOffices: offices,
      commendation: { appraisers: { units: [] } },
    }) as unknown as typeof own.plan
  const campaigns = campaignsAmong('', [
    { ...own, plan: plan(['NV', 'P1', 'P2']), codeMark: marks.own },
    { ...own, id: newId(world.clock.now()), code: 'U', plan: plan(['NV']), units: new Map(), codeMark: marks.other },
  ])
  const found = campaigns?.open.find(({ id: of }) => of === own.id)
  if (!found) throw new Error('no campaign')
  return found
}

it('a code that is typed opens its record, or leads to the campaign that it names', async () => {
  const args = { letters: 'DC', number: '001', mark: '' }
  const open = (name: string, more: object, marks?: { own: string; other: string }) =>
    world.as(name, (ctx: Ctx) => {
      const campaign = marks ? beside(world.campaign, marks) : world.campaign
      return (
        records.routes?.['record.code']?.({ ...ctx, campaign }, { ...args, ...more }) ??
        Promise.reject(new Error('no route'))
      )
    })
  const shown = { title: 'DC-001 · Chờ tiếp nhận' }
  expect(await open('Cán bộ', {})).toMatchObject(shown)
  const { mark: _, ...unmarked } = args
  expect(await go('Cán bộ', 'record.code', unmarked)).toMatchObject(shown)
  for (const none of [{ letters: 'PD' }, { letters: '' }, { number: '009' }, { mark: '2023' }])
    expect(await open('Cán bộ', none)).toEqual(gone)
  expect(await go('Cán bộ', 'record.code', { number: '001' })).toEqual(gone)
  // A code without a year stands where no campaign has none.
  expect(await open('Cán bộ', {}, { own: '2024', other: '2023' })).toMatchObject(shown)
  expect(await open('Cán bộ', { mark: '2024' }, { own: '2024', other: '' })).toMatchObject(shown)
  const led = { campaign: expect.any(String), next: { to: 'record.code', args: { ...args, mark: '2023' } } }
  expect(await open('Cán bộ', { mark: '2023' }, { own: '', other: '2023' })).toEqual(led)
  expect(await open('Cán bộ', { mark: '2022' }, { own: '', other: '2023' })).toEqual(gone)
  expect(await open('Thủ trưởng P1', { mark: '2023' }, { own: '', other: '2023' })).toEqual(gone)
  await world.store.prisma.record.updateMany({ where: { code: 'DC-002' }, data: { kind: 'launch' } })
  expect(await open('Cán bộ', { number: '2' })).toEqual(gone)
})
