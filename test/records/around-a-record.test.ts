import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../src/contract/feature.ts'
import { decision } from '../../src/people/right.ts'
import { authorGoesOn } from '../../src/records/author.ts'
import { cameIn } from '../../src/records/came-in.ts'
import { countsInOf } from '../../src/records/counts-in.ts'
import type { AnyKind } from '../../src/records/kind.ts'
import { lookAt } from '../../src/records/looking.ts'
import { mayReadFile } from '../../src/records/may-read-file.ts'
import { handIn, reopen } from '../../src/records/meeting.ts'
import { addReason, keptReasons, reasonsOffered, removeReason } from '../../src/records/reason-texts.ts'
import { newId } from '../../src/store/new-id.ts'
import { type ToyWorld, t, toy, toyWorld } from './toy-world.ts'

let world: ToyWorld
beforeAll(async () => {
  world = await toyWorld()
  await world.join('Cán bộ hai', 'PNV', 'NV')
})
afterAll(() => world.close())

const inUnit = (unit: string, name = `Đầu mối ${unit}`) => world.handIn(name, { unit })
const passed = async (unit: string) => {
  const id = await inUnit(unit)
  await world.move(`Thủ trưởng ${unit}`, id, 'approve')
  return id
}

describe('reasons', () => {
  const offered = (name: string, kind = 'toy') => world.as(name, ctx => reasonsOffered(ctx, kind))
  const add = (kind: string, text: string) => world.as('Cán bộ', ctx => addReason(ctx, kind, text))

  it('are kept for one kind or for all, each once, and written down as somebody’s doing', async () => {
    const added = [await add('', 'Thiếu chữ ký'), await add('toy', 'Ảnh mờ'), await add('toy', 'Ảnh mờ')]
    expect(added).toEqual([true, true, false])
    expect([await add('toy', 'Thiếu chữ ký'), await add('launch', 'Thiếu số')]).toEqual([true, true])
    const kept = await world.as('Cán bộ', keptReasons)
    const own = kept.filter(({ text }) => ['Thiếu chữ ký', 'Ảnh mờ', 'Thiếu số'].includes(text))
    expect(own.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      ...[': Thiếu chữ ký', 'launch: Thiếu số', 'toy: Ảnh mờ', 'toy: Thiếu chữ ký'],
    ])
    expect(own[0]).toMatchObject({ madeById: world.idOf('Cán bộ') })
    const [first, , , last] = own
    const remove = (id = '') => world.as('Cán bộ', ctx => removeReason(ctx, id))
    expect([await remove(last?.id), await remove(newId(world.clock.now()))]).toEqual([true, false])
    const audits = await world.store.prisma.audit.findMany({ orderBy: { id: 'asc' } })
    const who = { actorId: world.idOf('Cán bộ'), actorRole: 'PNV', subjectType: 'reasonText' }
    expect(audits.find(({ subjectId }) => subjectId === first?.id)).toMatchObject({ ...who, action: 'reasonText.add' })
    expect(audits.filter(({ action }) => action === 'reasonText.remove')).toMatchObject([
      { ...who, subjectId: last?.id },
    ])
  })

  it('offered are those kept for the kind, then those for all, then what this person wrote last', async () => {
    await add('toy', 'Tên chưa rõ')
    const data = { madeAt: new Date('2024-01-01') }
    await world.store.prisma.reasonText.updateMany({ where: { text: 'Tên chưa rõ' }, data })
    const ofAll = ['Tên chưa rõ', 'Ảnh mờ', 'Thiếu chữ ký']
    const ofToys = (await world.as('Cán bộ', keptReasons)).filter(({ kind }) => kind === 'toy')
    expect(ofToys.map(({ text }) => text)).toEqual(ofAll.slice(0, 2))
    expect((await offered('Cán bộ')).filter(text => ofAll.includes(text))).toEqual(ofAll)
    const kept = await offered('Cán bộ hai')
    expect(kept).not.toContain('Thiếu số')
    const id = await passed('P1')
    const write = async (name: string, ...reasons: string[]) => {
      for (const [nth, reason] of reasons.entries()) {
        const marks = [{ field: 'title', reason: 'Tên' }]
        const made = await world.move(name, id, nth % 2 === 0 ? 'return' : 'reopen', { reason, marks })
        expect(made.ok).toBe(true)
      }
    }
    await write('Cán bộ', 'Lý do một', 'Lý do hai', 'Ảnh mờ', 'Lý do ba', 'bốn.', 'Lý do hai', 'năm ạ', 'Lý do bốn')
    await world.move('Cán bộ', id, 'accept')
    const own = ['Lý do bốn', 'năm ạ', 'Lý do hai', 'Lý do ba', 'Lý do một']
    expect(await offered('Cán bộ')).toEqual([...kept, ...own])
    await world.move('Cán bộ', id, 'reopen', { reason: 'Lý do mới' })
    expect(await offered('Cán bộ')).toEqual([...kept, 'Lý do mới', ...own.slice(0, 4)])
    expect(await offered('Cán bộ hai')).toEqual(kept)
    expect(await offered('Cán bộ', 'launch')).not.toContain('Lý do mới')
  })
})

