import { unitName } from '../campaign/names.ts'
import { dayOf } from '../clock.ts'
import { noticeVersion } from '../features/joining/form.ts'
import type { System } from '../intake/system.ts'
import { newId } from '../store/new-id.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import type { Demo } from '../web/web-parts.ts'
import { type DemoPersona, demoPersonas } from './personas.ts'
import { sampleInitiatives } from './samples.ts'

/** Stands in the settings of a database in which a demonstration has been played. */
export const personsKey = 'demo.persons'

/** The demonstration's people and sample records, made at its first start; everything of it is marked as sample. */
export async function openDemo(system: System): Promise<Demo> {
  const persons = await inTransaction(system.prisma, tx => personsOf(system, tx))
  const campaign = await system.campaign(system.prisma)
  const t = system.texts(system.defaultLocale)
  return {
    personas: demoPersonas.map(({ key, unitCode }) => ({
      key,
      label: t(`demo.personas.${key}.label`),
      unit: unitName(campaign, unitCode),
      what: t(`demo.personas.${key}.what`),
    })),
    enter: async key => {
      const person = persons[key]
      if (person === undefined) throw new Error(`no persona ${key}`)
      return person
    },
  }
}

async function personsOf(system: System, tx: Tx): Promise<Readonly<Record<string, string>>> {
  const stored = await tx.setting.findUnique({ where: { key: personsKey } })
  if (stored) return stored.value as Record<string, string>
  const persons: Record<string, string> = {}
  for (const persona of demoPersonas) persons[persona.key] = await makePerson(system, tx, persona)
  await sampleInitiatives(system, tx)
  await tx.setting.create({ data: { key: personsKey, value: persons } })
  return persons
}

async function makePerson(system: System, tx: Tx, persona: DemoPersona): Promise<string> {
  const now = system.clock.now()
  const { timeZone } = await system.campaign(tx)
  const t = system.texts(system.defaultLocale)
  const id = newId(now)
  const fullName = t(`demo.personas.${persona.key}.name`)
  const role = {
    id: newId(now),
    role: persona.role,
    unitCode: persona.unitCode,
    position: t(`demo.personas.${persona.key}.position`),
  }
  await tx.person.create({
    data: {
      id,
      fullName,
      givenName: fullName,
      isSample: true,
      createdAt: now,
      roles: { create: { ...role, validFrom: dayOf(now, timeZone).toString() } },
      accounts: {
        create: {
          id: newId(now),
          channel: 'web',
          externalId: `demo:${persona.key}`,
          createdAt: now,
          conversation: { create: {} },
        },
      },
      consents: { create: { id: newId(now), noticeVersion, channel: 'web', givenAt: now } },
    },
  })
  return id
}
