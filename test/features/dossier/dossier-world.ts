import type { Channel, InboundContent, OutboundMessage } from '../../../src/channels/channel.ts'
import { steppedClock } from '../../../src/clock.ts'
import type { Ctx } from '../../../src/contract/feature.ts'
import { onDesk } from '../../../src/contract/on-desk.ts'
import { receive } from '../../../src/intake/receive.ts'
import type { System } from '../../../src/intake/system.ts'
import type { Role } from '../../../src/store/generated/client.ts'
import { newId } from '../../../src/store/new-id.ts'
import { freshEmbedded } from '../../support/database.ts'
import { testSystem } from '../../support/test-system.ts'

export const ward = 'UB-P-QT'

export const office = 'UB-NV'

/** The eleven figures of a ward's first quarter, in the way people paste them. */
export const paste = [
  'Ban hành văn bản QPPL đúng quy trình: không phát sinh',
  'C07 20/20; C08 18/20',
  'số hóa kết quả giải quyết TTHC 150/200',
  'can bo dung dich vu cong truc tuyen: 24/25',
  '6. 20/25',
  'Hạn chế nộp hồ sơ trực tiếp\t3\t40',
  'Đề án tự chủ đơn vị sự nghiệp 1/2',
  'C12c: 12/12',
  'đã dùng thanh toán điện tử',
  'trao đổi văn bản điện tử 300/310',
].join('\n')

export interface DossierWorld {
  system: System
  clock: ReturnType<typeof steppedClock>
  campaignId: string
  join(name: string, role: Role, unitCode: string, channel?: Channel['name']): Promise<string>
  say(name: string, text: string, eventId?: string): Promise<OutboundMessage>
  press(name: string, prompt: string, number: number): Promise<OutboundMessage>
  pressNotice(name: string, number?: number): Promise<OutboundMessage>
  sendFile(name: string, file: string): Promise<OutboundMessage>
  notices(name: string): Promise<{ seq: bigint; message: OutboundMessage }[]>
  /** How many messages and presses this person has sent. */
  sent(name: string): number
  as<T>(name: string, work: (ctx: Ctx) => Promise<T>): Promise<T>
  settled(...unitCodes: string[]): Promise<void>
  /** The next event that says this text loses the database right there. */
  failAt(key: string): void
  close(): Promise<void>
}

/** The default plan with its real units, events straight into the intake. */
export async function dossierWorld(start = '2024-03-20T02:00:00Z'): Promise<DossierWorld> {
  const store = await freshEmbedded()
  const clock = steppedClock(start)
  const real = await testSystem(store, clock)
  let fails: string | null = null
  const system: System = {
    ...real,
    texts: locale => {
      const t = real.texts(locale)
      return (key, params) => {
        if (key !== fails) return t(key, params)
        fails = null
        throw Object.assign(new Error('the connection is lost'), { code: 'ECONNRESET' })
      }
    },
  }
  const { prisma } = store
  const campaign = await prisma.campaign.findFirstOrThrow()
  const people = new Map<string, { id: string; channel: Channel['name']; accountId: string; sent: number }>()
  let events = 0

  const one = (name: string) => {
    const found = people.get(name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found
  }

  async function send(name: string, content: InboundContent, eventId = String(++events)): Promise<OutboundMessage> {
    const person = one(name)
    clock.advance(1_000)
    person.sent += 1
    await receive(system, { channel: person.channel, eventId, account: name, at: clock.now(), content })
    const row = await prisma.outbox.findFirstOrThrow({
      where: { account: { externalId: name }, kind: 'REPLY' },
      orderBy: { seq: 'desc' },
    })
    return (row.body as unknown as { message: OutboundMessage }).message
  }

  const world: DossierWorld = {
    ...{ system, clock, campaignId: campaign.id },
    async join(name, role, unitCode, channel = 'telegram') {
      clock.advance(1)
      const at = clock.now()
      const [id, accountId] = [newId(at), newId(at)]
      await prisma.person.create({ data: { id, fullName: name, givenName: name, createdAt: at } })
      await prisma.account.create({
        data: {
          ...{ id: accountId, channel, externalId: name, displayName: name, personId: id, createdAt: at },
          conversation: { create: {} },
        },
      })
      await prisma.roleAssignment.create({
        data: { id: newId(at), personId: id, unitCode, role, validFrom: '2024-01-01' },
      })
      people.set(name, { id, channel, accountId, sent: 0 })
      return id
    },
    say: (name, text, eventId) => send(name, { type: 'text', text }, eventId),
    press: (name, prompt, number) => send(name, { type: 'choice', prompt, number }),
    async pressNotice(name, number = 1) {
      const last = (await world.notices(name)).at(-1)
      if (!last) throw new Error(`${name} got no notice`)
      return send(name, { type: 'choice', prompt: `n${last.seq}`, number })
    },
    sendFile: (name, file) => send(name, { type: 'files', files: [{ name: file, ref: file }] }),
    async notices(name) {
      const rows = await prisma.outbox.findMany({
        where: { account: { externalId: name }, kind: 'NOTICE' },
        orderBy: { seq: 'asc' },
      })
      return rows.map(({ seq, body }) => ({ seq, message: (body as unknown as { message: OutboundMessage }).message }))
    },
    sent: name => one(name).sent,
    async as(name, work) {
      clock.advance(1_000)
      const { id, accountId } = one(name)
      const done = await onDesk(system, { personId: id, accountId }, work)
      if (done === null) throw new Error(`${name} is not there`)
      return done
    },
    // What nobody has settled yet is settled as applying, so that a ward has all its targets.
    async settled(...unitCodes) {
      await prisma.applicability.updateMany({
        where: { unitCode: { in: unitCodes }, state: 'PENDING' },
        data: { state: 'APPLIES', source: 'person', reason: 'đã xác nhận' },
      })
      // And one more, so that it has eleven figures to give.
      const decided = { targetCode: 'C02', state: 'APPLIES', source: 'person', reason: 'đã xác nhận' } as const
      for (const unitCode of unitCodes) {
        const pair = { campaignId: campaign.id, unitCode, targetCode: 'C02' }
        const where = { campaignId_unitCode_targetCode: pair }
        await prisma.applicability.upsert({ where, create: { ...pair, ...decided }, update: decided })
      }
    },
    failAt: key => {
      fails = key
    },
    close: () => store.close(),
  }
  return world
}