describe('what the head sent back', () => {
  const fileOf = async (name: string) => {
    const id = newId(world.clock.now())
    const stored = { id, name, state: 'STORED', channel: 'web', createdAt: world.clock.now() } as const
    await world.store.prisma.storedFile.create({ data: stored })
    return { id, name }
  }
  const reads = async (name: string, ids: readonly string[], kinds: readonly AnyKind[] = [toy]) => {
    const read = []
    for (const id of ids) read.push(await world.as(name, ctx => mayReadFile(ctx, kinds, id)))
    return read
  }

  it('stays within the unit once a later version has passed: its file, its answers, and why', async () => {
    const [first, second, third] = [await fileOf('một.pdf'), await fileOf('hai.pdf'), await fileOf('ba.pdf')]
    const sent = (title: string, file: object) => ({ title, answers: { pictures: [file] } })
    const id = await world.handIn('Đầu mối P1', sent('Bản một', first))
    await world.move('Thủ trưởng P1', id, 'sendBack', { reason: 'Chỉ nói trong đơn vị' })
    await world.handIn('Đầu mối P1', { record: id, basedOn: 1, ...sent('Bản hai', second) })
    const ids = [first.id, second.id, third.id, newId(world.clock.now())]
    expect(await reads('Cán bộ', ids)).toEqual([false, false, false, false])
    await world.move('Thủ trưởng P1', id, 'approve')
    await world.move('Cán bộ', id, 'return', { reason: 'Sửa lại tên' })
    expect(await reads('Cán bộ', ids)).toEqual([false, true, false, false])
    const look = (name: string) => world.as(name, ctx => lookAt(ctx, toy, id))
    expect(await look('Cán bộ')).toMatchObject({ changes: [], version: { version: 2 } })
    expect(JSON.stringify((await look('Cán bộ'))?.history)).not.toContain('Chỉ nói trong đơn vị')
    expect((await look('Thủ trưởng P1'))?.changes).toMatchObject([{ before: 'Bản một' }, {}])
    expect(JSON.stringify((await look('Thủ trưởng P1'))?.history)).toContain('Chỉ nói trong đơn vị')

    await world.handIn('Đầu mối P1', { record: id, basedOn: 2, ...sent('Bản ba', third) })
    expect(await reads('Cán bộ', ids)).toEqual([false, true, false, false])
    for (const name of ['Đầu mối P1', 'Thủ trưởng P1'])
      expect(await reads(name, ids)).toEqual([true, true, true, false])
    for (const name of ['Đầu mối P2', 'Thủ trưởng P2'])
      expect(await reads(name, ids)).toEqual([false, false, false, false])
    expect(await reads('Đầu mối P1', ids, [{ ...toy, name: 'khác' }])).toEqual([false, false, false, false])
  })
})

describe('where a record counts', () => {
  const counts = (id: string, kind: AnyKind = toy) =>
    world.as('Cán bộ', async ctx => {
      const { plan } = ctx.campaign
      const duties = plan.duties.map(duty => (duty.code === 'D02' ? { ...duty, name: 'Văn bản phát động' } : duty))
      const campaign = { ...ctx.campaign, plan: { ...plan, duties } }
      return countsInOf({ ...ctx, campaign }, kind, await ctx.tx.record.findUniqueOrThrow({ where: { id } }))
    })

  it('are the duties that it has met, in the order of their days, late or not, and what its kind says', async () => {
    const id = await passed('P2')
    const { prisma } = world.store
    expect(await counts(id)).toEqual([])
    const meets = (data: object) => ({ recordId: id, metAt: world.clock.now(), state: 'MET' as const, ...data })
    const owed = async (code: string, due: string, data: object, period = '') => {
      const duty = await world.owe('P2', code, [], due, undefined, period)
      await prisma.obligation.update({ where: { id: duty }, data: meets(data) })
    }
    await owed('gone', '2024-03-30', { isLate: true })
    await owed('D09', '2024-03-31', {}, '2024-Q1')
    await owed('D02', '2024-03-31', {})
    await owed('D03', '2024-03-31', { metAt: null, state: 'WITH_HEAD' })
    await owed('D04', '2024-03-31', { recordId: await passed('P2') })
    const words = [
      t('records.counts.dutyLate', { what: 'gone', due: '30/03/2024' }),
      t('records.counts.duty', { what: 'Văn bản phát động', due: '31/03/2024' }),
      t('records.counts.duty', {
        what: `D09 (${t('tasks.quarter', { quarter: 'I', year: 2024 })})`,
        due: '31/03/2024',
      }),
    ]
    expect(await counts(id)).toEqual(words.map(one => ({ words: one })))
    const kind = { ...toy, countsIn: () => [{ words: 'Bảng đồ chơi', page: '/bang' }] }
    expect((await counts(id, kind)).slice(3)).toEqual([{ words: 'Bảng đồ chơi', page: '/bang' }])
    await world.move('Cán bộ', id, 'return', { reason: 'Sửa lại' })
    expect(await counts(id, kind)).toEqual([])
    const { approve: _, ...rights } = toy.rights
    const atGate = await world.handIn('Đầu mối P1')
    await prisma.record.update({ where: { id: atGate }, data: { state: 'SENT' } })
    expect(await counts(atGate, { ...kind, rights })).toEqual([])
  })
})

