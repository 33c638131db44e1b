import { pino } from 'pino'
import { readCampaignFiles } from '../src/campaign/files.ts'
import { provisionalDuties } from '../src/campaign/provisional.ts'
import { instantOf } from '../src/clock.ts'
import { ensureCampaign } from '../src/loading/ensure.ts'
import type { Role } from '../src/store/generated/client.ts'
import { newId } from '../src/store/new-id.ts'
import { openStore, type Store } from '../src/store/open.ts'
import { inTransaction, type Tx } from '../src/store/transaction.ts'
import type { Place } from './messages.ts'
import type { Known } from './oracle.ts'

export function openPlace(place: Place): Promise<Store> {
  return openStore({ ...place, log: pino({ level: 'silent' }) })
}

/**
 * The default plan with all its units; every unit that owes something has a focal point and a head, the managing office an
 * officer, each focal agency somebody who follows its figures. All of them in a chat.
 */
export async function makeWorld({ prisma }: Store): Promise<Known> {
  const files = readCampaignFiles(undefined, undefined)
  if (!files.ok) throw new Error('the default plan is broken')
  const { plan, calendar, units } = files.value
  await ensureCampaign(prisma, files.value, false, began)
  const rows = await prisma.obligation.findMany({
    // Nobody is reminded of what has no day yet.
    where: { dutyCode: { notIn: provisionalDuties(plan) } },
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }, { unitCode: 'asc' }],
  })
  const office = plan.managingOffices.find(code => units.some(unit => unit.code === code)) ?? ''
  const owing = [...new Set(rows.map(row => row.unitCode))]
  const agencies = [...new Set(plan.targets.flatMap(target => target.focalAgencies))]
  const people = [
    ...owing.flatMap(unitCode => [somebody('CLERK', unitCode), somebody('HEAD', unitCode)]),
    ...agencies.map(unitCode => somebody('FOCAL', unitCode)),
    somebody('PNV', office),
  ]
  await inTransaction(prisma, tx => join(tx, people))
  return {
    units: units.length,
    people,
    ladders: plan.ladders,
    windows: plan.reminderRules.windows,
    calendar,
    obligations: rows.map(row => ({
      id: row.id,
      unitCode: row.unitCode,
      dueOn: row.dueOn,
      ladder: plan.duties.find(duty => duty.code === row.dutyCode)?.ladder ?? '',
      focalUnits: plan.targets
        .filter(target => row.targets.includes(target.code))
        .flatMap(target => target.focalAgencies),
    })),
  }
}

const began = instantOf('2024-03-14T10:00:00Z')

interface Somebody {
  personId: string
  role: Role
  unitCode: string
}

function somebody(role: Role, unitCode: string): Somebody {
  return { personId: newId(began), role, unitCode }
}

async function join(tx: Tx, people: readonly Somebody[]): Promise<void> {
  const named = people.map(one => ({ ...one, accountId: newId(began), name: `${one.role} ${one.unitCode}` }))
  await tx.person.createMany({
    data: named.map(({ personId: id, name }) => ({ id, fullName: name, givenName: name, createdAt: began })),
  })
  await tx.account.createMany({
    data: named.map(({ accountId: id, personId, name: externalId }) => ({
      id,
      channel: 'telegram',
      externalId,
      personId,
      createdAt: began,
    })),
  })
  await tx.conversation.createMany({ data: named.map(({ accountId }) => ({ accountId })) })
  await tx.roleAssignment.createMany({
    data: people.map(({ personId, role, unitCode }) => ({
      id: newId(began),
      personId,
      unitCode,
      role,
      validFrom: '2024-01-01',
    })),
  })
}
