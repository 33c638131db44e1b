import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Inbound, InboundContent } from '../../src/channels/channel.ts'
import { receive } from '../../src/intake/receive.ts'
import { RememberedChats } from '../../src/intake/remembered-chats.ts'
import type { Scene } from '../../src/intake/scene.ts'
import type { System } from '../../src/intake/system.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'

/** An instance that remembers nothing: every event is read from the database. */
class Forgetful extends RememberedChats {
  override of(): undefined {
    return undefined
  }
}

/** An instance that takes the person of every chat for another. */
class Mistaken extends RememberedChats {
  override of(inbound: Inbound): Scene | undefined {
    const scene = super.of(inbound)
    return scene?.person ? { ...scene, person: { ...scene.person, id: '00000000-0000-7000-8000-000000000009' } } : scene
  }
}

/** What people do, and what happens behind the back of the instance that took the event before. */
type Deed =
  | { does: 'say'; chat: string; text: string }
  | { does: 'press'; chat: string; number: number }
  | { does: 'choose'; chat: string; label: string }
  | { does: 'again' }
  | { does: 'sql'; sql: string }

const say = (text: string, chat = 'a'): Deed => ({ does: 'say', chat, text })
const joined = ['1', 'Người Thử Một', 'Chuyên viên', 'sáng kiến']