describe('what came in', () => {
  const { accept, return: comesBack } = toy.moves
  const decidedBy = (powers: Parameters<typeof decision>[1], back = powers): AnyKind => ({
    ...toy,
    states: { ...toy.states, SENT: { tone: 'waiting', waits: ['accept', 'return'], counts: true } },
    moves: {
      accept: { ...accept, right: decision('toy.accept', powers) },
      return: { ...comesBack, right: decision('toy.return', back) },
    } as AnyKind['moves'],
  })

  it('is counted by when it was sent, and as waiting only where somebody beyond the unit must act', async () => {
    const from = world.clock.now()
    const counted = (kind: AnyKind, since = from) =>
      world.as('Cán bộ', ctx => cameIn([kind], ctx.tx, ctx.campaign, since, new Date(ctx.now.getTime() + 1)))
    await world.store.prisma.record.updateMany({ data: { waitsFor: null } })
    const all = decidedBy({ PNV: 'all' })
    const id = await world.handIn('Đầu mối P1', {}, all)
    expect(await counted(all)).toEqual({ submitted: 0, waiting: 0 })
    await world.move('Thủ trưởng P1', id, 'approve', { kind: all })
    expect(await counted(all)).toEqual({ submitted: 1, waiting: 1 })
    expect(await counted(all, world.clock.now())).toEqual({ submitted: 0, waiting: 1 })
    const within = [decidedBy({ HEAD: 'own' }), decidedBy({ HEAD: 'own', CLERK: 'mine' })]
    for (const kind of within) expect(await counted(kind)).toEqual({ submitted: 1, waiting: 0 })
    const beyond = [decidedBy({ HEAD: 'own', PNV: 'all' }), decidedBy({ HEAD: 'own' }, { FOCAL: 'field' })]
    for (const kind of beyond) expect(await counted(kind)).toEqual({ submitted: 1, waiting: 1 })
  })
})

describe('what is owed', () => {
  it('is reminded of no longer once it is met or with the head, and again once it comes back', async () => {
    const { prisma } = world.store
    const owed = [await world.owe('P1', 'D02', [], '2024-03-31'), await world.owe('P1', 'D03', ['C13'], '2024-03-31')]
    const [launch = '', target = ''] = owed
    await prisma.reminder.createMany({
      data: owed.map(obligationId => ({
        ...{ id: newId(world.clock.now()), obligationId, personId: world.idOf('Đầu mối P1'), step: 'T-7' },
        ...{ state: 'PLANNED' as const, plannedOn: '2024-03-24', at: world.clock.now() },
      })),
    })
    const item = { kind: 'launchDocument' } as const
    const handsIn = (ctx: Ctx, stage: 'MET' | 'WITH_HEAD') =>
      handIn(ctx.tx, ctx.campaign, { unitCode: 'P1', items: [{ item }], stage }, ctx.now, ctx.today)
    const handed = await world.as('Đầu mối P1', ctx => handsIn(ctx, 'WITH_HEAD'))
    expect(handed).toMatchObject({ isLate: false, obligations: [{ id: launch }] })
    const reminded = async (id: string) => (await prisma.reminder.findFirstOrThrow({ where: { obligationId: id } })).why
    expect([await reminded(launch), await reminded(target)]).toEqual(['withHead', null])
    await prisma.reminder.updateMany({ data: { state: 'PLANNED', why: null } })
    await world.as('Thủ trưởng P1', ctx => handsIn(ctx, 'MET'))
    expect([await reminded(launch), await reminded(target)]).toEqual(['met', null])
    await prisma.obligation.update({ where: { id: launch }, data: { nextReminderAt: world.clock.now() } })
    await world.as('Cán bộ', ctx =>
      reopen(ctx.tx, ctx.campaign, { unitCode: 'P1', item, recordId: newId(ctx.now) }, '2024-03-27'),
    )
    expect(await prisma.obligation.findUniqueOrThrow({ where: { id: launch } })).toMatchObject({
      ...{ state: 'OPEN', returnedOn: '2024-03-27', nextReminderAt: null },
    })
  })
})

describe('two rows of one human', () => {
  it('have one author of what either has handed in, and versions keep who wrote them', async () => {
    await world.join('Tên cũ', 'CLERK', 'P1')
    const [own, other] = [await inUnit('P1', 'Tên cũ'), await inUnit('P1')]
    const others = { where: { authorId: world.idOf('Đầu mối P1') } }
    const before = await world.store.prisma.record.count(others)
    const kept = world.idOf('Đầu mối P2')
    await world.as('Cán bộ', ctx => authorGoesOn(ctx.tx, world.idOf('Tên cũ'), kept))
    expect(await world.stored(own)).toMatchObject({ authorId: kept, versions: [{ authorId: world.idOf('Tên cũ') }] })
    expect((await world.stored(other)).authorId).toBe(world.idOf('Đầu mối P1'))
    expect(await world.store.prisma.record.count(others)).toBe(before)
  })
})
