import { readFile } from 'node:fs/promises'
import { join as path } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeName } from '../../../src/campaign/names.ts'
import { storedUnits } from '../../../src/campaign/stored-units.ts'
import { unitsReorganiseWork } from '../../../src/cli/units-reorganise.ts'
import { boardOf } from '../../../src/features/board/matrix.ts'
import { readAsked } from '../../../src/features/reorganisation/asked.ts'
import { personKey, placesOf } from '../../../src/features/reorganisation/places.ts'
import { preview, reorganise, takeBack } from '../../../src/features/reorganisation/reorganise.ts'
import { type Choices, noChoices } from '../../../src/features/reorganisation/stored.ts'
import { carriedInWords, sinceInWords } from '../../../src/features/reorganisation/words.ts'
import { projectRoot } from '../../../src/project-root.ts'
import { beat } from '../../../src/reminders/round/beat.ts'
import { newId } from '../../../src/store/new-id.ts'
import { asTrial } from '../../../src/store/trial.ts'
import { loadTexts } from '../../../src/texts.ts'
import type { Chat } from '../../support/chat.ts'
import { everything, kinds, type World, world } from './world.ts'

const file = path(projectRoot, 'prisma/units/sap-xep-uong-bi-2025-07-01.csv')
const t = loadTexts('vi')
const essay = ['Người dân phải chờ lâu', 'Trả kết quả tại nhà', 'Trước đây phải đến phường', 'Toàn phường']
const initiative = (title: string) => [
  title,
  '1',
  '2',
  ...essay,
  '01/4/2025',
  'Giảm nửa thời gian',
  'tất cả',
  'bỏ qua',
  'bỏ qua',
  '1',
]

let w: World
let chat: Record<string, Chat>
beforeAll(async () => {
  w = await world('2025-03-20T02:00:00Z')
  chat = {}
  for (const code of ['QT', 'TS', 'TV', 'VD']) {
    chat[`Đầu mối ${code}`] = await w.join(`Đầu mối ${code}`, 'CLERK', `UB-P-${code}`)
    chat[`Chủ tịch ${code}`] = await w.join(`Chủ tịch ${code}`, 'WARD_CHAIR', `UB-P-${code}`)
  }
  chat['Cán bộ'] = await w.join('Cán bộ', 'PNV', 'UB-NV')
  const launch = async (who: string) => {
    const of = chat[who]
    if (!of) throw new Error('nobody')
    await w.talk(of, 'phát động')
    await of.file('kh12.pdf')
    await w.store.prisma.storedFile.updateMany({ data: { state: 'STORED' } })
    await w.talk(of, 'xong', '12/KH-UBND', '20/3/2025', 'bỏ qua', '1')
  }
  await launch('Chủ tịch QT')
  await w.talk(chat['Chủ tịch TV'] as Chat, '/sangkien', ...initiative('Chợ không tiền mặt'))
  await w.talk(chat['Đầu mối TV'] as Chat, '/sangkien', 'Sổ tay tiếp dân điện tử', '1')
  w.clock.set('2025-06-25T02:00:00Z')
  await beat(w.system, 'me')
  w.clock.set('2025-07-01T01:30:00Z')
})
afterAll(() => w.store.close())

const ordered = async (choices: Choices = noChoices) =>
  w.as('Cán bộ', async ctx => {
    const form = new FormData()
    form.set('tep', new File([await readFile(file)], 'sap-xep.csv'))
    const asked = await readAsked(ctx, form)
    if (!asked.ok) throw new Error(asked.problems.join('\n'))
    return { ...asked.ordered, choices }
  })
const by = () => ({ id: w.idOf('Cán bộ'), role: 'PNV' as const })
const codesOn = async (day: string) =>
  (await storedUnits(w.store.prisma))
    .filter(
      unit => (unit.validFrom ?? '') <= day && day <= (unit.validTo ?? '9999') && /^(UB-[PX]-|QN-P-)/.test(unit.code),
    )
    .map(({ code }) => code)
    .filter(code => !code.endsWith('-MT'))

