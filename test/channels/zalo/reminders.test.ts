import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeUser, FakeZalo } from 'zalo-api-client/testing'
import { rulesOf, type ZaloOaConfig } from '../../../src/channels/zalo-oa/config.ts'
import type { ZaloOaChannel } from '../../../src/channels/zalo-oa/zalo-oa.ts'
import { onDesk } from '../../../src/contract/on-desk.ts'
import { remindersPage } from '../../../src/features/reminders/page/page.ts'
import { type Outbox, outboxOver } from '../../../src/outbox/deliver.ts'
import { keepZaloRules } from '../../../src/outbox/zalo-rules.ts'
import { beat } from '../../../src/reminders/round/beat.ts'
import type { Store } from '../../../src/store/open.ts'
import { zaloOaOf } from '../../../src/zalo-channels.ts'
import { ScriptedChannel } from '../../outbox/scripted-channel.ts'
import { type Season, storedSeason } from '../../reminders/stored-season.ts'
import { freshEmbedded, silentLog } from '../../support/database.ts'

/** From the beat to the platform and back into the ledger, with everything between real. */
describe('a reminder to a focal point on Zalo OA', () => {
  let store: Store
  let season: Season
  let fake: FakeZalo
  let user: FakeUser
  let channel: ZaloOaChannel
  let outbox: Outbox
  const web = new ScriptedChannel('web')
  const now = '2024-03-22T01:00:00Z'
  const clerk = () => season.person['clerk-A'] ?? ''
  const oaAccount = () => season.account['clerk-A'] ?? ''

  beforeEach(async () => {
    store = await freshEmbedded()
    season = await storedSeason(store, ['A'])
    season.clock.set(now)
    fake = await FakeZalo.start({
      clock: { now: () => season.clock.now().getTime(), sleep: async () => undefined },
      echoes: false,
    })
  })
  afterEach(async () => {
    await channel.stop()
    await fake.stop()
    await store.close()
  })

  const silentFor = async (days: number, settings: Partial<ZaloOaConfig> = {}) => {
    const heardAt = new Date(season.clock.now().getTime() - days * 86_400_000)
    user = fake.users.add({ lastInteractionAt: heardAt.getTime(), phone: '84987654321' })
    await store.prisma.account.update({
      where: { id: oaAccount() },
      data: { channel: 'zalo-oa', externalId: user.id },
    })
    await store.prisma.conversation.update({ where: { accountId: oaAccount() }, data: { lastInboundAt: heardAt } })
    const { openapi: openapiRoot, oauth: oauthRoot, business: businessRoot } = fake.roots
    const { refreshToken } = fake.oauth.issue()
    const roots = { openapiRoot, oauthRoot, businessRoot }
    const config: ZaloOaConfig = { ...fake.app, ...roots, refreshToken, mayPay: false, ...settings }
    await keepZaloRules(store.prisma, rulesOf(config))
    channel = zaloOaOf(config, season.system, async () => undefined)
    await channel.start()
    const { prisma, clock } = season.system
    outbox = outboxOver({ prisma, clock, log: silentLog, owner: 'one', channels: [channel, web] })
  }
  const template = (acceptsUserId = true) => {
    fake.zbs.addTemplate({ id: '778', parameters: ['ten', 'viec', 'don_vi', 'han'], acceptsUserId })
    return { reminderTemplateId: '778' }
  }
  /** A beat, the sending, and the beat that notes what became of it. */
  const remind = async () => {
    await beat(season.system, 'one')
    for (let turns = 0; turns < 3; turns += 1) {
      await outbox.turn()
      season.clock.advance(1_000)
    }
    await beat(season.system, 'one')
    const where = { personId: clerk(), step: '-7@2024-03-31' }
    return store.prisma.reminder.findFirstOrThrow({ where })
  }

  test('who wrote yesterday gets free text', async () => {
    await silentFor(1, template())
    expect(await remind()).toMatchObject({ state: 'SENT', way: 'oaFree', why: null })
    expect([fake.oa.sent.all.length, fake.zbs.sent.all.length]).toEqual([1, 0])
  })

  test('who wrote three days ago gets text that costs only where that is allowed', async () => {
    await silentFor(3, { mayPay: true })
    expect(await remind()).toMatchObject({ state: 'SENT', way: 'oaPaid', why: 'withinWeek' })
  })

  test('who has been silent for ten days gets the template, which says what is owed by when', async () => {
    await silentFor(10, template())
    expect(await remind()).toMatchObject({ state: 'SENT', way: 'zbsUser', why: 'outsideWindow' })
    expect(fake.zbs.sent.all[0]?.data).toMatchObject({ ten: 'clerk-A', don_vi: 'Phường A', han: '31/03/2024' })
  })

  test('where the template takes no account, it goes to the number that the person gave', async () => {
    await silentFor(10, template(false))
    const given = { phone: '84987654321', givenAt: season.clock.now() }
    await store.prisma.reminderPhone.create({ data: { personId: clerk(), ...given } })
    expect(await remind()).toMatchObject({ state: 'SENT', way: 'zbsPhone', why: 'noUserTemplate' })
  })

  test('without a template it goes to the next chat of the person, and the account on Zalo stays good', async () => {
    await silentFor(10)
    const [id, createdAt] = ['ffffffff-0000-7000-8000-000000000001', season.clock.now()]
    await store.prisma.account.create({
      data: { id, channel: 'web', externalId: 'w', personId: clerk(), createdAt, conversation: { create: {} } },
    })
    await store.prisma.person.update({ where: { id: clerk() }, data: { preferredAccountId: oaAccount() } })
    expect(await remind()).toMatchObject({ state: 'SENT', way: 'web', why: 'outsideWindow' })
    expect(await store.prisma.account.findUniqueOrThrow({ where: { id: oaAccount() } })).toMatchObject({
      state: 'ACTIVE',
    })
  })

  test('without any way left the officer sees that it was not sent and why, and the head is told', async () => {
    await silentFor(10)
    expect(await remind()).toMatchObject({ state: 'UNREACHABLE', way: null, why: 'outsideWindow' })
    const head = await store.prisma.reminder.findFirst({
      where: { personId: season.person['head-A'] ?? '', step: '-7@2024-03-31' },
    })
    expect(head).toMatchObject({ state: 'SENT', way: 'web' })
    const officer = { personId: season.person.officer ?? '', accountId: season.account.officer ?? '' }
    const detail = await onDesk(season.system, officer, ctx => remindersPage.detail(ctx, season.obligation.A ?? ''))
    const said = detail?.fields.flatMap(({ label, value }) => (label.startsWith('Họ clerk-A') ? [value] : [])).join()
    expect(said).toContain('người nhận im lặng quá lâu, Zalo không cho nhắn trước nữa')
  })
})
