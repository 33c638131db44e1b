import type { ActiveCampaign } from '../../campaign/active.ts'
import { dayOf } from '../../clock.ts'
import type { Running } from '../../contract/running.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { readPerson } from '../../people/read-person.ts'
import type { AnyKind } from '../../records/kind.ts'
import { inTransaction, type Tx } from '../../store/transaction.ts'
import { type Ended, endedUnitOf, goOn } from './go-on.ts'
import { inOfficeHours } from './in-office-hours.ts'
import { goneOnInWords, whichIn } from './words.ts'

/** Everybody whose unit has ended goes on at the one that follows and is told, or is asked at which; a person at a time. */
export async function everybodyGoesOn(
  system: Running,
  campaign: ActiveCampaign,
  now: Date,
  goesOn: () => Promise<boolean>,
  kinds: readonly AnyKind[],
): Promise<void> {
  const today = dayOf(now, campaign.timeZone)
  const day = today.toString()
  const people = await system.prisma.person.findMany({
    where: {
      erasedAt: null,
      roles: {
        some: {
          unit: { validTo: { lt: day }, successors: { some: {} } },
          OR: [{ validTo: null }, { validTo: { gte: day } }],
        },
      },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of people) {
    if (!(await goesOn())) return
    await inTransaction(system.prisma, async tx => {
      await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${id}::uuid FOR UPDATE`
      const asked = new Set<string>()
      for (;;) {
        const person = await readPerson(tx, id, today)
        const roles = person?.roles.filter(({ unitCode }) => !asked.has(unitCode)) ?? []
        const ended = person && endedUnitOf({ campaign, today }, { ...person, roles })
        const [only, ...others] = ended?.successors ?? []
        if (!ended || !only) return
        const t = system.texts(person.locale)
        if (others.length > 0) {
          asked.add(ended.unit.code)
          await tell(tx, campaign, id, ended, whichIn(t, ended), now)
        } else {
          await goOn({ tx, now, campaign }, kinds, id, ended, only.code)
          await tell(tx, campaign, id, ended, goneOnInWords(t, ended, only), now)
        }
      }
    })
  }
  system.wake('outbox')
}

/** Once for each unit, in the hours of the office. */
async function tell(
  tx: Tx,
  campaign: ActiveCampaign,
  personId: string,
  { unit, successors }: Ended,
  text: string,
  now: Date,
): Promise<void> {
  const choices =
    successors.length > 1
      ? successors.map(({ code, name }) => ({ name, go: { to: 'unit.goOn', args: { from: unit.code, to: code } } }))
      : []
  const notice = {
    dedupeKey: `succession:${unit.code}:${personId}`,
    kind: 'NOTICE' as const,
    campaign: null,
    message: { text, ...(choices.length > 0 ? { words: choices.map(({ name }) => name) } : {}) },
    ...(choices.length > 0 ? { go: choices.map(({ go }) => go) } : {}),
    ...inOfficeHours(campaign, now),
  }
  await enqueueTo(tx, personId, notice, now)
}