describe('the first of July 2025 in Uông Bí', () => {
  it('is seen before: who and what goes where, and what must be chosen', async () => {
    const before = await everything(w.store.prisma)
    const order = await ordered()
    const lines = await w.as('Cán bộ', async ctx => {
      const seen = await preview(ctx, kinds, order)
      if (!seen.ok) throw new Error(JSON.stringify(seen.faults))
      const told = carriedInWords(t, seen.carried).flatMap(({ heading, lines: of }) => [
        heading,
        ...of.map(line => `  ${line}`),
      ])
      return [sinceInWords(t, order.what), ...told].join('\n')
    })
    await expect(`${lines}\n`).toMatchFileSnapshot('../../golden/reorganisation-2025-07-01.txt')
    expect(await everything(w.store.prisma)).toEqual(before)
  })

  it('lets who has taken somebody’s place since it was chosen go where these would have gone', async () => {
    const [left, came] = [w.idOf('Đầu mối TV'), w.idOf('Đầu mối TS')]
    const { what } = await ordered()
    const choices = { ...noChoices, people: { [personKey('UB-P-TV', left)]: 'QN-P-UB' } }
    const places = await w.as('Cán bộ', ctx =>
      asTrial(ctx.tx, async () => {
        await ctx.tx.roleAssignment.updateMany({ where: { personId: left }, data: { validTo: '2025-06-01' } })
        const of = { unitCode: 'UB-P-TV', role: 'CLERK' as const, position: '', validFrom: '2025-06-02' }
        await ctx.tx.roleAssignment.create({ data: { id: newId(ctx.now), personId: came, inPlaceOf: left, ...of } })
        return placesOf(ctx, kinds, what, choices)
      }),
    )
    const going = places.people.filter(({ from }) => from === 'UB-P-TV')
    expect(going.find(({ personId }) => personId === came)?.to).toBe('QN-P-UB')
    expect(going.some(({ personId }) => personId === left)).toBe(false)
  })

  it('comes by file as it comes on the desk', async () => {
    const { output } = await unitsReorganiseWork(w.system, { file })
    const golden = await readFile(path(projectRoot, 'test/golden/reorganisation-2025-07-01.txt'), 'utf8')
    expect(String(output)).toBe(`${golden}${t('reorganisation.cli.preview')}\n`)
  })

  it('is undone within a day, exactly, and carried out again; everybody is told once each way', async () => {
    const before = await everything(w.store.prisma)
    const order = await ordered()
    const done = await w.as('Cán bộ', ctx => reorganise(ctx, kinds, order, by()))
    if (!done.ok) throw new Error('refused')
    expect(await everything(w.store.prisma)).not.toEqual(before)
    const undone = await w.as('Cán bộ', ctx => takeBack(ctx, done.id, by()))
    expect(undone).toEqual({ ok: true })
    const after = await everything(w.store.prisma)
    for (const name of Object.keys(before)) expect([name, after[name]]).toEqual([name, before[name]])
    expect((await w.as('Cán bộ', ctx => takeBack(ctx, done.id, by()))).ok).toBe(true)
  })

  it('moves people, open records, drafts and what is owed, as was chosen; the past stays', async () => {
    const tv = w.idOf('Đầu mối TV')
    const order = await ordered({ ...noChoices, people: { [personKey('UB-P-TV', tv)]: 'QN-P-UB' } })
    const sums = await total()
    const done = await w.as('Cán bộ', ctx => reorganise(ctx, kinds, order, by()))
    if (!done.ok) throw new Error('refused')
    expect(await codesOn('2025-06-30')).toHaveLength(10)
    expect((await codesOn('2025-07-01')).filter(code => /^QN-P-[A-Z]+$/.test(code))).toEqual([
      'QN-P-UB',
      'QN-P-VD',
      'QN-P-YTU',
    ])
    const roles = await w.store.prisma.roleAssignment.findMany({
      where: { personId: tv },
      orderBy: { validFrom: 'asc' },
    })
    expect(roles.map(({ unitCode, validTo }) => [unitCode, validTo])).toEqual([
      ['UB-P-TV', '2025-06-30'],
      ['QN-P-UB', null],
    ])
    expect((await w.store.prisma.record.findFirstOrThrow({ where: { kind: 'initiative' } })).unitCode).toBe('QN-P-VD')
    expect((await w.store.prisma.draft.findFirstOrThrow({ where: { personId: tv } })).params).toMatchObject({
      unit: 'QN-P-UB',
    })
    const resumed = await w.talk(chat['Đầu mối TV'] as Chat, 'xem lại')
    expect(resumed.text).not.toContain('Anh/chị về đơn vị nào')
    expect(await total()).toEqual(sums)
    const names = await w.as('Cán bộ', async ({ campaign }) =>
      ['2025-06-30', '2025-07-01'].map(day => officeName(campaign, day)),
    )
    expect(names).toEqual(['Phòng Nội vụ', 'Phòng Văn hóa - Xã hội'])
    const keys = await w.store.prisma.outbox.findMany({
      where: { dedupeKey: { startsWith: `reorganisation:${done.id}:` } },
    })
    expect(new Set(keys.map(({ accountId }) => accountId)).size).toBe(9)
    expect(keys).toHaveLength(9)
  })

  it('cannot be undone once a new unit has handed something in, and says on what it rests', async () => {
    const [stored] = await w.store.prisma.reorganisation.findMany({ where: { undoneAt: null } })
    await w.talk(chat['Chủ tịch QT'] as Chat, '/sangkien', ...initiative('Trả kết quả tại nhà dân'))
    const before = await everything(w.store.prisma)
    const undone = await w.as('Cán bộ', ctx => takeBack(ctx, stored?.id ?? '', by()))
    expect(undone).toMatchObject({ ok: false, why: 'rests', rests: [{ what: 'obligation', count: 1 }] })
    expect(await everything(w.store.prisma)).toEqual(before)
    w.clock.set('2025-07-03T02:00:00Z')
    expect(await w.as('Cán bộ', ctx => takeBack(ctx, stored?.id ?? '', by()))).toEqual({ ok: false, why: 'tooLate' })
  })
})

/** All figures of the year that count, target by target. */
async function total(): Promise<Record<string, string>> {
  return w.as('Cán bộ', async ctx => {
    const { rows } = await boardOf(ctx, { period: '2025', day: null })
    const sums = new Map<string, bigint>()
    for (const { cells } of rows)
      for (const { target, figure } of cells)
        if (figure?.numerator) sums.set(target.code, (sums.get(target.code) ?? 0n) + BigInt(figure.numerator))
    return Object.fromEntries([...sums].map(([code, sum]) => [code, String(sum)]))
  })
}
