import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskRoom, RoomAnswer } from '../../../src/contract/desk-page.ts'
import { launching } from '../../../src/features/launch/feature.ts'
import { myRightsOver } from '../../../src/features/my-rights/feature.ts'
import { personalDataFeature } from '../../../src/features/personal-data/feature.ts'
import { comingOverToday } from '../../../src/features/roles/drafts-go-over.ts'
import { rolesOf } from '../../../src/features/roles/feature.ts'
import { settings } from '../../../src/features/settings/feature.ts'
import { heldOfPeople } from '../../../src/people/held.ts'
import { may } from '../../../src/people/may.ts'
import { setReachable } from '../../../src/people/reachable.ts'
import { right } from '../../../src/people/right.ts'
import { tellMoved } from '../../../src/records/tell.ts'
import { newId } from '../../../src/store/new-id.ts'
import { defaultFiles } from '../../support/loaded-campaign.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'

const files = defaultFiles()
const ofHeads = right('test.head', { HEAD: 'own' })
const roles = rolesOf([launching])
const [people, units] = roles.rooms ?? []
const myRights = myRightsOver([launching, roles])

let world: ChatWorld
const ids = new Map<string, string>()
beforeAll(async () => {
  world = await chatWorld('2024-03-20T02:00:00Z', {
    features: [launching, roles, settings, myRights, personalDataFeature([heldOfPeople])],
    plan: { retention: files.plan.retention },
  })
  const join = async (name: string, ...more: Parameters<ChatWorld['join']> extends [string, ...infer R] ? R : never) =>
    ids.set(name, await world.join(name, ...more))
  await join('Cán bộ', 'PNV', 'NV')
  await join('Quản trị', 'ADMIN', 'NV')
  await join('Thủ trưởng', 'HEAD', 'P1')
  await join('Đầu mối', 'CLERK', 'P1')
  await join('Người Mới', 'OFFICIAL', 'P1')
  await join('Phó Phòng', 'OFFICIAL', 'P1')
  await join('Nơi Khác', 'CLERK', 'P2')
})
afterAll(() => world.close())

const idOf = (name: string) => ids.get(name) ?? ''

async function ask(
  who: string,
  room: DeskRoom | undefined,
  rest: string,
  given: Record<string, string> | null = null,
): Promise<RoomAnswer | null> {
  return world.as(who, async ctx => {
    const form = given && new FormData()
    for (const [name, value] of Object.entries(given ?? {})) form?.append(name, value)
    const address = `http://desk.test/desk/${room?.path}`
    return (await room?.answer(ctx, { rest, search: new URLSearchParams(), form, address, csrf: 'c' })) ?? null
  })
}

const act = (who: string, on: string, given: Record<string, string>) => ask(who, people, idOf(on), given)
const isDone = (answer: RoomAnswer | null) => answer !== null && 'goTo' in answer && answer.isGood

async function page(answer: RoomAnswer | null): Promise<string> {
  if (!answer || !('body' in answer)) throw new Error('no page')
  return String(await answer.body())
}

const assignment = (name: string, role: string) =>
  world.store.prisma.roleAssignment.findFirstOrThrow({
    where: { personId: idOf(name), role: role as 'HEAD' },
    orderBy: { validFrom: 'desc' },
  })

const mayAsHead = (name: string) => world.as(name, async ctx => may(ctx.person, ofHeads, { unitCode: 'P1' }))
const last = async (name: string) => (await world.notices(name)).at(-1)?.message.text ?? ''

