import { campaignSource, campaignsMark } from '../../../src/campaign/source.ts'
import { dayOf, steppedClock } from '../../../src/clock.ts'
import type { Ctx } from '../../../src/contract/feature.ts'
import { makeCtx } from '../../../src/contract/make-ctx.ts'
import { records } from '../../../src/features/list.ts'
import type { System } from '../../../src/intake/system.ts'
import { ensureCampaign } from '../../../src/loading/ensure.ts'
import { readPerson } from '../../../src/people/read-person.ts'
import { isOfRecords } from '../../../src/records/feature.ts'
import type { Role } from '../../../src/store/generated/client.ts'
import { newId } from '../../../src/store/new-id.ts'
import type { Store } from '../../../src/store/open.ts'
import { inTransaction, type Tx } from '../../../src/store/transaction.ts'
import { type Chat, chatIn } from '../../support/chat.ts'
import { freshEmbedded } from '../../support/database.ts'
import { defaultFiles } from '../../support/loaded-campaign.ts'
import { testSystem } from '../../support/test-system.ts'

export const kinds = records.filter(isOfRecords).map(({ record }) => record)

export interface World {
  store: Store
  system: System
  clock: ReturnType<typeof steppedClock>
  join(name: string, role: Role, unitCode: string): Promise<Chat>
  talk(chat: Chat, ...lines: string[]): Promise<Awaited<ReturnType<Chat['last']>>>
  idOf(name: string): string
  /** Runs work as this person, on the desk. */
  as<T>(name: string, work: (ctx: Ctx) => Promise<T>): Promise<T>
}

/** The city as it was before anybody knew of a reorganisation: its units of 2024 without an end, in a season of 2025. */
export async function world(start: string, isThere: (code: string) => boolean = () => true): Promise<World> {
  const store = await freshEmbedded()
  const clock = steppedClock(start)
  const files = defaultFiles(2025)
  const units = files.units
    .filter(({ code }) => !code.startsWith('QN-P-') && isThere(code))
    .map(unit => ({ ...unit, validTo: null, successors: [] }))
  await ensureCampaign(store.prisma, { ...files, units }, false, clock.now())
  const system = await testSystem(store, clock, 2025)
  const source = campaignSource()
  system.campaign = async tx => source(tx, await campaignsMark(tx))
  const ids = new Map<string, string>()
  const idOf = (name: string) => ids.get(name) ?? ''
  return {
    ...{ store, system, clock, idOf },
    async join(name, role, unitCode) {
      clock.advance(1)
      const now = clock.now()
      if (!ids.has(name)) {
        ids.set(name, newId(now))
        await store.prisma.person.create({ data: { id: idOf(name), fullName: name, givenName: name, createdAt: now } })
        await store.prisma.account.create({
          data: {
            ...{ id: newId(now), channel: 'web', externalId: name, displayName: name, personId: idOf(name) },
            ...{ createdAt: now, conversation: { create: { lastInboundAt: now } } },
          },
        })
      }
      await store.prisma.roleAssignment.create({
        data: { id: newId(now), personId: idOf(name), unitCode, role, position: '', validFrom: '2025-01-01' },
      })
      return chatIn(system, 'web', name)
    },
    async talk(chat, ...lines) {
      for (const line of lines) {
        clock.advance(1_000)
        await chat.say(line)
      }
      return chat.last()
    },
    as: (name, work) =>
      inTransaction(store.prisma, async tx => {
        clock.advance(1_000)
        const now = clock.now()
        const campaign = await system.campaign(tx)
        const person = await readPerson(tx, idOf(name), dayOf(now, campaign.timeZone))
        if (!person) throw new Error(`nobody is called ${name}`)
        const account = { id: person.id, channel: 'web' as const }
        return work(makeCtx(system, tx, { campaign, account, person, now, sent: { sentAt: now, claimedAt: null } }))
      }),
  }
}

/** Everything that a reorganisation may touch, row by row; what is planned and what is queued to be sent are one. */
export async function everything(tx: Pick<Tx, '$queryRawUnsafe'>): Promise<Record<string, string[]>> {
  const of = {
    units: 'SELECT * FROM unit',
    successions: 'SELECT * FROM unit_succession',
    applicability: 'SELECT * FROM applicability',
    duties: `SELECT ${duty} FROM obligation`,
    roles: 'SELECT * FROM role_assignment',
    drafts: 'SELECT * FROM draft',
    records: 'SELECT id, unit_code, state, waits_for, key FROM record',
    sheets: 'SELECT id, unit_code FROM figure_sheet',
    reminders: `SELECT id, obligation_id, person_id, step, replace(state::text, 'QUEUED', 'PLANNED') AS state FROM reminder`,
    campaign: 'SELECT code, year, name, starts_on, ends_on, is_active, plan FROM campaign',
  }
  const rows: Record<string, string[]> = {}
  for (const [name, sql] of Object.entries(of))
    rows[name] = (
      await tx.$queryRawUnsafe<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM (${sql}) t ORDER BY 1`)
    ).map(({ row }) => row)
  return rows
}

const duty =
  'id, campaign_id, unit_code, duty_code, period, targets, about, due_on, opens_on, remind_by, state, met_at, is_late, returned_on, record_id'
