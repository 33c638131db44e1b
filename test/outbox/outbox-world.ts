import type { Channel, ChannelName, Delivery } from '../../src/channels/channel.ts'
import { steppedClock } from '../../src/clock.ts'
import { type Outbox, outboxOver } from '../../src/outbox/deliver.ts'
import type { Pace } from '../../src/outbox/pace.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { silentLog } from '../support/database.ts'

export const START = '2024-03-20T02:00:00Z'

/** An outbox with people to write to; nothing moves unless the test says so. */
export class OutboxWorld {
  readonly store: Store
  readonly clock = steppedClock(START)

  constructor(store: Store) {
    this.store = store
  }

  async account(channel: ChannelName = 'telegram', personId: string | null = null): Promise<string> {
    const id = newId(this.clock.now())
    const createdAt = this.clock.now()
    await this.store.prisma.account.create({ data: { id, channel, externalId: `of-${id}`, personId, createdAt } })
    await this.store.prisma.conversation.create({ data: { accountId: id } })
    return id
  }

  async person(): Promise<string> {
    const id = newId(this.clock.now())
    await this.store.prisma.person.create({
      data: { id, fullName: 'Người Thử', givenName: 'Thử', createdAt: this.clock.now() },
    })
    return id
  }

  async queue(
    accountId: string,
    kind: Delivery['kind'],
    dedupeKey: string,
    more: { notBefore?: Date; expiresAt?: Date; channel?: ChannelName; body?: object } = {},
  ): Promise<bigint> {
    const now = this.clock.now()
    const row = await this.store.prisma.outbox.create({
      data: {
        dedupeKey,
        accountId,
        kind,
        channel: more.channel ?? 'telegram',
        body: more.body ?? { message: { text: dedupeKey } },
        notBefore: more.notBefore ?? now,
        expiresAt: more.expiresAt ?? null,
        createdAt: now,
      },
    })
    return row.seq
  }

  outbox(channels: Channel | Channel[], owner = 'one', pace: Partial<Pace> = {}): Outbox {
    const list = [channels].flat()
    const full = { perSecond: 25, forReplies: 0, chatBurst: 3, parallel: 3, ...pace }
    const paces = Object.fromEntries(list.map(channel => [channel.name, full]))
    return outboxOver({ prisma: this.store.prisma, clock: this.clock, log: silentLog, owner, channels: list, paces })
  }

  async states(): Promise<Record<string, string>> {
    const rows = await this.store.prisma.outbox.findMany({ orderBy: { seq: 'asc' } })
    return Object.fromEntries(rows.map(row => [row.dedupeKey, row.state]))
  }

  async row(dedupeKey: string) {
    return this.store.prisma.outbox.findUniqueOrThrow({ where: { dedupeKey } })
  }

  /** Rounds, a second apart, until nothing is queued or being sent. */
  async settle(outbox: Outbox, rounds = 60): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      await outbox.turn()
      const left = await this.store.prisma.outbox.count({ where: { state: { in: ['QUEUED', 'SENDING'] } } })
      if (left === 0) return
      this.clock.advance(1_000)
    }
  }

  async clear(): Promise<void> {
    await this.store.prisma.$executeRawUnsafe('TRUNCATE outbox, setting, conversation, account, person, audit CASCADE')
    this.clock.set(START)
  }
}
