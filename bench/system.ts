import { readCampaignFiles } from '../src/campaign/files.ts'
import { campaignSource } from '../src/campaign/source.ts'
import { type Clock, systemClock } from '../src/clock.ts'
import { type Feature, formEntry } from '../src/contract/feature.ts'
import type { Form } from '../src/conversation/form.ts'
import { receive } from '../src/intake/receive.ts'
import { registryOf } from '../src/intake/registry.ts'
import type { System } from '../src/intake/system.ts'
import { ensureCampaign } from '../src/loading/ensure.ts'
import { newId } from '../src/store/new-id.ts'
import { loadTexts } from '../src/texts.ts'
import { type BenchDatabase, silentLog } from './database.ts'
import { withQuestions } from './questions.ts'

const vi = withQuestions(loadTexts('vi'))

/** The product over a database with the default plan in it, nothing running beside it. */
export async function benchSystem(
  { store }: Pick<BenchDatabase, 'store'>,
  features: readonly Feature[],
  clock: Clock = systemClock,
): Promise<System> {
  const files = readCampaignFiles(undefined, undefined)
  if (!files.ok) throw new Error('the default plan is broken')
  await ensureCampaign(store.prisma, files.value, false, clock.now())
  return {
    prisma: store.prisma,
    clock,
    log: silentLog,
    registry: registryOf(features),
    texts: () => vi,
    defaultLocale: 'vi',
    campaign: campaignSource(),
    publicUrl: 'http://localhost:3000',
    officeSecret: async () => 'the secret of a test',
    wake: () => undefined,
    place: () => null,
  }
}

/** A feature with one form, which the word «menu» begins and the last answer ends. */
export function formFeature(form: Form): Feature {
  return {
    name: 'bench',
    routes: { menu: async () => ({ start: form.id, params: {} }) },
    forms: [formEntry(form, { isConfirmed: false, submit: async () => ({ text: 'Đã nhận.' }) })],
  }
}

export interface Member {
  personId: string
  accountId: string
  externalId: string
}

/** A person of a unit with a chat. */
export async function newMember(system: System, role: 'CLERK' | 'PNV', unitCode: string): Promise<Member> {
  const { prisma } = system
  const now = system.clock.now()
  const [personId, accountId] = [newId(now), newId(now)]
  await prisma.person.create({ data: { id: personId, fullName: 'Nguyễn Thị Lan', givenName: 'Lan', createdAt: now } })
  await prisma.account.create({
    data: { id: accountId, channel: 'telegram', externalId: accountId, personId, createdAt: now },
  })
  await prisma.conversation.create({ data: { accountId } })
  await prisma.roleAssignment.create({
    data: { id: newId(now), personId, unitCode, role, validFrom: '2024-01-01' },
  })
  return { personId, accountId, externalId: accountId }
}

let events = 0

/** A line that a person types, taken in as the product does it. */
export async function say(system: System, { externalId }: Member, text: string): Promise<void> {
  const eventId = `bench-${++events}`
  const at = system.clock.now()
  await receive(system, { channel: 'telegram', eventId, account: externalId, at, content: { type: 'text', text } })
}