describe('a turn taken at once', () => {
  const stores: Store[] = []
  beforeAll(async () => {
    stores.push(await freshEmbedded(), await freshEmbedded())
  })
  afterAll(() => Promise.all(stores.map(store => store.close())))

  /** Plays the deeds on both kinds of instance and gives what each has stored and said, and how many events went at once. */
  async function both(deeds: readonly Deed[]) {
    const [one, other] = stores
    if (!one || !other) throw new Error('no databases')
    const remembering = await play(one, new RememberedChats(), deeds)
    const forgetful = await play(other, new Forgetful(), deeds)
    expect(withoutIds(remembering.stored)).toEqual(withoutIds(forgetful.stored))
    return remembering
  }

  it('stores and says what the long way stores and says', async () => {
    const { atOnce } = await both([
      say('Trả kết quả tại nhà cho người cao tuổi'),
      { does: 'press', chat: 'a', number: 2 },
      { does: 'again' },
      say('thu tuc hanh chinh'),
      say('quay lại'),
      say('2'),
      say('Phải đi lại nhiều lần.'),
      say('sửa câu 2'),
      say('9'),
      say('xem lại'),
      say('mô hình'),
      say('hủy'),
      say('2'),
      say('Tổ công nghệ số.'),
      say('Lần đầu làm.'),
      say('Toàn phường'),
      say('30/9'),
      { does: 'press', chat: 'a', number: 99 },
      say('Giảm 80% lượt đi lại'),
      say('1, 2'),
      say('tất cả'),
      say('bỏ qua'),
      say('bỏ qua'),
      say('để sau'),
    ])
    expect(atOnce).toBeGreaterThanOrEqual(17)
  })

  it('opens forms and menus too, and ends what is not handed in', async () => {
    const { atOnce } = await both([
      say('hủy'),
      { does: 'press', chat: 'a', number: 1 },
      say('menu'),
      { does: 'again' },
      say('trợ giúp'),
      say('xin chào'),
      say('sáng kiến'),
      say('sáng kiến'),
      say('Một sáng kiến hay'),
      say('2'),
      say('để sau'),
      say('sáng kiến'),
      say('2'),
      say('hủy'),
      say('1'),
      say('tiến độ'),
      say('báo cáo'),
      say('phát động'),
      say('cài đặt'),
      say('việc'),
      say('nháp'),
    ])
    expect(atOnce).toBeGreaterThanOrEqual(8)
  })

  it('is not taken with the roles, the name or the open drafts of before', async () => {
    await both([
      say('hủy'),
      say('1'),
      say('menu'),
      { does: 'sql', sql: `UPDATE role_assignment SET role = 'HEAD'` },
      say('menu'),
      say('trợ giúp'),
      { does: 'sql', sql: `UPDATE role_assignment SET role = 'PNV', unit_code = 'UB-NV'` },
      say('menu'),
      say('duyệt'),
      { does: 'sql', sql: `UPDATE person SET full_name = 'Người Đổi Tên', given_name = 'Tên'` },
      say('menu'),
      { does: 'sql', sql: `UPDATE role_assignment SET valid_to = '2024-03-19'` },
      say('menu'),
      say('sáng kiến'),
      { does: 'sql', sql: `UPDATE role_assignment SET valid_to = NULL, role = 'OFFICIAL', unit_code = 'UB-P-QT'` },
      { does: 'sql', sql: LINK_SECOND_CHAT },
      say('menu', 'a'),
      say('sáng kiến', 'b'),
      say('Một sáng kiến hay', 'b'),
      say('sáng kiến', 'a'),
      say('1', 'a'),
      say('Vì sao cần làm', 'a'),
      { does: 'sql', sql: `UPDATE account SET person_id = NULL` },
      say('menu', 'a'),
    ])
  })

  it('is not taken for another person', async () => {
    const [store] = stores
    if (!store) throw new Error('no database')
    const answers = [say('Một sáng kiến hay'), say('3'), say('1'), say('Vì sao cần làm')]
    expect((await play(store, new RememberedChats(), answers)).atOnce).toBeGreaterThan(1)
    expect((await play(store, new Mistaken(), answers)).atOnce).toBe(0)
  })

  it('tells of the campaign as it is now', async () => {
    const renamed = `UPDATE campaign SET plan_hash = 'another', plan = jsonb_set(plan, '{identity,title}', '"Phong trào khác"')`
    const { stored } = await both([
      say('hủy'),
      say('1'),
      say('menu'),
      { does: 'sql', sql: renamed },
      { does: 'choose', chat: 'a', label: 'Giới thiệu phong trào' },
    ])
    expect(JSON.stringify(stored.said.at(-1))).toContain('Phong trào khác')
  })

  it('is not taken when the form went on in another chat of the person', async () => {
    await both([
      say('Một sáng kiến hay', 'a'),
      say('1', 'a'),
      { does: 'sql', sql: LINK_SECOND_CHAT },
      say('nháp', 'b'),
      say('1', 'b'),
      say('3', 'b'),
      say('câu trả lời cho câu hỏi cũ', 'a'),
      say('Vì sao cần làm', 'a'),
      say('Nội dung', 'b'),
      { does: 'sql', sql: `UPDATE account SET state = 'INACTIVE', inactive_why = 'left'` },
      say('Cách giải quyết', 'b'),
    ])
  })

  it('is not taken in the language, the campaign, the chat or the draft of before', async () => {
    await both([
      say('Một sáng kiến hay'),
      { does: 'sql', sql: `UPDATE person SET locale = 'en'` },
      say('1'),
      { does: 'sql', sql: `UPDATE draft SET params = params || '{"similarList": "x"}', revision = revision + 1` },
      say('2'),
      { does: 'sql', sql: `UPDATE role_assignment SET valid_to = '2024-01-01'` },
      say('Vì sao cần làm'),
      { does: 'sql', sql: `UPDATE campaign SET plan_hash = 'another'` },
      say('Nội dung'),
      say('Điểm mới'),
      say('Toàn phường'),
      { does: 'sql', sql: `UPDATE conversation SET prompt_no = prompt_no + 1` },
      say('30/9'),
      { does: 'sql', sql: `UPDATE draft SET state = 'CANCELLED'` },
      say('Giảm 80% lượt đi lại'),
      { does: 'sql', sql: `UPDATE person SET erased_at = now()` },
      say('menu'),
    ])
  })
})

