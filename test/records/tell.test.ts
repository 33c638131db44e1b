import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { right } from '../../src/people/right.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { decideRecord } from '../../src/records/move.ts'
import { reasonLines, tellGate } from '../../src/records/tell.ts'
import { loadTexts } from '../../src/texts.ts'
import toyTexts from '../house/toy-register/vi.json' with { type: 'json' }
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

const { accept, return: comesBack } = toyTexts.moves
const moves = { return: comesBack, accept: { ...accept, note: 'Căn cứ' }, withdraw: { do: 'Rút', did: 'đã rút' } }
const texts = { ...toyTexts, moves }
const t = loadTexts('vi', { toy: texts })

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld(texts)
})
afterAll(() => world.close())

const asked = (name: string, id: string, kind: AnyKind = toy) =>
  world.as(name, async ctx => tellGate(ctx, kind, await ctx.tx.record.findUniqueOrThrow({ where: { id } })))
const decided = async (name: string, id: string, action: string, more: { reason?: string; kind?: AnyKind } = {}) => {
  const { reason = '', kind = toy } = more
  const made = await world.as(name, ctx => decideRecord(ctx, kind, id, { action, reason, marks: [] }))
  return made.ok ? made.told : made.say
}
/** What somebody was told of a record: under which key, in what words, and where its button leads. */
async function told(name: string, id: string) {
  const rows = await world.store.prisma.outbox.findMany({
    where: { account: { externalId: name }, kind: 'NOTICE', dedupeKey: { startsWith: 'record:' } },
    orderBy: { seq: 'asc' },
  })
  const all = rows.map(({ dedupeKey, body }) => ({ dedupeKey, body: JSON.parse(JSON.stringify(body)) }))
  return all
    .filter(({ body }) => body.go[0].args.id === id)
    .map(({ dedupeKey, body: { message, go } }) => ({ dedupeKey, message, go: go[0] }))
}
const words = async (name: string, id: string) => (await told(name, id)).map(({ message }) => message.text)
const nameOf = async (id: string) => {
  const { code, title } = await world.stored(id)
  return t('records.name', { thing: t('toy.thing'), code, title, unit: 'UBND phường Một' })
}

describe('at the gate', () => {
  it('every head of the unit is told once that it waits for them, who sends it is not', async () => {
    const id = await world.handIn('Đầu mối P1')
    const gate = { heads: 1, isAboutHead: false }
    expect([await asked('Đầu mối P1', id), await asked('Đầu mối P1', id)]).toEqual([gate, gate])
    expect(await told('Thủ trưởng P1', id)).toEqual([
      {
        dedupeKey: `record:gate:${id}:1:${world.idOf('Thủ trưởng P1')}`,
        message: {
          text: t('records.told.gate', { who: 'Đầu mối P1', name: await nameOf(id) }),
          words: [t('records.open')],
        },
        go: { to: 'record.show', args: { kind: 'toy', id } },
      },
    ])
    for (const name of ['Đầu mối P1', 'Thủ trưởng P2']) expect(await told(name, id)).toEqual([])
    const own = await world.handIn('Thủ trưởng P1', {}, { ...toy, isAlwaysGated: true })
    expect(await asked('Thủ trưởng P1', own)).toEqual(gate)
    expect(await told('Thủ trưởng P1', own)).toEqual([])
  })

  it('nobody is asked about what concerns themselves, nor who holds the right elsewhere than in their unit', async () => {
    const id = await world.handIn('Đầu mối P1')
    const aboutWhom = async (_: unknown, ids: readonly string[]) =>
      new Map(ids.map(one => [one, world.idOf('Thủ trưởng P1')]))
    expect(await asked('Đầu mối P1', id, { ...toy, aboutWhom })).toEqual({ heads: 0, isAboutHead: true })
    const approve = right('toy.approve', { HEAD: 'own', CLERK: 'mine' })
    const kind = { ...toy, rights: { ...toy.rights, approve } }
    expect(await asked('Cán bộ', id, { ...kind, aboutWhom })).toEqual({ heads: 0, isAboutHead: true })
    for (const name of ['Đầu mối P1', 'Thủ trưởng P1']) expect(await told(name, id)).toEqual([])
    expect(await asked('Cán bộ', id, kind)).toEqual({ heads: 1, isAboutHead: false })
    expect(await asked('Cán bộ', id, { ...toy, rights: { write: toy.rights.write } })).toMatchObject({ heads: 0 })
  })
})