describe('a role', () => {
  it('gives its rights from the first day to the last and on no other', async () => {
    const given = { viec: 'giao', vai: 'HEAD', 'don-vi': 'P1', 'tu-ngay': '2024-03-21', 'den-ngay': '2024-03-22' }
    expect(isDone(await act('Cán bộ', 'Phó Phòng', given))).toBe(true)
    expect(await last('Phó Phòng')).toContain('Thủ trưởng đơn vị, UBND phường Một, từ ngày 21/03/2024 đến hết ngày 22')
    const days: boolean[] = []
    for (const day of ['20', '21', '22', '23']) {
      world.clock.set(`2024-03-${day}T10:00:00Z`)
      days.push(await mayAsHead('Phó Phòng'))
    }
    expect(days).toEqual([false, true, true, false])
    // Held until the last minute of the local day, and begun with its first.
    world.clock.set('2024-03-22T16:59:00Z')
    expect(await mayAsHead('Phó Phòng')).toBe(true)
    world.clock.set('2024-03-22T17:00:00Z')
    expect(await mayAsHead('Phó Phòng')).toBe(false)
  })

  it('is given by those who may, never to oneself, never above one’s own', async () => {
    const give = (role: string, unit: string) => ({ viec: 'giao', vai: role, 'don-vi': unit, 'tu-ngay': '2024-03-23' })
    world.clock.set('2024-03-23T02:00:00Z')
    expect(isDone(await act('Thủ trưởng', 'Người Mới', give('PNV', 'NV')))).toBe(false)
    expect(isDone(await act('Thủ trưởng', 'Người Mới', give('HEAD', 'P1')))).toBe(false)
    expect(isDone(await act('Thủ trưởng', 'Người Mới', give('CLERK', 'P2')))).toBe(false)
    expect(isDone(await act('Đầu mối', 'Người Mới', give('OFFICIAL', 'P1')))).toBe(false)
    expect(isDone(await act('Cán bộ', 'Cán bộ', give('CHAIR', 'NV')))).toBe(false)
    expect(isDone(await act('Cán bộ', 'Người Mới', give('ADMIN', 'NV')))).toBe(false)
    expect(await act('Thủ trưởng', 'Nơi Khác', give('OFFICIAL', 'P1'))).toBeNull()
    expect(isDone(await act('Thủ trưởng', 'Người Mới', give('COUNCIL', 'P1')))).toBe(true)
  })

  it('is ended with a day and a reason, told and written down; what was done before stands', async () => {
    const { id } = await assignment('Người Mới', 'COUNCIL')
    const form = { viec: 'ket-thuc', ma: id, 'het-ngay': '2024-03-23' }
    expect(isDone(await act('Thủ trưởng', 'Người Mới', form))).toBe(false)
    expect(isDone(await act('Thủ trưởng', 'Người Mới', { ...form, 'ly-do': 'Chuyển công tác' }))).toBe(true)
    expect(await last('Người Mới')).toContain('Chuyển công tác')
    const html = await page(await ask('Thủ trưởng', people, idOf('Người Mới')))
    expect(html).toContain('từ 23/03/2024 đến hết 23/03/2024')
    const entry = await world.store.prisma.audit.findFirstOrThrow({
      where: { action: 'role.end', subjectId: idOf('Người Mới') },
    })
    expect(entry).toMatchObject({ actorRole: 'HEAD', from: 'COUNCIL@P1', reason: 'Chuyển công tác' })
  })

  it('of the last administrator and the last officer stays, however it would go', async () => {
    for (const [who, role] of [
      ['Quản trị', 'ADMIN'],
      ['Cán bộ', 'PNV'],
    ] as const) {
      const { id } = await assignment(who, role)
      const form = { viec: 'ket-thuc', ma: id, 'het-ngay': '2024-12-31', 'ly-do': 'Nghỉ hưu' }
      const refused = await act(who === 'Cán bộ' ? 'Quản trị' : who, who, form)
      expect(isDone(refused)).toBe(false)
      expect(await page(refused)).toContain('người cuối cùng giữ vai trò')
    }
    expect((await world.talk('Quản trị', 'dữ liệu của tôi', '4', '1')).text).toContain('người cuối cùng')
    expect((await world.talk('Quản trị', 'dữ liệu của tôi', '3', '1')).text).toContain('người cuối cùng')
    expect((await world.talk('Cán bộ', 'cài đặt', '5', '1')).text).toContain('người cuối cùng')
    // A stand-in for a while is no reason to let the last one go.
    await act('Quản trị', 'Người Mới', {
      ...{ viec: 'giao', vai: 'PNV', 'don-vi': 'NV', 'tu-ngay': '2024-03-23', 'den-ngay': '2024-06-30' },
    })
    const { id } = await assignment('Cán bộ', 'PNV')
    const end = { viec: 'ket-thuc', ma: id, 'het-ngay': '2024-03-31', 'ly-do': 'Nghỉ hưu' }
    expect(isDone(await act('Quản trị', 'Cán bộ', end))).toBe(false)
  })
})

