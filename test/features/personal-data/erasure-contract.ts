import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daily } from '../../../src/daily.ts'
import { writeAudit } from '../../../src/people/audit.ts'
import { invite } from '../../../src/people/invitation.ts'
import { codeForAccount, linkToWeb } from '../../../src/people/one-time-link.ts'
import { fold } from '../../../src/reading/text.ts'
import type { Role } from '../../../src/store/generated/client.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { type Chat, erasureWorld, type World } from './erasure-world.ts'

const WARD = 'UB-P-QT'
const OTHER_WARD = 'UB-P-TV'
const NAME = 'Người Thử Chín'
const own: Chat = { channel: 'web', account: 'ma-web-7001' }
const ownToo: Chat = { channel: 'telegram', account: '7001700170', displayName: 'Biệt Danh Riêng' }
const head: Chat = { channel: 'web', account: 'ma-web-7002' }
const colleague: Chat = { channel: 'telegram', account: '7003700370' }
const officer: Chat = { channel: 'web', account: 'ma-web-7004' }

/** What leads to the person: name, accounts, phone, and words that only this person has typed outside official records. */
const traces = [
  ...[NAME, 'ma-web-7001', '7001700170', 'Biệt Danh Riêng', '84900000001', '0900 000 001'],
  ...['chức vụ riêng', 'bản nháp riêng', 'chuyển cho ai đó riêng', 'xin sửa riêng', 'tệp riêng'],
].map(fold)

/** What erasing somebody must do, on every database. */
export function erasureContract(freshStore: () => Promise<Store>): void {
  describe('a person who has done everything and is erased', () => {
    let world: World
    let personId: string
    let found: ReadonlyMap<string, readonly string[]>

    beforeAll(async () => {
      world = await erasureWorld(freshStore)
      personId = await everythingDone(world)
      // Otherwise the search below would show nothing.
      expect([...hits(await world.dump()).keys()]).toEqual(expect.arrayContaining(livedIn))
      await world.say(own, '/dulieu', '4', '1')
      found = await world.dump()
    })
    afterAll(() => world.store.close())

    it('is found in no table, but for the chat in hand, which still waits for its last reply', () => {
      const { account, outbox, inbound_event, chat_line, ...others } = Object.fromEntries(hits(found))
      expect(others).toEqual({})
      const inHand = [account, outbox, inbound_event, chat_line].flat().filter(row => row !== undefined)
      expect(inHand.filter(row => traces.some(trace => trace !== 'ma-web-7001' && fold(row).includes(trace)))).toEqual(
        [],
      )
    })

    it('leaves the official records whole, under a pseudonym', async () => {
      const { prisma } = world.store
      const pseudonym = `Người đã rút ${personId.slice(-6)}`
      expect(await prisma.person.findUnique({ where: { id: personId } })).toMatchObject({ fullName: pseudonym })
      expect(await prisma.recordVersion.findFirst({ where: { record: { kind: 'launch' } } })).toMatchObject({
        authorId: personId,
        answers: { number: { value: '12/KH-UBND' }, note: { value: `Do ${pseudonym} soạn` } },
      })
      const initiatives = await initiativesIn(prisma)
      expect(initiatives.map(one => one.authorId === personId)).toEqual([true, false])
      expect(initiatives.map(one => one.answers)).toMatchObject([
        { coAuthors: { value: [{ name: 'Người Thử Hai' }] } },
        { coAuthors: { value: [{ name: pseudonym }] }, content: { value: `Cùng làm với ${pseudonym}.` } },
      ])
      expect(initiatives[1]?.searchText).toContain(fold(pseudonym))
      expect(initiatives[1]?.titleFolded).toContain(fold(pseudonym))
      const explained = await prisma.recordVersion.findFirstOrThrow({ where: { record: { kind: 'explanation' } } })
      expect(explained.answers).toMatchObject({ cause: { value: `${pseudonym} nghỉ ốm` } })
      expect(await prisma.record.count({ where: { kind: 'report', authorId: personId } })).toBeGreaterThan(0)
    })

    it('leaves the file of a record under a neutral name, and no other with its bytes', async () => {
      const { prisma } = world.store
      const files = await prisma.storedFile.findMany({ include: { content: true } })
      expect(files.map(file => file.name)).toEqual([expect.stringMatching(/^tep-[0-9a-f]{6}\.pdf$/)])
      expect(files[0]?.content?.bytes.length).toBeGreaterThan(0)
      expect(await prisma.fileContent.count()).toBe(1)
    })

    it('leaves the proof of the consent and of the request, and the ledger of what was sent', async () => {
      const { prisma } = world.store
      expect(await prisma.consent.findFirst({ where: { personId } })).toMatchObject({
        noticeVersion: expect.any(String),
        withdrawnAt: expect.any(Date),
      })
      const requests = await prisma.dataRequest.findMany({ where: { personId }, orderBy: { requestedAt: 'asc' } })
      expect(requests.map(({ kind, detail }) => [kind, detail])).toEqual([
        ['CORRECT', ''],
        ['EXPORT', ''],
        ['DELETE', ''],
      ])
      expect(await prisma.outbox.count({ where: { state: 'SENT', body: { equals: {} } } })).toBeGreaterThan(10)
    })

    it('is told so, and is a stranger afterwards', async () => {
      const lines = await world.store.prisma.chatLine.findMany({ where: { fromBot: true }, orderBy: { seq: 'desc' } })
      expect(JSON.stringify(lines.map(line => line.body))).toContain('Đã xóa tên')
      expect((await world.say(own, 'việc của tôi')).text).toContain('mã mời')
      expect((await world.say(ownToo, 'việc của tôi')).text).toContain('mã mời')
    })

    it('stays in the one browser in which it was asked for, as a visitor, and in no other', async () => {
      const sessions = await world.store.prisma.webSession.findMany({ include: { account: true } })
      expect(sessions.map(({ tokenHash, personId }) => [tokenHash, personId])).toEqual([['of-own', null]])
      expect(sessions.map(({ account }) => account.personId)).toEqual([null])
    })

    it('is gone from the chat in hand the next day', async () => {
      world.clock.advance(86_400_000)
      await daily(world.system, 'one', () => true)
      const left = [...(await world.dump())].flatMap(([table, rows]) =>
        rows.filter(row => fold(row).includes(own.account)).map(row => `${table}: ${row}`),
      )
      expect(left).toEqual([])
      expect(await world.store.prisma.webSession.count()).toBe(0)
    })
  })

  describe('a name that two people bear', () => {
    let world: World
    beforeAll(async () => {
      world = await erasureWorld(freshStore)
    })
    afterAll(() => world.store.close())

    it('stays with the one who is not erased', async () => {
      await join(world, own, 'OFFICIAL', WARD, NAME)
      await join(world, colleague, 'OFFICIAL', OTHER_WARD, NAME)
      await initiative(world, own, 'Việc thứ nhất', 'Do Người Thử Chín làm.', 'bỏ qua')
      await initiative(world, colleague, 'Việc thứ hai hẳn hoi', 'Do Người Thử Chín làm.', 'bỏ qua')
      await world.say(own, '/dulieu', '4', '1')
      const initiatives = await initiativesIn(world.store.prisma)
      expect(initiatives.map(one => JSON.stringify(one.answers).includes(NAME))).toEqual([false, true])
      expect(JSON.stringify(await world.store.prisma.answer.findMany())).toContain(NAME)
      expect(await world.store.prisma.person.count({ where: { fullName: NAME } })).toBe(1)
      expect((await world.say(colleague, '/dulieu')).text).toContain(NAME)
    })
  })
}

