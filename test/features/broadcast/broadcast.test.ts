import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/clock.ts'
import { planBroadcast } from '../../../src/features/broadcast/plan.ts'
import { cancelBroadcast, resultsOf } from '../../../src/features/broadcast/results.ts'
import type { Audience, Draft } from '../../../src/features/broadcast/rules.ts'
import { sendBroadcast } from '../../../src/features/broadcast/send.ts'
import { templateText } from '../../../src/features/broadcast/templates.ts'
import { personalData } from '../../../src/features/list.ts'
import { erase } from '../../../src/features/personal-data/erase.ts'
import { handIn } from '../../../src/records/meeting.ts'
import { beat } from '../../../src/reminders/round/beat.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { loadTexts } from '../../../src/texts.ts'
import { asPerson } from '../../reminders/as-person.ts'
import { type Season, storedSeason, timeZone } from '../../reminders/stored-season.ts'
import { freshEmbedded } from '../../support/database.ts'

let store: Store
let season: Season
const t = loadTexts('vi')

beforeAll(async () => {
  store = await freshEmbedded()
})
beforeEach(async () => {
  await store.prisma.$executeRawUnsafe(
    'TRUNCATE campaign, unit, person, account, outbox, audit, lease, setting RESTART IDENTITY CASCADE',
  )
  season = await storedSeason(store, ['A', 'B'])
  // Monday, 09:00; the deadline is Sunday 31/03.
  season.clock.set('2024-03-25T02:00:00Z')
})
afterAll(() => store.close())

const owing: Audience = { to: { of: 'duty', duty: 'D02', period: '' }, roles: ['focalPoint', 'head'] }

function aDraft(more: Partial<Draft> = {}): Draft {
  const id = newId(season.clock.now())
  return { id, audience: owing, text: templateText('remind', t), at: null, reason: 'Sắp đến hạn', ...more }
}

const officer = { send: (draft: Draft) => asPerson(season, 'officer', ctx => sendBroadcast(ctx, draft)) }
const plan = (draft: Draft) => asPerson(season, 'officer', ctx => planBroadcast(ctx, draft))
const results = (id: string) => asPerson(season, 'officer', ctx => resultsOf(ctx, id))
const queued = () => store.prisma.outbox.findMany({ where: { kind: 'BROADCAST' }, orderBy: { seq: 'asc' } })

function meets(unitCode: string, stage: 'MET' | 'WITH_HEAD' = 'MET'): Promise<unknown> {
  const now = season.clock.now()
  const what = { unitCode, items: [{ item: { kind: 'launchDocument' as const } }], stage }
  return inTransaction(store.prisma, tx => handIn(tx, season.campaign, what, now, dayOf(now, timeZone)))
}

