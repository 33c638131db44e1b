import { afterAll, beforeAll, expect, it } from 'vitest'
import { features } from '../../../src/features/list.ts'
import { heldOfReorganisations } from '../../../src/features/reorganisation/held.ts'
import { joinedRows } from '../../../src/features/roles/joined-rows.ts'
import { newCalendarAddress, ownerOfCalendar } from '../../../src/people/calendar-address.ts'
import { savedViewsOf, saveView } from '../../../src/people/saved-views.ts'
import { newId } from '../../../src/store/new-id.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'

const room = features.flatMap(({ rooms = [] }) => rooms).find(({ path }) => path === 'con-nguoi')

let world: PlanWorld
beforeAll(async () => {
  world = await planWorld('2024-03-20T02:00:00Z')
  await world.join('Cán bộ', 'PNV', 'UB-NV')
})
afterAll(() => world.close())

/** A person whose chat account is `account`, and another of the same name who came in before. */
async function twice(account: string): Promise<{ kept: string; other: string }> {
  const kept = await world.join(account, 'CLERK', 'UB-P-QT')
  const other = await world.join(`${account} (cũ)`, 'OFFICIAL', 'UB-P-QT')
  await world.store.prisma.person.update({ where: { id: other }, data: { fullName: account } })
  return { kept, other }
}

async function join({ kept, other }: { kept: string; other: string }): Promise<boolean> {
  return world.as('Cán bộ', async ctx => {
    const form = new FormData()
    form.set('viec', 'nhap')
    form.set('kia', other)
    const asked = { rest: kept, search: new URLSearchParams(), form, address: 'http://x/desk/con-nguoi', csrf: 'c' }
    const answer = await room?.answer(ctx, asked)
    return answer !== null && answer !== undefined && 'goTo' in answer && answer.isGood
  })
}

it('knows of every column that points at a person', async () => {
  const rows = await world.store.prisma.$queryRaw<{ place: string }[]>`
    SELECT r.relname || '.' || a.attname AS place FROM pg_attribute a
    JOIN pg_class r ON r.oid = a.attrelid AND r.relkind = 'r' AND r.relnamespace = current_schema()::regnamespace
    WHERE a.attnum > 0 AND NOT a.attisdropped AND a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype) AND (
      a.attname ~ '(^|_)(person_ids?|by_id|author_id|actor_id)$' OR EXISTS (
        SELECT FROM pg_constraint k WHERE k.conrelid = r.oid AND a.attnum = ANY(k.conkey)
          AND k.confrelid = (SELECT oid FROM pg_class p WHERE p.relname = 'person' AND p.relnamespace = r.relnamespace)))`
  // Within a JSON value, or a key, an id may stand as well.
  const inside = await world.store.prisma.$queryRaw<{ place: string }[]>`
    SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE table_schema = current_schema()
      AND (data_type = 'jsonb' OR (column_name = 'key' AND table_name IN ('record', 'draft')))`
  expect([...rows, ...inside].map(({ place }) => place).sort()).toEqual(Object.keys(joinedRows).sort())
})

it('who was chosen to go where on a day to come is the row that stays; nobody once they have gone; what was carried out stands as it was', async () => {
  const both = await twice('Hai Lần Bốn')
  const { prisma } = world.store
  const what = { effectiveOn: '2024-07-01', document: '1/NQ', arrows: [], newUnits: [] }
  const at = world.clock.now()
  const keep = (doneAt: Date | null) =>
    prisma.reorganisation.create({
      data: {
        ...{ id: newId(world.clock.now()), effectiveOn: '2024-07-01', document: '1/NQ', at, doneAt },
        content: { what, choices: { people: { [`UB-P-TV:${both.other}`]: 'UB-P-QT' }, drafts: {}, records: {} } },
      },
    })
  const [planned, done] = [await keep(null), await keep(at)]
  expect(await join(both)).toBe(true)
  const text = async (id: string) =>
    JSON.stringify((await prisma.reorganisation.findUnique({ where: { id } }))?.content)
  expect(await text(planned.id)).toContain(`UB-P-TV:${both.kept}`)
  expect(await text(done.id)).toContain(`UB-P-TV:${both.other}`)
  const erasure = {
    ...{ personId: both.kept, accountIds: [], accountInHand: '', fullName: 'Hai Lần Bốn', givenName: 'Bốn' },
    ...{ pseudonym: '', neutralFileName: () => '', now: at, today: '2024-03-20' },
  }
  await inTransaction(prisma, async tx => heldOfReorganisations.erase?.(tx, erasure))
  expect(await text(planned.id)).not.toContain(both.kept)
})