/** Tables in which the person is found before. */
const livedIn = [
  ...['person', 'account', 'role_assignment', 'invitation', 'data_request', 'reminder_phone', 'audit'],
  ...['draft', 'answer', 'conversation', 'inbound_event', 'outbox', 'chat_line', 'stored_file'],
  ...['record_version', 'initiative_fact', 'reminder_order', 'broadcast'],
]

function hits(dump: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [table, rows] of dump) {
    const hit = rows.filter(row => traces.some(trace => fold(row).includes(trace)))
    if (hit.length > 0) found.set(table, hit)
  }
  return found
}

async function join(world: World, chat: Chat, role: Role, unitCode: string, fullName: string) {
  const { system } = world
  const wanted = { unitCode, role, fullName, expiresAt: new Date('2100-01-01'), maxUses: 1, createdBy: null }
  const { code } = await inTransaction(system.prisma, tx => invite(tx, wanted, system.clock.now()))
  await world.say(chat, `/start ${code}`, '1', chat === own ? 'Chức vụ riêng' : 'Công chức')
}

async function initiativesIn(prisma: Store['prisma']) {
  const records = await prisma.record.findMany({
    where: { kind: 'initiative' },
    include: { versions: true, initiativeFact: true },
    orderBy: { code: 'asc' },
  })
  return records.map(({ versions, initiativeFact, authorId, searchText }) => ({
    ...{ authorId, searchText, answers: versions[0]?.answers, titleFolded: initiativeFact?.titleFolded },
  }))
}

function initiative(world: World, chat: Chat, title: string, content: string, coAuthors: string) {
  const more = ['Lần đầu làm.', 'Toàn phường', '1/4', 'Giảm 80% lượt đi lại.', 'tất cả', coAuthors, 'bỏ qua', '1']
  return world.say(chat, 'sáng kiến', title, '2', '1', 'Phải đi lại nhiều lần.', content, ...more)
}