/** Ids are random; everything else must be equal. */
function withoutIds(stored: unknown): unknown {
  return JSON.parse(JSON.stringify(stored).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id'))
}

const LINK_SECOND_CHAT = `
  INSERT INTO account (id, channel, external_id, person_id, created_at)
    SELECT '00000000-0000-7000-8000-000000000001', 'zalo-oa', 'b', id, created_at FROM person LIMIT 1;
  INSERT INTO conversation (account_id) VALUES ('00000000-0000-7000-8000-000000000001')`

async function play(store: Store, chats: RememberedChats, deeds: readonly Deed[]) {
  await store.prisma.$executeRawUnsafe(`TRUNCATE ${EMPTIED} CASCADE`)
  const system: System = { ...(await testSystem(store)), chats }
  let events = 0
  let latest: (() => Promise<unknown>) | undefined
  let transactions = 0
  const counting = system.prisma.$transaction
  const prisma = new Proxy(system.prisma, {
    get: (target, name, receiver) => {
      if (name === '$transaction') transactions += 1
      return name === '$transaction' ? counting.bind(target) : Reflect.get(target, name, receiver)
    },
  })
  const take = async (chat: string, content: (prompt: string) => InboundContent) => {
    const channel = chat === 'b' ? ('zalo-oa' as const) : ('telegram' as const)
    const found = await store.prisma.conversation.findFirst({ where: { account: { channel, externalId: chat } } })
    const inbound = { channel, eventId: `e${events++}`, account: chat, at: system.clock.now() }
    latest = () => receive({ ...system, prisma }, { ...inbound, content: content(String(found?.promptNo ?? 0)) })
    await latest()
  }
  await take('a', () => ({ type: 'text', text: '/start' }))
  const code = await inviteIn(system, 'OFFICIAL', 'UB-P-QT')
  for (const text of [`/start ${code}`, ...joined]) await take('a', () => ({ type: 'text', text }))
  transactions = 0
  const before = events
  for (const deed of deeds) {
    if (deed.does === 'say') await take(deed.chat, () => ({ type: 'text', text: deed.text }))
    if (deed.does === 'press') await take(deed.chat, prompt => ({ type: 'choice', prompt, number: deed.number }))
    if (deed.does === 'choose') {
      const { prompt } = await store.prisma.conversation.findFirstOrThrow({
        where: { account: { externalId: deed.chat } },
      })
      const choices = (prompt as unknown as { choices: { label: string }[] }).choices
      const number = choices.findIndex(choice => choice.label === deed.label) + 1
      await take(deed.chat, asked => ({ type: 'choice', prompt: asked, number }))
    }
    if (deed.does === 'again') await latest?.()
    if (deed.does === 'sql') for (const sql of deed.sql.split(';')) await store.prisma.$executeRawUnsafe(sql)
  }
  const answers = await store.prisma.answer.findMany({ orderBy: [{ draft: { form: 'asc' } }, { field: 'asc' }] })
  const drafts = await store.prisma.draft.findMany({ orderBy: { form: 'asc' } })
  const talks = await store.prisma.conversation.findMany({ orderBy: { account: { externalId: 'asc' } } })
  return {
    atOnce: events - before - transactions,
    stored: {
      answers: answers.map(({ field, value, typed }) => [field, value, typed]),
      drafts: drafts.map(({ form, position, pending, revision, state, params }) => [
        form,
        position,
        pending,
        revision,
        state,
        params,
      ]),
      accounts: (await store.prisma.account.findMany({ orderBy: { externalId: 'asc' } })).map(account => account.state),
      talks: talks.map(({ promptNo, prompt, draftId }) => [promptNo, prompt, draftId !== null]),
      said: (await store.prisma.outbox.findMany({ orderBy: { seq: 'asc' } })).map(({ dedupeKey, body }) => [
        dedupeKey,
        body,
      ]),
      events: await store.prisma.inboundEvent.count(),
    },
  }
}

const EMPTIED = 'campaign, unit, person, account, inbound_event, invitation, outbox, audit, setting'