it('what somebody reported of themselves is corrected, not reported again, by the row that stays; a draft goes on as theirs', async () => {
  const both = await twice('Hai Lần Năm')
  await world.talk('Hai Lần Năm (cũ)', '/ketqua', '1', 'Đã hoàn thành đúng hạn các việc được giao.', 'bỏ qua', '1')
  await world.talk('Hai Lần Năm (cũ)', '/ketqua', '2')
  const { prisma } = world.store
  const reported = await prisma.record.findFirstOrThrow({ where: { kind: 'result', authorId: both.other } })
  expect(reported.key).toContain(both.other)
  expect(await join(both)).toBe(true)
  const now = await prisma.record.findUniqueOrThrow({ where: { id: reported.id } })
  expect(now).toMatchObject({ authorId: both.kept, key: reported.key?.replace(both.other, both.kept) })
  const [open] = await prisma.draft.findMany({ where: { personId: both.kept, form: 'result', state: 'OPEN' } })
  expect(open?.params).toMatchObject({ author: both.kept })
  expect(open?.key).toContain(both.kept)
  expect(JSON.stringify(await world.talk('Hai Lần Năm', '/ketqua', '1'))).toContain(reported.code)
})

it('saved views, the calendar address and what was chosen go to the row that stays, whose own come first', async () => {
  const both = await twice('Hai Lần Một')
  const { prisma } = world.store
  const now = world.clock.now()
  const token = await inTransaction(prisma, async tx => {
    await saveView(tx, { personId: both.other, path: 'sang-kien', name: 'Của tôi', query: 'q=cu' }, now)
    await saveView(tx, { personId: both.other, path: 'bao-cao', name: 'Quý I', query: 'q=cu' }, now)
    await saveView(tx, { personId: both.kept, path: 'sang-kien', name: 'Của tôi', query: 'q=moi' }, now)
    return newCalendarAddress(tx, both.other, now)
  })
  await prisma.person.update({ where: { id: both.other }, data: { quietFrom: '20:00', quietTo: '07:00' } })
  expect(await join(both)).toBe(true)
  const [owner, views, other] = await inTransaction(prisma, async tx => [
    await ownerOfCalendar(tx, token),
    await savedViewsOf(tx, both.kept, 'sang-kien'),
    await savedViewsOf(tx, both.kept, 'bao-cao'),
  ])
  expect(owner?.personId).toBe(both.kept)
  expect(views.map(({ query }) => query)).toEqual(['q=moi'])
  expect(other).toHaveLength(1)
  expect(await prisma.person.findUnique({ where: { id: both.kept } })).toMatchObject({ quietFrom: '20:00' })
})

it('of two calendar addresses both show the same person, and end together', async () => {
  const both = await twice('Hai Lần Hai')
  const { prisma } = world.store
  const tokens = await inTransaction(prisma, async tx => [
    await newCalendarAddress(tx, both.other, world.clock.now()),
    await newCalendarAddress(tx, both.kept, world.clock.now()),
  ])
  expect(await join(both)).toBe(true)
  const owners = () => inTransaction(prisma, tx => Promise.all(tokens.map(token => ownerOfCalendar(tx, token))))
  expect((await owners()).map(one => one?.personId)).toEqual([both.kept, both.kept])
  await world.talk('Hai Lần Hai', '/lich', '2')
  expect(await owners()).toEqual([null, null])
})

it('a seat in the council goes along, and nobody is joined while a sitting of theirs is under way', async () => {
  const both = await twice('Hai Lần Ba')
  const { prisma } = world.store
  const id = newId(world.clock.now())
  const seat = { id, unitCode: 'UB-P-QT', personId: both.other, part: 'MEMBER' as const, validFrom: '2024-01-01' }
  await prisma.councilMember.create({ data: seat })
  const campaign = await prisma.campaign.findFirstOrThrow()
  const at = world.clock.now()
  await prisma.sitting.create({
    data: {
      ...{ id: newId(at), campaignId: campaign.id, unitCode: 'UB-P-QT', number: 1, code: 'PH-001', state: 'VOTING' },
      ...{ place: 'Phòng họp', at, isSecret: true, rules: {}, preparedById: both.kept, preparedAt: at },
      members: { create: { personId: both.other, part: 'MEMBER' } },
    },
  })
  expect(await join(both)).toBe(false)
  await prisma.sitting.updateMany({ data: { state: 'CONFIRMED' } })
  expect(await join(both)).toBe(true)
  expect(await prisma.councilMember.findUnique({ where: { id } })).toMatchObject({ personId: both.kept })
})
