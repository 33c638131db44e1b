import { campaignSource } from '../../src/campaign/source.ts'
import { type Clock, steppedClock } from '../../src/clock.ts'
import { features } from '../../src/features/list.ts'
import { registryOf } from '../../src/intake/registry.ts'
import type { System } from '../../src/intake/system.ts'
import { invite } from '../../src/people/invitation.ts'
import type { Role } from '../../src/store/generated/client.ts'
import type { Store } from '../../src/store/open.ts'
import { inTransaction } from '../../src/store/transaction.ts'
import { loadTexts } from '../../src/texts.ts'
import { silentLog } from './database.ts'
import { loadedCampaign } from './loaded-campaign.ts'

const vi = loadTexts('vi')
const en = loadTexts('en')
const registry = registryOf(features)

/** A system over a database, with the default plan loaded and nothing running: tests drive it event by event. */
export async function testSystem(
  store: Store,
  clock: Clock = steppedClock('2024-03-20T01:30:00Z'),
  year?: number,
): Promise<System> {
  await loadedCampaign(store.prisma, year, clock.now())
  return {
    prisma: store.prisma,
    clock,
    log: silentLog,
    registry,
    texts: locale => (locale === 'en' ? en : vi),
    defaultLocale: 'vi',
    campaign: campaignSource(),
    publicUrl: 'http://localhost:3000',
    officeSecret: async () => 'the secret of a test',
    wake: () => undefined,
    place: () => null,
  }
}

/** An invitation that never runs out in a test. */
export async function inviteIn(system: System, role: string, unitCode: string): Promise<string> {
  const wanted = { unitCode, role: role as Role, expiresAt: new Date('2100-01-01'), maxUses: 1, createdBy: null }
  const { code } = await inTransaction(system.prisma, tx => invite(tx, wanted, system.clock.now()))
  return code
}
