import { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../../src/campaign/active.ts'
import type { Plan } from '../../src/campaign/plan.ts'
import type { Channel, Inbound, OutboundMessage } from '../../src/channels/channel.ts'
import { createBell } from '../../src/channels/web/bell.ts'
import { webChannel } from '../../src/channels/web/channel.ts'
import { steppedClock } from '../../src/clock.ts'
import type { Feature } from '../../src/contract/feature.ts'
import { deskRoutes } from '../../src/desk/desk-routes.tsx'
import { joiningInto } from '../../src/features/joining/feature.ts'
import { menuOver } from '../../src/features/menu/feature.ts'
import { webLink } from '../../src/features/web-link/feature.ts'
import { receive } from '../../src/intake/receive.ts'
import { registryOf } from '../../src/intake/registry.ts'
import type { System } from '../../src/intake/system.ts'
import { invite } from '../../src/people/invitation.ts'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import type { Role } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { loadTexts } from '../../src/texts.ts'
import { createWeb } from '../../src/web/server.ts'
import type { SignInRules } from '../../src/web/sign-in-rules.ts'
import type { WebParts } from '../../src/web/web-parts.ts'
import { freshEmbedded, silentLog } from '../support/database.ts'
import { onlyCampaign } from '../support/only-campaign.ts'

export interface AWeb {
  app: ReturnType<typeof createWeb>
  system: System
  store: Store
  channel: Channel
  clock: ReturnType<typeof steppedClock>
  parts: WebParts
  received: Inbound[]
  /** Makes `receive` fail so often, as a database that is away would. */
  failNext(times: number): void
  invite(role?: Role): Promise<string>
  person(name: string, role?: Role): Promise<string>
  linkFor(personId: string): Promise<string>
  notify(personId: string, message: OutboundMessage): Promise<void>
  close(): Promise<void>
}

/** The whole web over an empty database, with real intake and with an outbox that delivers before it returns. */
export async function aWeb(
  wanted: {
    features?: Feature[]
    publicUrl?: string
    demo?: WebParts['demo']
    store?: Store
    signIn?: SignInRules
  } = {},
): Promise<AWeb> {
  const store = wanted.store ?? (await freshEmbedded())
  const clock = steppedClock('2024-03-18T01:30:00Z')
  const bell = createBell()
  const ear = store.listen({ heard: bell.ring, missed: bell.ringAll })
  const channel = webChannel({ prisma: store.prisma, clock, bell })
  const known = [webLink, ...(wanted.features ?? [])]
  const menu = menuOver(known)
  const features = [joiningInto(menu.show), menu, ...known]
  const texts = { vi: loadTexts('vi'), en: loadTexts('en') }
  const system: System = {
    prisma: store.prisma,
    clock,
    log: silentLog,
    registry: registryOf(features),
    texts: locale => texts[locale],
    defaultLocale: 'vi',
    campaign: async () => campaign,
    publicUrl: wanted.publicUrl ?? 'http://localhost:3000',
    officeSecret: async () => 'the secret of a test',
    wake: () => {},
    place: () => null,
  }
  await store.prisma.unit.create({ data: { code: 'U1', name: 'Phường Một', nameFolded: 'phuong mot', kind: 'WARD' } })
  const received: Inbound[] = []
  let failures = 0
  const deliver = () => deliverQueued(store, channel)
  const parts: WebParts = {
    bell,
    features,
    desk: deskRoutes,
    receive: async inbound => {
      if (failures-- > 0) throw new Error('the database is away')
      received.push(inbound)
      await receive(system, inbound)
      await deliver()
    },
    health: async () => ({ status: 'ok', parts: { database: { state: 'up' }, telegram: 'off' } }),
    mayReadFile: async () => false,
    uploads: {
      maxBytes: 1_048_576,
      accept: '.pdf',
      isWithinQuota: async () => true,
      refusal: async (_, bytes) => (bytes.length === 0 ? 'empty' : bytes[0] === 0x25 ? null : 'type'),
    },
    ...(wanted.demo ? { demo: wanted.demo } : {}),
    ...(wanted.signIn ? { signIn: wanted.signIn } : {}),
  }
  const person = async (fullName: string, role: Role = 'CLERK') => {
    const id = newId(clock.now())
    const roles = { create: { id: newId(clock.now()), unitCode: 'U1', role, validFrom: '2024-01-01' } }
    const givenName = fullName.split(' ').at(-1) ?? ''
    await store.prisma.person.create({ data: { id, fullName, givenName, createdAt: clock.now(), roles } })
    return id
  }
  return {
    app: createWeb(system, parts),
    system,
    store,
    channel,
    clock,
    parts,
    received,
    failNext: times => {
      failures = times
    },
    invite: async (role = 'CLERK') => {
      const expiresAt = new Date('2030-01-01T00:00:00Z')
      const made = await invite(
        store.prisma,
        { unitCode: 'U1', role, expiresAt, maxUses: 1, createdBy: null },
        clock.now(),
      )
      return made.code
    },
    person,
    linkFor: async personId => `/vao/${await linkToWeb(store.prisma, personId, clock.now())}`,
    notify: async (personId, message) => {
      const account = await store.prisma.account.findFirstOrThrow({ where: { personId, channel: 'web' } })
      await channel.send({ key: newId(clock.now()), account: account.externalId, message, kind: 'NOTICE' })
    },
    close: async () => {
      bell.close()
      await ear.close()
      await store.close()
    },
  }
}

/** What the sender of the outbox does, without its waiting. */
export async function deliverQueued(store: Store, channel: Channel): Promise<void> {
  const rows = await store.prisma.outbox.findMany({
    where: { state: 'QUEUED' },
    orderBy: { seq: 'asc' },
    include: { account: true },
  })
  for (const { seq, dedupeKey, account, body, kind } of rows) {
    const { message } = body as unknown as { message: OutboundMessage }
    const prompt = kind !== 'REPLY' && message.words ? { prompt: `n${seq}` } : {}
    await channel.send({ key: dedupeKey, account: account.externalId, message: { ...message, ...prompt }, kind })
    await store.prisma.outbox.update({ where: { seq }, data: { state: 'SENT' } })
  }
}

// Only what the web and the joining form read of a campaign; a whole plan has its own tests.
const campaign = onlyCampaign({
  id: newId(new Date('2024-01-01T00:00:00Z')),
  code: 'thi-du',
  year: 2024,
  plan: {
    identity: { title: 'Kế hoạch thi đua', name: 'Phong trào thi đua năm 2024' },
    purposes: ['Mục đích'],
  } as unknown as Plan,
  planHash: 'hash',
  timeZone: 'Asia/Ho_Chi_Minh',
  startsOn: Temporal.PlainDate.from('2024-03-01'),
  endsOn: Temporal.PlainDate.from('2024-12-31'),
  units: new Map([
    ['U1', { code: 'U1', name: 'Phường Một', kind: 'WARD', parentCode: null, validFrom: null, validTo: null }],
  ]),
} as unknown as ActiveCampaign)
