import { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../../../src/campaign/active.ts'
import { workingCalendar } from '../../../src/campaign/calendar.ts'
import type { Plan } from '../../../src/campaign/plan.ts'
import type { OutboundMessage } from '../../../src/channels/channel.ts'
import { steppedClock, zoned } from '../../../src/clock.ts'
import type { Ctx, Feature } from '../../../src/contract/feature.ts'
import { decisionsOf } from '../../../src/features/decisions/feature.ts'
import { drafts } from '../../../src/features/drafts/feature.ts'
import { initiatives } from '../../../src/features/initiatives/feature.ts'
import { menuOver } from '../../../src/features/menu/feature.ts'
import { progress } from '../../../src/features/progress/feature.ts'
import { receive } from '../../../src/intake/receive.ts'
import { registryOf } from '../../../src/intake/registry.ts'
import type { System } from '../../../src/intake/system.ts'
import { readPerson } from '../../../src/people/read-person.ts'
import { recordsOf } from '../../../src/records/feature.ts'
import type { Role } from '../../../src/store/generated/client.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { inTransaction, type Tx } from '../../../src/store/transaction.ts'
import { loadTexts, type Translate, type Tree } from '../../../src/texts.ts'
import { freshEmbedded, silentLog } from '../../support/database.ts'
import { onlyCampaign } from '../../support/only-campaign.ts'
import { smallPlan } from './small-plan.ts'

const timeZone = 'Asia/Ho_Chi_Minh'

export interface ChatWorld {
  store: Store
  clock: ReturnType<typeof steppedClock>
  system: System
  campaign: ActiveCampaign
  /** Makes a person with a chat; the name is also the chat account. */
  join(name: string, role: Role, unitCode: string): Promise<string>
  idOf(name: string): string
  owe(
    unitCode: string,
    dutyCode: string,
    targets: readonly string[],
    dueOn: string,
    opensOn?: string,
    period?: string,
  ): Promise<string>
  applies(unitCode: string, ...codes: string[]): Promise<void>
  /** Says a line and gives what the bot answered last. */
  say(name: string, text: string): Promise<OutboundMessage>
  /** Says several lines; the last answer. */
  talk(name: string, ...lines: string[]): Promise<OutboundMessage>
  sendFile(name: string, file: string): Promise<OutboundMessage>
  /** Notices a person got, oldest first. */
  notices(name: string): Promise<{ seq: bigint; message: OutboundMessage }[]>
  /** Presses the first button of the person's latest notice. */
  pressNotice(name: string): Promise<OutboundMessage>
  /** Runs work as this person, outside a chat: desk pages. */
  as<T>(name: string, work: (ctx: Ctx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A stored campaign of two wards, a city department and the managing office, with real intake and these two features. */
export async function chatWorld(
  start = '2024-03-20T02:00:00Z',
  more: { plan?: Partial<Plan>; features?: readonly Feature[]; texts?: Tree } = {},
): Promise<ChatWorld> {
  const vi = loadTexts('vi', more.texts)
  // Names of actions in the record belong to the record's own texts; here they are told by their code.
  const texts: Translate = (key, params) => (key.startsWith('audit.actions.') ? key : vi(key, params))
  const store = await freshEmbedded()
  const clock = steppedClock(start)
  const { prisma } = store
  const units = [
    ['NV', 'Phòng Nội vụ'],
    ['TCKH', 'Phòng Tài chính - Kế hoạch'],
    ['P1', 'UBND phường Một'],
    ['P2', 'UBND phường Hai'],
  ] as const
  const campaignId = newId(clock.now())
  await prisma.unit.createMany({
    data: units.map(([code, name]) => ({ code, name, nameFolded: name.toLowerCase(), kind: 'ward' })),
  })
  await prisma.campaign.create({
    data: {
      ...{ id: campaignId, code: 'T', year: 2024, name: 'T', startsOn: '2024-03-15', endsOn: '2024-12-31' },
      ...{ plan: {}, planHash: 'h', loadedAt: clock.now(), isActive: true },
    },
  })
  const campaign: ActiveCampaign = onlyCampaign({
    id: campaignId,
    code: 'T',
    year: 2024,
    // The features read only these parts of a plan.
    plan: { ...smallPlan, ...more.plan } as Plan,
    planHash: 'h',
    calendar: workingCalendar({ timeZone, weekend: ['SAT', 'SUN'], years: {} }),
    timeZone,
    startsOn: Temporal.PlainDate.from('2024-03-15'),
    endsOn: Temporal.PlainDate.from('2024-12-31'),
    units: new Map(
      units.map(([code, name]) => [
        code,
        {
          code,
          name,
          kind: 'ward',
          parentCode: null,
          validFrom: null,
          validTo: null,
          endKnownAt: null,
          successors: [],
        },
      ]),
    ),
  })
  const handedIn = [...new Set([initiatives, progress, ...(more.features ?? [])])]
  const records = [...handedIn, recordsOf(handedIn)]
  const known = [drafts, ...records, decisionsOf(records)]
  const system: System = {
    prisma,
    clock,
    log: silentLog,
    registry: registryOf([menuOver(known), ...known]),
    texts: () => texts,
    defaultLocale: 'vi',
    campaign: async () => campaign,
    publicUrl: 'http://desk.test',
    officeSecret: async () => 'the secret of a test',
    wake: () => undefined,
    place: () => null,
  }
  const ids = new Map<string, string>()
  let events = 0

  async function send(name: string, content: Parameters<typeof receive>[1]['content']): Promise<OutboundMessage> {
    clock.advance(1_000)
    const at = clock.now()
    await receive(system, { channel: 'web', eventId: String(++events), account: name, at, content })
    const row = await prisma.outbox.findFirstOrThrow({
      where: { account: { externalId: name }, kind: 'REPLY' },
      orderBy: { seq: 'desc' },
    })
    return (row.body as unknown as { message: OutboundMessage }).message
  }

  const world: ChatWorld = {
    store,
    clock,
    system,
    campaign,
    async join(name, role, unitCode) {
      // Ids follow the clock, and roles are read in their order.
      clock.advance(1)
      const at = clock.now()
      const known = ids.get(name)
      const id = known ?? newId(at)
      if (!known) {
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
        data: { id: newId(at), personId: id, unitCode, role, validFrom: '2024-01-01' },
      })
      return id
    },
    idOf: name => ids.get(name) ?? '',
    async owe(unitCode, dutyCode, targets, dueOn, opensOn = '2024-03-15', period = '') {
      const id = newId(clock.now())
      await prisma.obligation.create({
        data: { id, campaignId, unitCode, dutyCode, period, targets: [...targets], dueOn, opensOn, remindBy: dueOn },
      })
      return id
    },
    async applies(unitCode, ...codes) {
      await prisma.applicability.createMany({
        data: codes.map(targetCode => ({ campaignId, unitCode, targetCode, state: 'APPLIES' })),
      })
    },
    say: (name, text) => send(name, { type: 'text', text }),
    async talk(name, ...lines) {
      let answer: OutboundMessage = { text: '' }
      for (const text of lines) answer = await world.say(name, text)
      return answer
    },
    sendFile: (name, file) => send(name, { type: 'files', files: [{ name: file, ref: file }] }),
    async notices(name) {
      const rows = await prisma.outbox.findMany({
        where: { account: { externalId: name }, kind: 'NOTICE' },
        orderBy: { seq: 'asc' },
      })
      return rows.map(({ seq, body }) => ({ seq, message: (body as unknown as { message: OutboundMessage }).message }))
    },
    async pressNotice(name) {
      const last = (await world.notices(name)).at(-1)
      if (!last) throw new Error(`${name} got no notice`)
      return send(name, { type: 'choice', prompt: `n${last.seq}`, number: 1 })
    },
    as: (name, work) =>
      inTransaction(prisma, async (tx: Tx) => {
        clock.advance(1_000)
        const now = clock.now()
        const today = zoned(now, timeZone).toPlainDate()
        const person = await readPerson(tx, ids.get(name) ?? '', today)
        if (!person) throw new Error(`nobody is called ${name}`)
        const time = { now, today, sentAt: now, sentOn: today, claimedAt: null }
        const account = await tx.account.findFirstOrThrow({ where: { externalId: name } })
        const base = { tx, ...time, campaign, account: { id: account.id, channel: 'web' as const }, t: texts }
        const localTime = (instant: Date) => instant.toISOString()
        return work({
          ...base,
          texts: () => texts,
          publicUrl: system.publicUrl,
          officeSecret: system.officeSecret,
          localTime,
          person,
        })
      }),
    close: () => store.close(),
  }
  return world
}