describe('a nudge', () => {
  test('goes to the focal points and heads of the units that owe it, and says what, by when and how', async () => {
    await meets('B')
    const draft = aDraft()
    expect((await plan(draft)).ones.map(({ recipient }) => recipient.person?.givenName)).toEqual(['clerk-A', 'head-A'])
    expect(await officer.send(draft)).toEqual({ sent: true, count: 2, unreachable: 0 })
    const [first] = await queued()
    const text = JSON.stringify(first?.body)
    for (const part of [
      'clerk-A',
      'Phường A',
      'Văn bản phát động',
      'Chủ nhật 31/03/2024',
      'còn 4 ngày làm việc',
      '/phatdong',
    ])
      expect(text).toContain(part)
  })

  test('that is confirmed twice, at once or later, is sent once', async () => {
    const draft = aDraft()
    const twice = await Promise.all([officer.send(draft), officer.send(draft)])
    expect(twice.filter(({ sent }) => sent)).toHaveLength(1)
    season.clock.advance(3_600_000)
    expect(await officer.send(draft)).toEqual({ sent: false, why: 'again' })
    expect(await queued()).toHaveLength(4)
    expect(await store.prisma.audit.count({ where: { action: 'broadcast.send', reason: 'Sắp đến hạn' } })).toBe(1)
  })

  test('that waits does not go to a unit that has handed in, in the transaction of the submission', async () => {
    const draft = aDraft({ at: { day: '2024-03-26', hour: '09:00' } })
    await officer.send(draft)
    await meets('A')
    const states = (await queued()).map(({ state, why }) => `${state} ${why}`)
    expect(states).toEqual(['EXPIRED met', 'EXPIRED met', 'QUEUED null', 'QUEUED null'])
    const found = await results(draft.id)
    expect(found?.counts).toMatchObject({ cancelled: 2, waiting: 2, sent: 0 })
  })

  test('is taken back also when the focal point has handed it to the head, who alone is then nudged', async () => {
    await officer.send(aDraft({ at: { day: '2024-03-26', hour: '09:00' } }))
    await meets('A', 'WITH_HEAD')
    expect((await queued()).filter(({ why }) => why === 'withHead')).toHaveLength(2)
    const again = await plan(aDraft())
    const toA = again.ones.filter(({ recipient }) => recipient.unitCode === 'A')
    expect(toA.map(({ recipient, composed }) => [recipient.person?.givenName, composed.go[0]?.to])).toEqual([
      ['head-A', 'decide'],
    ])
  })

  test('planned ahead does not reach who has left the unit meanwhile, nor who has had their data deleted', async () => {
    const draft = aDraft({ at: { day: '2024-03-27', hour: '09:00' } })
    await officer.send(draft)
    const left = { personId: season.person['clerk-A'] ?? '' }
    await store.prisma.roleAssignment.updateMany({ where: left, data: { validTo: '2024-03-25' } })
    await asPerson(season, 'head-B', ctx => erase(ctx, ctx.person.id, personalData))
    season.clock.set('2024-03-25T17:00:00Z')
    await beat(season.system, 'one')
    const found = await results(draft.id)
    expect(found?.results.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['cancelled', 'notInCharge'],
      ['waiting', null],
      ['waiting', null],
      ['cancelled', 'erased'],
    ])
  })

  test('counts in the daily budget of its day: the ladder then waits for the next', async () => {
    const dayOfStep = { day: '2024-03-26', hour: '08:00' }
    for (const at of [dayOfStep, { day: '2024-03-27', hour: '08:00' }]) await officer.send(aDraft({ at }))
    const waits = async () => {
      await store.prisma.reminder.deleteMany()
      await store.prisma.setting.deleteMany()
      season.clock.set('2024-03-26T01:00:00Z')
      await beat(season.system, 'one')
      return store.prisma.reminder.count({ where: { state: 'PLANNED', why: 'budget' } })
    }
    // One broadcast today, one tomorrow, and a budget of two.
    expect(await waits()).toBe(0)
    await store.prisma.outbox.deleteMany({ where: { kind: 'REMINDER' } })
    await officer.send(aDraft({ at: { day: '2024-03-26', hour: '09:00' } }))
    expect(await waits()).toBe(4)
  })

  test('names who cannot be reached and why, and the units in which there is nobody', async () => {
    await store.prisma.account.updateMany({
      where: { externalId: 'clerk-A' },
      data: { state: 'INACTIVE', inactiveWhy: 'blocked' },
    })
    await store.prisma.conversation.deleteMany({ where: { account: { externalId: 'head-A' } } })
    await store.prisma.account.deleteMany({ where: { externalId: 'head-A' } })
    await store.prisma.roleAssignment.deleteMany({ where: { unitCode: 'B' } })
    const draft = aDraft()
    const { unreachable } = await plan(draft)
    expect(unreachable.map(({ unitCode, person, why }) => [unitCode, person?.givenName ?? null, why])).toEqual([
      ['A', 'clerk-A', 'inactive'],
      ['A', 'head-A', 'noAccount'],
      ['B', null, 'nobody'],
    ])
    expect(await officer.send(draft)).toEqual({ sent: true, count: 0, unreachable: 3 })
    expect((await results(draft.id))?.counts.unreachable).toBe(3)
  })
})

describe('the hour of sending', () => {
  test('outside the office hours is moved to the next one, and said so', async () => {
    season.clock.set('2024-03-29T10:30:00Z')
    const { begin, isMoved, ones } = await plan(aDraft())
    expect([begin, isMoved]).toEqual([{ day: '2024-04-01', hour: '08:00' }, true])
    expect(ones[0]?.notBefore.toISOString()).toBe('2024-04-01T01:00:00.000Z')
    expect(ones[0]?.expiresAt.toISOString()).toBe('2024-04-01T09:30:00.000Z')
    // What is left is counted from the day on which it is read.
    expect(ones[0]?.composed.message.text).toContain('đã quá 1 ngày làm việc')
  })

  test('keeps the quiet hours of each person', async () => {
    await store.prisma.person.update({
      where: { id: season.person['clerk-A'] ?? '' },
      data: { quietFrom: '07:00', quietTo: '10:15' },
    })
    await store.prisma.person.update({
      where: { id: season.person['clerk-B'] ?? '' },
      data: { quietFrom: '07:00', quietTo: '18:00' },
    })
    const { ones, unreachable } = await plan(aDraft())
    const clerk = ones.find(({ recipient }) => recipient.person?.givenName === 'clerk-A')
    expect(clerk?.notBefore.toISOString()).toBe('2024-03-25T03:15:00.000Z')
    expect(unreachable.map(({ person, why }) => [person?.givenName, why])).toEqual([['clerk-B', 'quiet']])
  })

  test('that has passed or lies too far ahead is refused in words', async () => {
    const names = async (at: Draft['at']) => (await plan(aDraft({ at }))).problems.map(({ name }) => name)
    expect(await names({ day: '2024-03-25', hour: '08:59' })).toEqual(['past'])
    expect(await names({ day: '2024-09-25', hour: '09:00' })).toEqual(['tooFar'])
    expect(await names({ day: '2024-03-27', hour: '09:00' })).toEqual([])
  })
})