describe('a move is told', () => {
  it('to whose it is and to who let it through, not to who made it', async () => {
    const id = await world.handIn('Đầu mối P1')
    expect(await decided('Thủ trưởng P1', id, 'approve')).toEqual(['Đầu mối P1'])
    expect(await told('Thủ trưởng P1', id)).toEqual([])
    expect(await decided('Cán bộ', id, 'accept')).toEqual(['Đầu mối P1', 'Thủ trưởng P1'])
    const moveId = (await world.stored(id)).moves.at(-1)?.id
    const said = { who: 'Cán bộ', did: accept.did, name: await nameOf(id), state: toyTexts.states.ACCEPTED }
    const one = (name: string) => ({
      dedupeKey: `record:move:${moveId}:${world.idOf(name)}`,
      message: { text: t('records.told.moved', said), words: [t('records.open')] },
      go: { to: 'record.show', args: { kind: 'toy', id } },
    })
    expect(await told('Thủ trưởng P1', id)).toEqual([one('Thủ trưởng P1')])
    expect((await told('Đầu mối P1', id)).slice(1)).toEqual([one('Đầu mối P1')])
    expect(await told('Cán bộ', id)).toEqual([])
  })

  it('with its reason; what comes back, to its sender with the way to correct it', async () => {
    const id = await world.handIn('Đầu mối P1')
    await decided('Thủ trưởng P1', id, 'approve')
    await decided('Thủ trưởng P1', id, 'reopen', { reason: 'Xem lại' })
    expect((await words('Đầu mối P1', id)).at(-1)).toContain(t('records.atGate'))
    await decided('Thủ trưởng P1', id, 'approve')
    const marks = [{ field: 'title', reason: 'Tên chưa rõ' }]
    await world.as('Cán bộ', ctx => decideRecord(ctx, toy, id, { action: 'return', reason: 'Sửa lại', marks }))
    const reason = `Sửa lại\n${t('records.markLine', { label: t('toy.form.title.label'), reason: 'Tên chưa rõ' })}`
    const said = { who: 'Cán bộ', did: comesBack.did, name: await nameOf(id), state: toyTexts.states.RETURNED, reason }
    expect((await told('Đầu mối P1', id)).at(-1)).toMatchObject({
      message: { text: t('records.told.returned', said), words: [t('records.correct')] },
      go: { to: 'record.correct', args: { kind: 'toy', id } },
    })
    expect((await told('Thủ trưởng P1', id)).at(-1)).toMatchObject({
      message: { text: t('records.told.movedBecause', said), words: [t('records.open')] },
      go: { to: 'record.show' },
    })
    await decided('Cán bộ', id, 'reopen', { reason: 'Xem sót' })
    const back = { ...said, did: t('records.moves.reopen.did'), state: toyTexts.states.SENT, reason: 'Xem sót' }
    expect((await words('Đầu mối P1', id)).at(-1)).toBe(t('records.told.movedBecause', back))
    const kind = { ...toy, moves: { ...toy.moves, accept: { ...toy.moves.accept, asks: 'note' } } } as AnyKind
    await decided('Cán bộ', id, 'accept', { reason: 'Công văn 12', kind })
    const noted = { ...said, did: accept.did, state: toyTexts.states.ACCEPTED, reason: 'Công văn 12', note: 'Căn cứ' }
    expect((await words('Đầu mối P1', id)).at(-1)).toBe(t('records.told.movedNoting', noted))
  })

  it('to whose work it is and to who of the unit has corrected it, and to nobody who is not there any more', async () => {
    const kind = { ...toy, rights: { ...toy.rights, edit: right('toy.edit', { CLERK: 'own', HEAD: 'own' }) } }
    await world.join('Đầu mối hai', 'CLERK', 'P1')
    const id = await world.handIn('Đầu mối P1', {}, kind)
    await decided('Thủ trưởng P1', id, 'sendBack', { reason: 'Sửa lại', kind })
    await world.handIn('Đầu mối hai', { record: id, basedOn: 1 }, kind)
    expect(await decided('Thủ trưởng P1', id, 'approve', { kind })).toEqual(['Đầu mối hai', 'Đầu mối P1'])
    await world.store.prisma.person.update({
      where: { id: world.idOf('Đầu mối hai') },
      data: { erasedAt: world.clock.now() },
    })
    // Of the head who let it through, not of another who let an earlier version through.
    expect(await decided('Cán bộ', id, 'return', { reason: 'Sửa lại', kind })).toEqual(['Đầu mối P1', 'Thủ trưởng P1'])
    await world.join('Phó P1', 'HEAD', 'P1')
    await world.handIn('Đầu mối P1', { record: id, basedOn: 2 }, kind)
    await decided('Phó P1', id, 'approve', { kind })
    expect(await decided('Cán bộ', id, 'accept', { kind })).toEqual(['Đầu mối P1', 'Phó P1'])
  })

  it('to who has taken the place of its sender where they may write it, and not of what is personal', async () => {
    const id = await world.handIn('Đầu mối P1')
    const standsIn = async (name: string, role: 'CLERK' | 'OFFICIAL') => {
      const personId = await world.join(name, role, 'P1')
      await world.store.prisma.roleAssignment.updateMany({
        where: { personId },
        data: { inPlaceOf: world.idOf('Đầu mối P1') },
      })
    }
    await standsIn('Thay đầu mối', 'CLERK')
    await standsIn('Thay việc khác', 'OFFICIAL')
    expect(await decided('Thủ trưởng P1', id, 'sendBack', { reason: 'Sửa lại' })).toEqual([
      'Đầu mối P1',
      'Thay đầu mối',
    ])
    expect((await told('Thay đầu mối', id)).at(-1)).toMatchObject({ go: { to: 'record.correct' } })
    await world.handIn('Đầu mối P1', { record: id, basedOn: 1 })
    expect(await decided('Thủ trưởng P1', id, 'approve')).toEqual(['Đầu mối P1', 'Thay đầu mối'])
    const rights = { ...toy.rights, edit: toy.rights.write, see: toy.moves.accept?.right }
    const kind = { ...toy, isPersonal: true, rights } as AnyKind
    expect(await decided('Cán bộ', id, 'accept', { kind })).toEqual(['Đầu mối P1', 'Thủ trưởng P1'])
    // Who has handed it in hears of it, whatever else they stand in for, and whatever they may write now.
    const other = await world.handIn('Đầu mối P1')
    await world.join('Thay việc khác', 'CLERK', 'P1')
    await decided('Thủ trưởng P1', other, 'sendBack', { reason: 'Sửa lại' })
    const corrected = { ...toy, rights: { ...toy.rights, edit: toy.rights.write } }
    await world.handIn('Thay việc khác', { record: other, basedOn: 1 }, corrected)
    await world.store.prisma.roleAssignment.updateMany({
      where: { personId: world.idOf('Thay việc khác'), role: 'CLERK' },
      data: { validTo: '2024-03-19' },
    })
    expect(await decided('Thủ trưởng P1', other, 'approve')).toEqual(['Thay việc khác', 'Đầu mối P1', 'Thay đầu mối'])
  })

  it('to the heads who were asked for their word, when it is withdrawn before they gave it', async () => {
    const withdraw = { from: ['NEW', 'SENT'], to: 'NEW', right: toy.rights.write, asks: 'reason', tone: 'bad' }
    const kind = { ...toy, moves: { ...toy.moves, withdraw } } as AnyKind
    const reason = 'Gửi nhầm'
    const atGate = await world.handIn('Đầu mối P2', { unit: 'P2' })
    expect(await decided('Đầu mối P2', atGate, 'withdraw', { kind, reason })).toEqual(['Thủ trưởng P2'])
    await world.join('Phó P2', 'HEAD', 'P2')
    const id = await world.handIn('Đầu mối P2', { unit: 'P2' })
    await decided('Phó P2', id, 'approve')
    expect(await decided('Đầu mối P2', id, 'withdraw', { kind, reason })).toEqual(['Phó P2'])
    const back = await world.handIn('Đầu mối P2', { unit: 'P2' })
    await decided('Phó P2', back, 'sendBack', { reason: 'Sửa lại' })
    expect(await decided('Đầu mối P2', back, 'withdraw', { kind, reason })).toEqual([])
    const { approve: _, ...rights } = toy.rights
    expect(await decided('Đầu mối P2', back, 'withdraw', { kind: { ...kind, rights }, reason })).toEqual([])
  })

  it('with the reason of the whole first, then each marked question with its own', () => {
    const marks = [
      { field: 'title', reason: 'Tên chưa rõ' },
      { field: 'story', reason: 'Quá ngắn' },
    ]
    const version = { form: 'toy', formVersion: 1 }
    const lines = ['• Tên: Tên chưa rõ', '• Câu chuyện: Quá ngắn']
    expect(reasonLines(t, toy, version, 'Sửa lại', marks)).toBe(['Sửa lại', ...lines].join('\n'))
    expect(reasonLines(t, toy, version, '', marks)).toBe(['', ...lines].join('\n'))
    expect(reasonLines(t, toy, version, 'Sửa lại', [])).toBe('Sửa lại')
  })
})
