import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Ctx } from '../../src/contract/feature.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { alreadyIn, overtaken, receipt } from '../../src/records/receipt.ts'
import type { Gate } from '../../src/records/tell.ts'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
let id: string
let code: string
let name: string
beforeAll(async () => {
  world = await toyWorld()
  id = await world.handIn('Đầu mối P1', { title: 'Xe gỗ' })
  code = (await world.stored(id)).code
  name = nameAs(t('toy.thing'))
})
afterAll(() => world.close())

const nameAs = (thing: string) => t('records.name', { thing, code, title: 'Xe gỗ', unit: 'UBND phường Một' })
const record = ({ tx }: Pick<Ctx, 'tx'>) => tx.record.findUniqueOrThrow({ where: { id } })
const given = (kind: AnyKind, gate: Gate | null, more: { isLate?: boolean; topic?: string } = {}) =>
  world.as('Đầu mối P1', async ctx => receipt(ctx, kind, { ...(await record(ctx)), ...more }, gate))
const said = (where: string) => t(`records.receipt.${where}`, { name, code })

it('tells the code, where the record is now, and what may be done next', async () => {
  expect(await given(toy, null)).toEqual({
    title: t('records.receipt.title', { code }),
    text: said('handedIn'),
    choices: [
      { label: t('records.open'), go: { to: 'record.show', args: { kind: 'toy', id } } },
      { label: t('records.another'), go: { to: 'toy', args: { new: 'yes' } } },
      { label: t('records.toMenu'), go: { to: 'menu' } },
    ],
  })
  const one = await given({ ...toy, key: () => 'một' }, null)
  expect(one.choices?.map(({ label }) => label)).toEqual([t('records.open'), t('records.toMenu')])
})

it('at the gate tells for whom it waits, and that nobody is there who could let it through', async () => {
  const texts = [
    await given(toy, { heads: 1, isAboutHead: false }),
    await given(toy, { heads: 2, isAboutHead: true }),
    await given(toy, { heads: 0, isAboutHead: true }),
    await given(toy, { heads: 0, isAboutHead: false }),
  ].map(({ text }) => text)
  expect(texts).toEqual(['withHead', 'withHead', 'aboutHead', 'noHead'].map(said))
})

it('tells that it is late, and what follows once it is beyond the gate', async () => {
  const kind = { ...toy, next: () => 'Sẽ xem trong tuần.' }
  const late = t('records.receipt.late')
  expect((await given(kind, null, { isLate: true })).text).toBe(`${said('handedIn')} ${late}\nSẽ xem trong tuần.`)
  expect((await given(kind, { heads: 1, isAboutHead: false })).text).toBe(said('withHead'))
})

it('tells in words of its own what is made or noted rather than sent', async () => {
  const check: AnyKind = { ...toy, name: 'check', handedIn: 'PLANNED' }
  const done = { ...check, handedInFor: (topic: string) => (topic === 'xong' ? 'DONE' : 'PLANNED') }
  const as = (context: string) => t(`records.receipt.handedIn_${context}`, { name: nameAs(t('check.thing')), code })
  expect((await given(check, null)).text).toBe(as('check_PLANNED'))
  expect((await given(done, null, { topic: 'xong' })).text).toBe(as('check_DONE'))
  expect((await given(done, null, { topic: 'chưa' })).text).toBe(as('check_PLANNED'))
})

it('what is in already is named, with where it stands for those inside', async () => {
  expect(await world.as('Đầu mối P1', async ctx => alreadyIn(ctx, toy, await record(ctx)))).toEqual({
    text: t('records.alreadyIn', { name, state: t('records.atGate') }),
    choices: [{ label: t('records.open'), go: { to: 'record.show', args: { kind: 'toy', id } } }],
  })
})

it('who was overtaken is told by whom, when and in what the two differ, and is asked', async () => {
  const { sentAt } = await world.stored(id)
  const asked = (answers: object) =>
    world.as('Thủ trưởng P1', async ctx =>
      overtaken(ctx, toy, await record(ctx), { form: toy.form, answers: { ...mine, ...answers }, params: {} }),
    )
  const mine = { title: 'Xe gỗ', madeOn: '2024-03-18', story: 'Chuyện dài', pictures: [] }
  const text = t('records.overtaken.text', { who: 'Đầu mối P1', at: sentAt.toISOString(), name })
  const line = (field: string, before: string, after: string) =>
    t('records.overtaken.line', { label: t(`toy.form.${field}.label`), before, after })
  const lines = [line('title', 'Xe gỗ', 'Xe sắt'), line('story', 'Chuyện dài', 'Chuyện khác')]
  expect(await asked({ title: 'Xe sắt', story: 'Chuyện khác' })).toEqual({
    askAgain: [text, lines.join('\n'), t('records.overtaken.ask')],
    params: { record: id, basedOn: 1 },
  })
  expect(await asked({})).toMatchObject({
    askAgain: [text, t('records.overtaken.same'), t('records.overtaken.ask')],
  })
})