/** Joined by a named invitation, on two channels, and everything that a person can leave behind. Gives the person's id. */
async function everythingDone(world: World): Promise<string> {
  const { clock } = world
  const { prisma } = world.store
  await join(world, head, 'HEAD', WARD, 'Người Thử Hai')
  await join(world, colleague, 'OFFICIAL', WARD, 'Người Thử Ba')
  await join(world, officer, 'PNV', 'UB-NV', 'Người Thử Tư')
  await join(world, own, 'CLERK', WARD, NAME)
  const person = await prisma.person.findFirstOrThrow({ where: { fullName: NAME } })
  const personId = person.id
  const by = await prisma.person.findFirstOrThrow({ where: { fullName: 'Người Thử Tư' } })

  const accounts = await prisma.account.findMany({ where: { personId } })
  const session = { personId, createdAt: clock.now(), lastSeenAt: clock.now(), expiresAt: new Date('2100-01-01') }
  for (const { id } of accounts)
    await prisma.webSession.create({ data: { ...session, tokenHash: 'of-own', accountId: id } })
  await world.say(ownToo, await inTransaction(prisma, tx => codeForAccount(tx, personId, clock.now())))
  await inTransaction(prisma, tx => linkToWeb(tx, personId, clock.now()))
  const phone = { personId, phone: '84900000001', givenAt: clock.now() }
  await prisma.reminderPhone.create({ data: phone })

  await world.say(own, 'phát động')
  await world.sendFile(own, 'Người Thử Chín - kế hoạch.pdf')
  await world.say(own, 'xong', '12/KH-UBND', '18/3', 'Do Người Thử Chín soạn', '1')
  await world.say(head, 'duyệt')
  await initiative(world, own, 'Trả kết quả tại nhà', 'Mang kết quả đến tận nhà.', 'Người Thử Hai')
  await initiative(world, colleague, 'Việc của Người Thử Chín', 'Cùng làm với nguoi thu chin.', 'Người Thử Chín')
  await world.say(own, 'báo cáo', 'C07', '1', '17/20', 'bỏ qua', '1')
  await world.sendFile(ownToo, 'tệp riêng.pdf')
  const other = await prisma.account.findFirstOrThrow({ where: { personId, channel: 'telegram' } })
  await prisma.webSession.create({ data: { ...session, tokenHash: 'of-other', accountId: other.id } })
  await world.say(own, '/dulieu', '2', 'Xin sửa riêng một chữ', '1')
  await world.say(own, '/dulieu', '1')

  const campaign = await prisma.campaign.findFirstOrThrow()
  const obligation = await prisma.obligation.findFirstOrThrow({ where: { unitCode: WARD } })
  const times = { sentAt: clock.now(), receivedAt: clock.now() }
  await prisma.record.create({
    data: {
      ...{
        id: newId(clock.now()),
        kind: 'explanation',
        campaignId: campaign.id,
        unitCode: WARD,
        number: 1,
        code: 'GT-001',
      },
      ...{ state: 'EXPLAINED', version: 1, passedVersion: 1, authorId: personId, title: '', searchText: '', ...times },
      versions: {
        create: {
          ...{ version: 1, form: 'forecast.explain', formVersion: 1, fileIds: [], authorId: personId, role: 'CLERK' },
          answers: { cause: { value: `${NAME} nghỉ ốm`, typed: '' }, remedy: { value: 'Cử người khác', typed: '' } },
          ...{ draftId: newId(clock.now()), ...times },
        },
      },
    },
  })
  await prisma.reminderOrder.create({
    data: {
      ...{ id: newId(clock.now()), obligationId: obligation.id, kind: 'NOT_MINE', personId, byId: personId },
      ...{ reason: 'Chuyển cho ai đó riêng', at: clock.now() },
    },
  })
  await prisma.broadcast.create({
    data: {
      ...{
        id: newId(clock.now()),
        campaignId: campaign.id,
        audience: {},
        text: `Liên hệ ${NAME}`,
        reason: 'Nhắc chung',
      },
      ...{ byId: by.id, at: clock.now(), sendAt: clock.now() },
    },
  })
  await toldOfReminder(world, personId, obligation.id)
  const entry = { actorId: by.id, actorRole: 'PNV', action: 'reminder.stop', subjectType: 'obligation' } as const
  await inTransaction(prisma, tx =>
    writeAudit(tx, { ...entry, subjectId: 'x', reason: `Thiếu chữ ký của ${NAME.toUpperCase()}` }, clock.now()),
  )
  // An open draft stands in the chat in which the person asks to be erased.
  await world.say(own, 'sáng kiến', 'Một bản nháp riêng')
  await world.say(head, 'duyệt')
  return personId
}

/** The head was told by the given name whom the ladder had reminded before. */
async function toldOfReminder({ store: { prisma }, clock }: World, personId: string, obligationId: string) {
  const account = await prisma.account.findFirstOrThrow({ where: { externalId: head.account } })
  const rows = [
    { personId, outboxKey: null },
    { personId: account.personId ?? '', outboxKey: 'reminder:of-head' },
  ]
  await prisma.reminder.createMany({
    data: rows.map(row => ({
      ...{ id: newId(clock.now()), obligationId, step: 'one', state: 'SENT' as const, plannedOn: '2024-03-20' },
      ...{ at: clock.now(), ...row },
    })),
  })
  const body = { message: { text: 'Đã nhắc Chín từ hôm qua.' }, go: [{ to: 'tasks' }] }
  const key = { dedupeKey: 'reminder:of-head', accountId: account.id, channel: 'web', kind: 'REMINDER' as const }
  await prisma.outbox.create({
    data: { ...key, body, state: 'SENT', notBefore: clock.now(), createdAt: clock.now(), sentAt: clock.now() },
  })
}