describe('a place', () => {
  it('is taken for a while by a stand-in whom the holder names, beside the holder, who keeps it', async () => {
    world.clock.set('2024-03-25T02:00:00Z')
    const { id } = await assignment('Thủ trưởng', 'HEAD')
    const form = { viec: 'ban-giao', ma: id, cho: idOf('Phó Phòng'), 'tu-ngay': '2024-03-26' }
    expect(isDone(await act('Thủ trưởng', 'Thủ trưởng', { ...form, cach: 'han' }))).toBe(false)
    expect(isDone(await act('Thủ trưởng', 'Thủ trưởng', { ...form, cach: 'tam' }))).toBe(false)
    const leave = { ...form, cach: 'tam', 'den-ngay': '2024-03-28' }
    expect(isDone(await act('Đầu mối', 'Thủ trưởng', leave))).toBe(false)
    expect(isDone(await act('Thủ trưởng', 'Thủ trưởng', leave))).toBe(true)
    expect(await last('Phó Phòng')).toContain('thay Thủ trưởng giữ vai trò')
    const seen: [boolean, boolean][] = []
    for (const day of ['25', '26', '28', '29']) {
      world.clock.set(`2024-03-${day}T03:00:00Z`)
      seen.push([await mayAsHead('Phó Phòng'), await mayAsHead('Thủ trưởng')])
    }
    expect(seen).toEqual([
      [false, true],
      [true, true],
      [true, true],
      [false, true],
    ])
    world.clock.set('2024-03-27T03:00:00Z')
    // Who stands in hands nothing on.
    const stand = await assignment('Phó Phòng', 'HEAD')
    const on = { viec: 'ban-giao', ma: stand.id, cho: idOf('Người Mới'), cach: 'tam', 'den-ngay': '2024-03-28' }
    expect(isDone(await act('Phó Phòng', 'Phó Phòng', on))).toBe(false)
    expect((await world.say('Phó Phòng', 'quyền của tôi')).text).toContain('thay vị trí của Thủ trưởng')
  })

  it('is handed over for good: what is owed and the unit’s drafts go to the successor, one’s own initiative stays', async () => {
    await world.owe('P1', 'D02', [], '2024-03-29')
    await world.talk('Đầu mối', 'phát động')
    await world.talk('Đầu mối', 'để sau')
    await world.talk('Đầu mối', 'sáng kiến', 'Sáng kiến riêng của đầu mối về số hóa hồ sơ')
    await world.talk('Đầu mối', 'để sau')
    const { id } = await assignment('Đầu mối', 'CLERK')
    const form = { viec: 'ban-giao', ma: id, cho: idOf('Người Mới'), cach: 'han', 'tu-ngay': '2024-03-27' }
    expect(isDone(await act('Thủ trưởng', 'Đầu mối', form))).toBe(true)
    const drafts = await world.store.prisma.draft.findMany({ where: { state: 'OPEN' }, orderBy: { form: 'asc' } })
    expect(drafts.map(({ form: name, personId }) => [name, personId === idOf('Người Mới')])).toEqual([
      ['initiative', false],
      ['launch', true],
    ])
    expect((await world.say('Người Mới', 'nháp')).choices?.join()).toContain('ăn bản phát động')
    expect((await world.say('Đầu mối', 'phát động')).text).not.toContain('Tệp')
    const ended = await world.store.prisma.roleAssignment.findUniqueOrThrow({ where: { id } })
    expect(ended.validTo).toBe('2024-03-26')
    // Settled beforehand, the drafts go over on the first day.
    await world.talk('Người Mới', 'phát động')
    const next = await assignment('Người Mới', 'CLERK')
    const later = { viec: 'ban-giao', ma: next.id, cho: idOf('Phó Phòng'), cach: 'han', 'tu-ngay': '2024-04-01' }
    expect(isDone(await act('Thủ trưởng', 'Người Mới', later))).toBe(true)
    const launch = () => world.store.prisma.draft.findFirstOrThrow({ where: { state: 'OPEN', form: 'launch' } })
    const beat = () =>
      comingOverToday(world.system, world.campaign, world.clock.now(), async () => true, [launching.record])
    await beat()
    expect((await launch()).personId).toBe(idOf('Người Mới'))
    world.clock.set('2024-04-01T01:00:00Z')
    await beat()
    await beat()
    expect((await launch()).personId).toBe(idOf('Phó Phòng'))
  })

  it('with what was handed in before: what comes back is told to who has taken the place', async () => {
    world.clock.set('2024-04-01T02:00:00Z')
    const { prisma } = world.store
    const id = await prisma.roleAssignment.findFirstOrThrow({
      where: { personId: idOf('Phó Phòng'), role: 'CLERK', validTo: null },
    })
    const over = { viec: 'ban-giao', ma: id.id, cho: idOf('Người Mới'), cach: 'tam', 'den-ngay': '2024-04-05' }
    expect(isDone(await act('Thủ trưởng', 'Phó Phòng', over))).toBe(true)
    const at = world.clock.now()
    const sent = { authorId: idOf('Phó Phòng'), sentAt: at, receivedAt: at }
    const version = { version: 1, form: 'launch', formVersion: 1, answers: {}, fileIds: [], role: 'CLERK' }
    const record = await prisma.record.create({
      data: {
        ...{ id: newId(at), kind: 'launch', campaignId: world.campaign.id, unitCode: 'P1', number: 1, code: 'PD-001' },
        ...{ state: 'RETURNED', version: 1, passedVersion: 1, title: 'Phát động', searchText: '', ...sent },
        versions: { create: { ...version, ...sent, draftId: newId(at) } },
      },
    })
    const move = { action: 'return', asks: 'return' as const, reason: 'Thiếu số văn bản', marks: [], moveId: newId(at) }
    await world.as('Cán bộ', ctx => tellMoved(ctx, launching.record, record, move))
    for (const who of ['Phó Phòng', 'Người Mới']) expect(await last(who)).toContain('Thiếu số văn bản')
    expect(await last('Đầu mối')).not.toContain('Thiếu số văn bản')
  })
})