describe('a broadcast to units', () => {
  const all: Audience = { to: { of: 'all' }, roles: ['head'] }
  const text = 'Kính gửi [tên] ([Don Vi]). [cơ quan] thông báo họp.'

  test('goes to those chosen, of units that compete only, whatever they have handed in', async () => {
    await meets('A')
    const names = async (audience: Audience) =>
      (await plan(aDraft({ audience, text }))).ones.map(({ recipient }) => recipient.person?.givenName)
    expect(await names(all)).toEqual(['head-A', 'head-B'])
    expect(await names({ ...all, to: { of: 'group', group: 'G4' } })).toEqual(['head-A', 'head-B'])
    expect(await names({ to: { of: 'units', units: ['B', 'PNV'] }, roles: ['focalPoint'] })).toEqual(['clerk-B'])
  })

  test('fills the placeholders for each, and is not taken back when the unit hands something in', async () => {
    const draft = aDraft({ audience: all, text, at: { day: '2024-03-26', hour: '09:00' } })
    await officer.send(draft)
    await meets('A')
    const rows = await queued()
    expect(rows.map(({ state }) => state)).toEqual(['QUEUED', 'QUEUED'])
    expect(JSON.stringify(rows[0]?.body)).toContain('Kính gửi head-A (Phường A). Phòng Nội vụ thông báo họp.')
  })

  test('with a place left open, or one that only a nudge can fill, is not sent', async () => {
    const names = async (text: string) =>
      (await plan(aDraft({ audience: all, text }))).problems.map(({ name, params }) => [name, params?.placeholder])
    expect(await names(templateText('notice', t))).toEqual([['unfilled', '[nội dung thông báo]']])
    expect(await names('Hạn là [hạn]')).toEqual([['onlyInNudges', '[hạn]']])
    expect(await officer.send(aDraft({ audience: all, text: '[địa điểm]' }))).toMatchObject({ why: 'problems' })
    expect(await names('a'.repeat(1001))).toEqual([['tooLong', undefined]])
  })
})

describe('what became of it', () => {
  test('is told for each recipient, with the reason and the time', async () => {
    const draft = aDraft()
    await officer.send(draft)
    const [one, two, three] = await queued()
    const sentAt = new Date('2024-03-25T02:01:00Z')
    await store.prisma.outbox.update({ where: { seq: one?.seq ?? 0n }, data: { state: 'SENT', sentAt } })
    await store.prisma.outbox.update({ where: { seq: two?.seq ?? 0n }, data: { state: 'UNKNOWN', why: 'sender-gone' } })
    await store.prisma.outbox.update({ where: { seq: three?.seq ?? 0n }, data: { state: 'DEAD', why: '403' } })
    const found = await results(draft.id)
    expect(found?.counts).toEqual({
      sent: 1,
      unknown: 1,
      dead: 1,
      waiting: 1,
      unreachable: 0,
      expired: 0,
      cancelled: 0,
    })
    expect(found?.results.map(({ name, outcome, why }) => [name, outcome, why])).toEqual([
      ['Họ clerk-A', 'sent', null],
      ['Họ head-A', 'unknown', 'sender-gone'],
      ['Họ clerk-B', 'dead', '403'],
      ['Họ head-B', 'waiting', null],
    ])
    expect(found?.results[0]?.at).toEqual(sentAt)
  })

  test('a cancel takes back what has not left, and is recorded with its reason', async () => {
    const draft = aDraft()
    await officer.send(draft)
    const [one] = await queued()
    await store.prisma.outbox.update({ where: { seq: one?.seq ?? 0n }, data: { state: 'SENT' } })
    const cancel = () => asPerson(season, 'officer', ctx => cancelBroadcast(ctx, draft.id, 'Gửi nhầm nội dung'))
    expect(await cancel()).toEqual({ ok: true, say: t('broadcast.cancel.done', { count: 3 }) })
    expect((await results(draft.id))?.counts).toMatchObject({ sent: 1, cancelled: 3, waiting: 0 })
    expect(await store.prisma.audit.count({ where: { action: 'broadcast.cancel', reason: 'Gửi nhầm nội dung' } })).toBe(
      1,
    )
    expect((await cancel()).ok).toBe(false)
  })

  test('is nobody’s business but the officers’', async () => {
    const draft = aDraft()
    expect(await asPerson(season, 'head-A', ctx => sendBroadcast(ctx, draft))).toEqual({ sent: false, why: 'notYours' })
    await officer.send(draft)
    expect(await asPerson(season, 'head-A', ctx => resultsOf(ctx, draft.id))).toBeNull()
    expect((await asPerson(season, 'head-A', ctx => cancelBroadcast(ctx, draft.id, 'không được'))).ok).toBe(false)
    expect(await queued()).toHaveLength(4)
  })
})
