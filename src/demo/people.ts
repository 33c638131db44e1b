import type { ActiveCampaign } from '../campaign/active.ts'
import { unitName } from '../campaign/names.ts'
import { dayOf, instantOf } from '../clock.ts'
import { noticeVersion } from '../features/joining/form.ts'
import type { System } from '../intake/system.ts'
import type { Role } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import type { Tx } from '../store/transaction.ts'
import type { Part } from './cast.ts'

/** Somebody of the season, as stored. */
export interface Player extends Part {
  personId: string
  accountId: string
}

/** Makes everybody who plays and is not there yet, from the campaign's first day on; all are marked as sample. */
export async function makePlayers(
  system: System,
  tx: Tx,
  campaign: ActiveCampaign,
  cast: readonly Part[],
): Promise<Player[]> {
  const known = await tx.account.findMany({
    where: { channel: 'web', externalId: { startsWith: prefix }, personId: { not: null } },
    select: { id: true, externalId: true, personId: true },
  })
  const byKey = new Map(known.map(account => [account.externalId.slice(prefix.length), account]))
  const at = firstMorning(campaign)
  const players = cast.map(part => {
    const account = byKey.get(part.key)
    return { ...part, personId: account?.personId ?? newId(at), accountId: account?.id ?? newId(at) }
  })
  const made = players.filter(({ key }) => !byKey.has(key))
  await tx.person.createMany({
    data: made.map(part => ({ id: part.personId, ...namesOf(system, campaign, part), isSample: true, createdAt: at })),
  })
  // A demonstration of a campaign that is still to come has its people already.
  const [validFrom = ''] = [campaign.startsOn, dayOf(system.clock.now(), campaign.timeZone)].map(String).sort()
  await tx.roleAssignment.createMany({
    data: made.map(part => ({
      ...{ id: newId(at), personId: part.personId, unitCode: part.unitCode, role: part.role },
      ...{ position: system.texts(system.defaultLocale)(`demo.positions.${part.role}`) },
      validFrom,
    })),
  })
  await tx.account.createMany({
    data: made.map(({ accountId, personId, key }) => ({
      ...{ id: accountId, channel: 'web', externalId: `${prefix}${key}`, personId, createdAt: at },
    })),
  })
  await tx.conversation.createMany({ data: made.map(({ accountId }) => ({ accountId })) })
  await tx.consent.createMany({
    data: made.map(({ personId }) => ({ id: newId(at), personId, noticeVersion, channel: 'web', givenAt: at })),
  })
  return players
}

const prefix = 'demo:'

/** What they are, not who: «Đầu mối Phòng Tư pháp (mẫu)». */
function namesOf({ texts, defaultLocale }: System, campaign: ActiveCampaign, { key, role, unitCode, isPersona }: Part) {
  const t = texts(defaultLocale)
  const unit = unitName(campaign, unitCode)
  const fullName = isPersona ? t(`demo.personas.${key}.name`) : t(`demo.people.${role}`, { unit })
  return { fullName, givenName: fullName }
}

function firstMorning({ startsOn, timeZone }: ActiveCampaign): Date {
  const { epochMilliseconds } = startsOn.toZonedDateTime({ timeZone, plainTime: '07:30' })
  return instantOf(epochMilliseconds)
}

const heads: readonly Role[] = ['HEAD', 'WARD_CHAIR']

/** Who plays a part at a unit. `head`: whichever role its head has. */
export function playerOf(
  players: readonly Player[],
  unitCode: string,
  role: 'head' | 'CLERK' | 'OFFICIAL' | 'PNV' | 'FOCAL',
): Player | undefined {
  const roles = role === 'head' ? heads : [role]
  const found = players.filter(player => player.unitCode === unitCode && roles.includes(player.role))
  // At offices and agencies the persona is left to the visitor.
  return found.find(({ isPersona }) => !isPersona) ?? found[0]
}

/** Who decides for the office that runs the campaign. */
export function officerOf(players: readonly Player[]): Player | undefined {
  const officers = players.filter(({ role }) => role === 'PNV')
  return officers.find(({ isPersona }) => !isPersona) ?? officers[0]
}
