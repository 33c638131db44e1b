import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decision } from '../../src/people/right.ts'
import { follow } from '../../src/records/follow.ts'
import { decideRecord, isTakenBack, lastMove, movesFor, subjectOf } from '../../src/records/move.ts'
import { recordsGoOn } from '../../src/records/succession.ts'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
})
afterAll(() => world.close())

const offered = (name: string, id: string, kind = toy) =>
  world.as(name, async ctx =>
    (await movesFor(ctx, kind, await ctx.tx.record.findUniqueOrThrow({ where: { id } }))).map(one => one.name),
  )
const takenBack = (name: string, id: string, action: string, kind = toy) =>
  world.as(name, async ctx => isTakenBack(ctx, kind, await ctx.tx.record.findUniqueOrThrow({ where: { id } }), action))
const decided = (name: string, id: string, action: string, reason = '') =>
  world.as(name, ctx => decideRecord(ctx, toy, id, { action, reason, marks: [] }))
const told = async (name: string) => (await world.notices(name)).map(({ message }) => message.text)
const passed = async (id: string) => (await world.stored(id)).versions.map(({ passedAt }) => passedAt !== null)

describe('a move', () => {
  it('of a record that is not there, is of another kind or is not seen tells that there is none', async () => {
    const id = await world.handIn('Đầu mối P1')
    const gone = { ok: false, say: t('records.gone') }
    const other = { ...toy, name: 'launch' }
    expect(await world.move('Thủ trưởng P1', id, 'approve', { kind: other })).toEqual(gone)
    expect(await world.move('Thủ trưởng P1', '00000000-0000-4000-8000-000000000000', 'approve')).toEqual(gone)
    expect(await world.move('Thủ trưởng P1', 'x', 'approve')).toEqual(gone)
    expect(await world.move('Thủ trưởng P2', id, 'approve')).toEqual(gone)
    expect(await world.move('Cán bộ', id, 'accept')).toEqual(gone)
    expect(await world.move('Đầu mối P1', id, 'approve')).toEqual({ ok: false, say: t('records.notYours') })
    expect(await passed(id)).toEqual([false])
  })

  it('is open to the agency in whose field the record lies, where the kind says so', async () => {
    await world.join('Đầu mối ngành', 'FOCAL', 'TCKH')
    const decide = decision('toy.decide', { FOCAL: 'field' })
    const kind = {
      ...{ ...toy, agencies: () => ['TCKH'], rights: { ...toy.rights, see: decide } },
      moves: {
        accept: { from: ['SENT'], to: 'ACCEPTED', right: decide, asks: 'nothing' as const, tone: 'good' as const },
      },
    }
    const id = await world.handIn('Đầu mối P1')
    await world.move('Thủ trưởng P1', id, 'approve')
    const notYours = { ok: false, say: t('records.notYours') }
    expect(await world.move('Đầu mối ngành', id, 'accept')).toEqual(notYours)
    expect(await world.move('Đầu mối ngành', id, 'accept', { kind: { ...kind, agencies: () => [] } })).toEqual(notYours)
    expect((await world.move('Đầu mối ngành', id, 'accept', { kind })).ok).toBe(true)
    const subject = await world.as('Cán bộ', async ctx =>
      subjectOf(ctx, kind, await ctx.tx.record.findUniqueOrThrow({ where: { id } })),
    )
    expect(subject).toEqual({ unitCode: 'P1', authorId: world.idOf('Đầu mối P1'), focalAgencies: ['TCKH'] })
    // Seen by nothing else than its field.
    const personal = { ...kind, isPersonal: true as const }
    const after = await world.move('Đầu mối ngành', id, 'accept', { kind: personal })
    expect(after.ok ? '' : after.say).toContain('Xe gỗ')
    expect(await world.move('Thủ trưởng P1', id, 'accept', { kind: personal })).toEqual({
      ok: false,
      say: t('records.gone'),
    })
  })

  it('marks the version that passed, and no longer once that is taken back; what passed before stays', async () => {
    const id = await world.handIn('Đầu mối P1')
    await world.move('Thủ trưởng P1', id, 'approve')
    const [{ passedAt } = { passedAt: null }] = (await world.stored(id)).versions
    expect(passedAt).not.toBeNull()
    const returned = await world.move('Cán bộ', id, 'return', { marks: [{ field: 'title', reason: 'Tên' }] })
    expect(returned).toMatchObject({ ok: true, reason: '', marks: [{ field: 'title' }], asks: 'return' })
    expect((await world.stored(id)).versions[0]?.passedAt).toEqual(passedAt)
    await world.handIn('Đầu mối P1', { record: id, basedOn: 1, title: 'Xe sắt' })
    expect(await passed(id)).toEqual([true, false])
    await world.move('Thủ trưởng P1', id, 'approve')
    expect(await passed(id)).toEqual([true, true])
    expect((await world.stored(id)).versions[0]?.passedAt).toEqual(passedAt)
    expect((await world.move('Thủ trưởng P1', id, 'reopen', { reason: 'Xem sót' })).ok).toBe(true)
    expect(await passed(id)).toEqual([true, false])
    expect(await world.stored(id)).toMatchObject({ passedVersion: 1, state: 'RETURNED', waitsFor: 'toy.approve' })
  })

  it('needs a reason where it asks for one, blanks around it not counted and not kept', async () => {
    const id = await world.handIn('Đầu mối P1')
    const needed = { ok: false, say: t('records.reasonNeeded') }
    expect(await world.move('Thủ trưởng P1', id, 'sendBack', { reason: ' bốn.   ' })).toEqual(needed)
    expect(await world.move('Thủ trưởng P1', id, 'sendBack', { reason: '  năm ạ  ' })).toMatchObject({
      reason: 'năm ạ',
    })
    expect((await world.stored(id)).moves.at(-1)?.reason).toBe('năm ạ')
    const noted = { ...toy.moves, accept: { ...toy.moves.accept, asks: 'note' as const } } as typeof toy.moves
    const other = await world.handIn('Đầu mối P1')
    await world.move('Thủ trưởng P1', other, 'approve')
    const kind = { ...toy, moves: noted }
    expect(await world.move('Cán bộ', other, 'accept', { kind })).toEqual({ ok: false, say: t('records.noteNeeded') })
    expect(await world.move('Cán bộ', other, 'accept')).toMatchObject({ ok: true, asks: 'nothing' })
  })

  it('is not made against what the kind says, and not taken back while something rests on it', async () => {
    const id = await world.handIn('Đầu mối P1')
    const asked: string[] = []
    const hooks = {
      beforeMove: async (_: unknown, __: unknown, move: string) => (move === 'approve' ? 'Chưa đến lúc' : null),
      restsOn: async () => 'một bảng số liệu',
      afterMove: async (_: unknown, { state }: { state: string }, move: string) => void asked.push(`${move} ${state}`),
    }
    const kind = { ...toy, hooks }
    expect(await world.move('Thủ trưởng P1', id, 'approve', { kind })).toEqual({ ok: false, say: 'Chưa đến lúc' })
    expect(asked).toEqual([])
    await world.move('Thủ trưởng P1', id, 'approve')
    expect((await world.move('Cán bộ', id, 'accept', { kind })).ok).toBe(true)
    expect(asked).toEqual(['accept ACCEPTED'])
    const reason = 'Xem sót một điểm'
    const rests = { ok: false, say: t('records.restsOn', { what: 'một bảng số liệu' }) }
    expect(await world.move('Cán bộ', id, 'reopen', { kind, reason })).toEqual(rests)
    const nothing = { ...toy, hooks: { restsOn: async () => null } }
    expect((await world.move('Cán bộ', id, 'reopen', { kind: nothing, reason })).ok).toBe(true)
    await world.move('Cán bộ', id, 'accept')
    expect((await world.move('Cán bộ', id, 'reopen', { kind: { ...toy, hooks: {} }, reason })).ok).toBe(true)
  })

  it('may be taken back at once by who decides on it, and not what was taken back', async () => {
    const id = await world.handIn('Đầu mối P1')
    expect(await takenBack('Thủ trưởng P1', id, 'handIn')).toBe(false)
    await world.move('Thủ trưởng P1', id, 'approve')
    expect(await takenBack('Thủ trưởng P1', id, 'approve')).toBe(true)
    expect(await takenBack('Cán bộ', id, 'approve')).toBe(false)
    expect(await takenBack('Thủ trưởng P1', id, 'reopen')).toBe(false)
    await world.move('Cán bộ', id, 'accept')
    const moves = { ...toy.moves, praise: { ...toy.moves.accept, from: ['ACCEPTED'] } } as typeof toy.moves
    expect(await takenBack('Cán bộ', id, 'accept', { ...toy, moves })).toBe(true)
  })

  it('is told in words to who made it, with where the record stands for those inside, and to those concerned', async () => {
    const id = await world.handIn('Đầu mối P1', { title: 'Tò he' })
    const { code } = await world.stored(id)
    const name = t('records.name', { thing: t('toy.thing'), code, title: 'Tò he', unit: 'UBND phường Một' })
    const undo = { action: 'reopen', reason: t('records.undone') }
    const before = await told('Đầu mối P1')
    expect(await decided('Cán bộ', id, 'approve')).toEqual({ ok: false, say: t('records.gone') })
    expect(await told('Đầu mối P1')).toEqual(before)
    const state = t('toy.states.SENT')
    expect(await decided('Thủ trưởng P1', id, 'approve')).toEqual({
      ok: true,
      say: t('records.done', { did: t('records.moves.approve.did'), name, state }),
      becomes: t('records.becomes', { name, state }),
      told: ['Đầu mối P1'],
      undo,
    })
    const moved = { who: 'Thủ trưởng P1', did: t('records.moves.approve.did'), name, state }
    expect((await told('Đầu mối P1')).slice(before.length)).toEqual([t('records.told.moved', moved)])
    const atGate = t('records.atGate')
    expect(await decided('Thủ trưởng P1', id, undo.action, undo.reason)).toEqual({
      ok: true,
      say: t('records.done', { did: t('records.moves.reopen.did'), name, state: atGate }),
      becomes: t('records.becomes', { name, state: atGate }),
      told: ['Đầu mối P1'],
    })
  })

  it('that stays among what counts leaves what is owed since as it is', async () => {
    const id = await world.handIn('Thủ trưởng P2', { unit: 'P2' })
    const duty = await world.owe('P2', 'D02', [], '2024-03-19')
    expect(await world.move('Cán bộ', id, 'accept')).toMatchObject({ ok: true, record: { isLate: false } })
    const owed = await world.store.prisma.obligation.findUniqueOrThrow({ where: { id: duty } })
    expect(owed).toMatchObject({ state: 'OPEN', recordId: null })
  })

  it('judges lateness once, by what reached the office first', async () => {
    const id = await world.handIn('Đầu mối P1')
    await world.move('Thủ trưởng P1', id, 'approve')
    await world.move('Cán bộ', id, 'return', { reason: 'Sửa lại' })
    const duty = await world.owe('P1', 'D02', [], '2024-03-19')
    await world.handIn('Đầu mối P1', { record: id, basedOn: 1 })
    expect(await world.move('Thủ trưởng P1', id, 'approve')).toMatchObject({ ok: true, record: { isLate: false } })
    const owed = await world.store.prisma.obligation.findUniqueOrThrow({ where: { id: duty } })
    expect(owed).toMatchObject({ state: 'MET', isLate: true, recordId: id })
  })

  it('comes after the last that somebody made of this record, whatever became of its unit', async () => {
    const id = await world.handIn('Đầu mối P1')
    await world.move('Thủ trưởng P1', id, 'approve')
    const other = await world.handIn('Đầu mối P1')
    const last = () => world.as('Cán bộ', async ctx => (await lastMove(ctx.tx, id))?.action)
    expect(await last()).toBe('approve')
    await world.as('Cán bộ', ctx => recordsGoOn(ctx, [toy], { from: 'P1', to: 'P2', ids: [id] }))
    expect(await last()).toBe('approve')
    expect((await world.stored(id)).moves.at(-1)?.action).toBe('goOn')
    expect(await offered('Thủ trưởng P2', id)).toEqual(['reopen'])
    expect(await offered('Thủ trưởng P1', other)).toEqual(['approve', 'sendBack'])
    await world.as('Cán bộ', ctx => follow(ctx, toy, id, 'ACCEPTED'))
    const followed = await world.move('Cán bộ', id, 'accept')
    expect(followed.ok ? '' : followed.say).toMatch(
      new RegExp(`^${t('roles.SYSTEM')} ${t('records.moves.follow.did')} `),
    )
  })

  it('is offered to whom the record is about only where it takes it back', async () => {
    const id = await world.handIn('Đầu mối P1')
    const kind = {
      ...toy,
      aboutWhom: async (_: unknown, ids: readonly string[]) =>
        new Map(ids.map(one => [one, world.idOf('Thủ trưởng P1')])),
    }
    expect(await offered('Thủ trưởng P1', id)).toEqual(['approve', 'sendBack'])
    expect(await offered('Thủ trưởng P1', id, kind)).toEqual(['sendBack'])
    const ofOther = { ...toy, aboutWhom: async () => new Map([[id, world.idOf('Đầu mối P1')]]) }
    expect(await offered('Thủ trưởng P1', id, ofOther)).toEqual(['approve', 'sendBack'])
  })

  it('that is not open any more tells who was first, when, and what it is called only to who sees that', async () => {
    const id = await world.handIn('Đầu mối P1', { title: 'Tên của bản một' })
    await world.move('Thủ trưởng P1', id, 'approve')
    await world.move('Cán bộ', id, 'return', { reason: 'Chưa đúng mẫu' })
    const { code, moves } = await world.stored(id)
    const at = moves.at(-1)?.at.toISOString() ?? ''
    const first = await world.move('Cán bộ', id, 'accept')
    const say = first.ok ? '' : first.say
    for (const part of ['Tên của bản một', 'Cán bộ', 'đã trả lại', at]) expect(say).toContain(part)
    await world.handIn('Đầu mối P1', { record: id, basedOn: 1, title: 'Tên của bản hai' })
    const hidden = await world.move('Cán bộ', id, 'accept')
    const told = hidden.ok ? '' : hidden.say
    for (const part of [code, 'Đầu mối P1', t('records.moves.handIn.did')]) expect(told).toContain(part)
    expect(told).not.toMatch(/Tên của bản/)
    const inside = await world.move('Thủ trưởng P1', id, 'accept')
    for (const part of ['Tên của bản hai', t('records.atGate')]) expect(inside.ok ? '' : inside.say).toContain(part)
  })
})