describe('one person who came in twice', () => {
  it('is made one, with chats, roles, drafts; never by who would gain from it', async () => {
    world.clock.set('2024-04-02T01:00:00Z')
    const twin = await world.join('Hai Lần', 'CLERK', 'P2')
    const { prisma } = world.store
    const first = await world.join('Hai Lần (cũ)', 'OFFICIAL', 'P2')
    await prisma.person.update({ where: { id: first }, data: { fullName: 'hai lần' } })
    ids.set('Hai Lần', twin)
    await world.talk('Hai Lần (cũ)', 'sáng kiến', 'Sáng kiến viết bằng tài khoản cũ về cải cách')
    expect(isDone(await act('Cán bộ', 'Hai Lần', { viec: 'nhap', kia: idOf('Nơi Khác') }))).toBe(false)
    // Whoever joins gives what moves: an officer makes nobody an administrator.
    const above = await world.join('Hai Lần (quản trị)', 'ADMIN', 'NV')
    await prisma.person.update({ where: { id: above }, data: { fullName: 'Hai Lần' } })
    expect(isDone(await act('Cán bộ', 'Hai Lần', { viec: 'nhap', kia: above }))).toBe(false)
    expect(isDone(await act('Cán bộ', 'Hai Lần', { viec: 'nhap', kia: first }))).toBe(true)
    const one = await prisma.person.findUniqueOrThrow({
      where: { id: twin },
      include: { accounts: true, drafts: { where: { state: 'OPEN' } }, roles: { where: { validTo: null } } },
    })
    expect([one.accounts.length, one.drafts.length, one.roles.map(({ role }) => role).sort()]).toEqual([
      2,
      1,
      ['CLERK', 'OFFICIAL'],
    ])
    expect(await ask('Cán bộ', people, first)).toBeNull()
    expect((await world.say('Hai Lần (cũ)', 'quyền của tôi')).text).toContain('Đầu mối của đơn vị')
  })
})

describe('the rooms', () => {
  it('show a head the own unit and nobody else’s, and since when a chat cannot be reached', async () => {
    const list = await page(await ask('Thủ trưởng', people, ''))
    expect(list).toContain('Phó Phòng')
    expect(list).not.toContain('Nơi Khác')
    expect(await ask('Thủ trưởng', people, idOf('Nơi Khác'))).toBeNull()
    expect(await ask('Thủ trưởng', units, 'P2')).toBeNull()
    const unit = await page(await ask('Thủ trưởng', units, 'P1'))
    expect(unit).toContain('Trước đây')
    const account = await world.store.prisma.account.findFirstOrThrow({ where: { personId: idOf('Nơi Khác') } })
    await world.as('Cán bộ', ctx =>
      setReachable(ctx.tx, account.id, false, new Date('2024-04-01T00:00:00Z'), 'blocked'),
    )
    expect(await page(await ask('Cán bộ', people, idOf('Nơi Khác')))).toContain('không nhận tin từ 2024-04-01')
  })

  it('tell everybody their own rights, in chat and on the web', async () => {
    const said = await world.say('Thủ trưởng', 'tôi có quyền gì')
    expect(said.text).toContain('Thủ trưởng đơn vị, UBND phường Một (từ 01/01/2024)')
    expect(said.text).toContain('Con người')
    const html = await page(await ask('Thủ trưởng', myRights.rooms?.[0], ''))
    expect(html).toContain('đơn vị mình')
  })
})
