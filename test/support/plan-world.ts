import type { OutboundMessage } from '../../src/channels/channel.ts'
import { dayOf, steppedClock } from '../../src/clock.ts'
import type { Ctx } from '../../src/contract/feature.ts'
import { makeCtx } from '../../src/contract/make-ctx.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import { readPerson } from '../../src/people/read-person.ts'
import type { Role } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { freshEmbedded } from './database.ts'
import { testSystem } from './test-system.ts'

/** The real plan with all features and real intake; people are known by their names, which are their chat accounts too. */
export interface PlanWorld {
  store: Store
  system: System
  clock: ReturnType<typeof steppedClock>
  /** A person with these roles; those who are known already get one more. */
  join(name: string, role: Role, unitCode: string): Promise<string>
  /** Says a line and gives what was answered last. */
  say(name: string, text: string): Promise<OutboundMessage>
  /** Says several lines; the last answer. */
  talk(name: string, ...lines: string[]): Promise<OutboundMessage>
  sendFile(name: string, file: string): Promise<OutboundMessage>
  /** Runs work as this person, outside a chat: pages of the desk. */
  as<T>(name: string, work: (ctx: Ctx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export async function planWorld(start: string, given?: Store, year?: number): Promise<PlanWorld> {
  const store = given ?? (await freshEmbedded())
  const clock = steppedClock(start)
  const system = await testSystem(store, clock, year)
  const { prisma } = store
  const ids = new Map<string, string>()
  let events = 0

  async function send(name: string, content: Parameters<typeof receive>[1]['content']): Promise<OutboundMessage> {
    clock.advance(1_000)
    events += 1
    await receive(system, { channel: 'web', eventId: String(events), account: name, at: clock.now(), content })
    const row = await prisma.outbox.findFirstOrThrow({
      where: { account: { externalId: name }, kind: 'REPLY' },
      orderBy: { seq: 'desc' },
    })
    return (row.body as unknown as { message: OutboundMessage }).message
  }

  return {
    store,
    system,
    clock,
    async join(name, role, unitCode) {
      clock.advance(1)
      const at = clock.now()
      const id = ids.get(name) ?? newId(at)
      if (!ids.has(name)) {
        ids.set(name, id)
        await prisma.person.create({ data: { id, fullName: name, givenName: name, createdAt: at } })
        await prisma.account.create({
          data: {
            ...{ id: newId(at), channel: 'web', externalId: name, displayName: name, personId: id, createdAt: at },
            conversation: { create: {} },
          },
        })
      }
      await prisma.roleAssignment.create({
        data: { id: newId(at), personId: id, role, unitCode, position: '', validFrom: '2024-01-01' },
      })
      return id
    },
    say: (name, text) => send(name, { type: 'text', text }),
    async talk(name, ...lines) {
      let last: OutboundMessage = { text: '' }
      for (const text of lines) last = await send(name, { type: 'text', text })
      return last
    },
    async sendFile(name, file) {
      const answer = await send(name, { type: 'files', files: [{ name: file, ref: file }] })
      await prisma.storedFile.updateMany({ where: { state: 'PENDING' }, data: { state: 'STORED' } })
      return answer
    },
    as: (name, work) =>
      inTransaction(prisma, async tx => {
        const row = await tx.campaign.findFirstOrThrow({ where: { isActive: true } })
        const campaign = await system.campaign(tx, row.planHash)
        const now = clock.now()
        const person = await readPerson(tx, ids.get(name) ?? '', dayOf(now, campaign.timeZone))
        if (!person) throw new Error(`nobody is called ${name}`)
        const account = await tx.account.findFirstOrThrow({ where: { personId: person.id } })
        const sent = { sentAt: now, claimedAt: null }
        const acting = { campaign, account: { id: account.id, channel: 'web' as const }, person, now, sent }
        return work(makeCtx(system, tx, acting))
      }),
    close: () => store.close(),
  }
}
