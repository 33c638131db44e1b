import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Period, RetentionKind } from '../../../src/campaign/retention.ts'
import { retentionKinds } from '../../../src/campaign/retention.ts'
import { campaignSource } from '../../../src/campaign/source.ts'
import { after as later, steppedClock } from '../../../src/clock.ts'
import { daily } from '../../../src/daily.ts'
import { prunes } from '../../../src/features/retention/prunes.ts'
import { storeMade } from '../../../src/files/store-made.ts'
import type { System } from '../../../src/intake/system.ts'
import { BATCH } from '../../../src/store/batches.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { inTransaction } from '../../../src/store/transaction.ts'
import { testSystem } from '../../support/test-system.ts'

const DAY = 86_400_000

/** What is removed when, on every database. */
export function retentionContract(freshStore: () => Promise<Store>): void {
  describe('what is kept for a time only', () => {
    let store: Store
    let system: System
    const clock = steppedClock('2024-03-20T01:30:00Z')
    beforeAll(async () => {
      store = await freshStore()
    })
    beforeEach(async () => {
      await store.prisma.$executeRawUnsafe(
        'TRUNCATE campaign, unit, person, account, outbox, chat_line, inbound_event, draft, stored_file, file_content, lease, setting RESTART IDENTITY CASCADE',
      )
      clock.set('2024-03-20T01:30:00Z')
      system = await testSystem(store, clock)
    })
    afterAll(() => store.close())

    /** The day's work some days later, at three in the morning. */
    const onDay = async (days: number) => {
      clock.set('2024-03-19T20:00:00Z')
      clock.advance(days * DAY)
      await daily(system, 'one', () => true)
    }

    it('has a way to go for every kind, and a period of the plan', async () => {
      const { plan } = await system.campaign(store.prisma)
      expect(Object.keys(prunes).toSorted()).toEqual([...retentionKinds].toSorted())
      expect(Object.keys(plan.retention).toSorted()).toEqual([...retentionKinds].toSorted())
    })

    it('goes on the day after its period, no day before', async () => {
      const { plan } = await system.campaign(store.prisma)
      for (const kind of retentionKinds) {
        const days = daysOf(plan.retention[kind])
        await oneOf(kind)
        await onDay(days - 1)
        expect([kind, await isThere(kind)]).toEqual([kind, true])
        await onDay(days + 2)
        expect([kind, await isThere(kind)]).toEqual([kind, false])
        clock.set('2024-03-20T01:30:00Z')
        await store.prisma.setting.deleteMany({ where: { key: 'daily.done' } })
      }
    })

    it('is done once a day, by one instance, and again when it was interrupted', async () => {
      await oneOf('inboundEvents')
      clock.advance(40 * DAY)
      await daily(system, 'one', () => false)
      expect(await isThere('inboundEvents')).toBe(true)
      await store.prisma.lease.create({ data: { name: 'daily', owner: 'two', until: later(clock.now(), 60_000) } })
      await daily(system, 'one', () => true)
      expect(await isThere('inboundEvents')).toBe(true)
      clock.advance(61_000)
      await daily(system, 'one', () => true)
      expect(await isThere('inboundEvents')).toBe(false)
      await oneOf('inboundEvents')
      await store.prisma.inboundEvent.updateMany({ data: { receivedAt: later(clock.now(), -90 * DAY) } })
      await daily(system, 'one', () => true)
      expect(await isThere('inboundEvents')).toBe(true)
    })

    it('goes in statements of a bounded number of rows', async () => {
      await store.prisma.$executeRaw`
      INSERT INTO inbound_event (channel, event_id, received_at)
      SELECT 'web', n::text, ${clock.now()} FROM generate_series(1, ${2 * BATCH + 1}) n`
      const counts: number[] = []
      for await (const count of prunes.inboundEvents(store.prisma, later(clock.now(), 1))) counts.push(count)
      expect(counts).toEqual([BATCH, BATCH, 1])
    })

    it('leaves of a message that it was sent and what its buttons open', async () => {
      const seq = await oneOf('sentBodies')
      await onDay(200)
      expect(await store.prisma.outbox.findFirst({ where: { seq: BigInt(seq) } })).toMatchObject({
        state: 'SENT',
        way: 'telegram',
        body: { go: [{ to: 'tasks' }] },
      })
    })

    it('does not touch what waits to be sent, an answered form, or a file that anything names', async () => {
      const { prisma } = store
      const seq = await oneOf('sentBodies')
      await prisma.outbox.updateMany({ data: { state: 'QUEUED' } })
      await oneOf('cancelledDrafts')
      await prisma.draft.updateMany({ data: { state: 'SUBMITTED' } })
      const unit = await prisma.unit.findFirstOrThrow()
      const pictured = await oneOf('orphanedFiles')
      await prisma.unitPicture.create({ data: { fileId: pictured, unitCode: unit.code, shows: 'x' } })
      const answered = await oneOf('orphanedFiles')
      const draft = await prisma.draft.findFirstOrThrow()
      const value = [{ id: answered, name: 'tep.pdf' }]
      await prisma.answer.create({ data: { draftId: draft.id, field: 'files', value, typed: '', at: clock.now() } })
      await onDay(400)
      expect(await prisma.outbox.findFirst({ where: { seq: BigInt(seq) } })).toMatchObject({
        body: { message: { text: 'x' } },
      })
      expect(await prisma.storedFile.count()).toBe(2)
      expect(await prisma.fileContent.count()).toBe(1)
      expect(await prisma.draft.count()).toBe(1)
    })

    it('is kept for a default time where the stored plan is of an older release', async () => {
      const row = await store.prisma.campaign.findFirstOrThrow()
      const { retention: _, ...older } = row.plan as Record<string, unknown>
      await store.prisma.campaign.update({ where: { id: row.id }, data: { plan: JSON.parse(JSON.stringify(older)) } })
      const reread = await campaignSource()(store.prisma)
      expect(reread.plan.retention.sentBodies).toEqual({ months: 6 })
    })

    /** Something of this kind that is as old as now; gives its id. */
    async function oneOf(kind: RetentionKind): Promise<string> {
      const { prisma } = store
      const id = newId(clock.now())
      const now = clock.now()
      const guest = async (lastInboundAt: Date) => {
        await prisma.account.create({
          data: {
            ...{ id, channel: 'telegram', externalId: `guest-${id}`, createdAt: now },
            conversation: { create: { lastInboundAt } },
          },
        })
        return id
      }
      const member = async () => {
        const person = await prisma.person.create({ data: { id, fullName: 'A', givenName: 'A', createdAt: now } })
        await guest(now)
        await prisma.account.update({ where: { id }, data: { personId: person.id } })
      }
      switch (kind) {
        case 'inboundEvents':
          await prisma.inboundEvent.create({ data: { channel: 'web', eventId: id, receivedAt: now } })
          return id
        case 'chatTranscripts':
          await member()
          await prisma.chatLine.create({ data: { accountId: id, key: id, fromBot: true, body: {}, at: now } })
          return id
        case 'sentBodies': {
          await member()
          const body = { message: { text: 'x' }, go: [{ to: 'tasks' }] }
          const row = await prisma.outbox.create({
            data: {
              ...{ dedupeKey: id, accountId: id, channel: 'telegram', kind: 'NOTICE', body, state: 'SENT' },
              ...{ way: 'telegram', notBefore: now, createdAt: now, sentAt: now },
            },
          })
          return String(row.seq)
        }
        case 'cancelledDrafts':
        case 'untouchedDrafts': {
          const state = kind === 'cancelledDrafts' ? 'CANCELLED' : 'OPEN'
          const form = { form: 'initiative', formVersion: 1, params: {}, position: 'title' }
          await prisma.draft.create({ data: { id, ...form, state, createdAt: now, updatedAt: now } })
          return id
        }
        case 'orphanedFiles': {
          const bytes = new TextEncoder().encode('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n')
          return inTransaction(prisma, tx => storeMade(tx, { name: 'tep.pdf', bytes }, now))
        }
        case 'sessionsAndLinks':
          await guest(now)
          await prisma.webSession.create({
            data: { tokenHash: id, accountId: id, createdAt: now, lastSeenAt: now, expiresAt: now },
          })
          return id
        case 'guestAccounts':
          return guest(now)
      }
    }

    async function isThere(kind: RetentionKind): Promise<boolean> {
      const { prisma } = store
      const counts: Record<RetentionKind, () => Promise<number>> = {
        inboundEvents: () => prisma.inboundEvent.count(),
        chatTranscripts: () => prisma.chatLine.count(),
        sentBodies: () => prisma.outbox.count({ where: { body: { path: ['message', 'text'], equals: 'x' } } }),
        cancelledDrafts: () => prisma.draft.count({ where: { state: 'CANCELLED' } }),
        untouchedDrafts: () => prisma.draft.count({ where: { state: 'OPEN' } }),
        orphanedFiles: async () => (await prisma.storedFile.count()) + (await prisma.fileContent.count()),
        sessionsAndLinks: () => prisma.webSession.count(),
        guestAccounts: () => prisma.account.count({ where: { personId: null, externalId: { startsWith: 'guest-' } } }),
      }
      return (await counts[kind]()) > 0
    }
  })
}

function daysOf(period: Period): number {
  return 'days' in period ? period.days : Math.round(period.months * 30.5)
}
