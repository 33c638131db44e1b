import { dayOf, localTime } from '../../src/clock.ts'
import type { Ctx } from '../../src/contract/feature.ts'
import { readPerson } from '../../src/people/read-person.ts'
import { inTransaction, type Tx } from '../../src/store/transaction.ts'
import { type Season, timeZone } from './stored-season.ts'

/** Lets somebody of a stored season act, in one transaction, in the web chat. */
export async function asPerson<T>(season: Season, name: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { system, campaign } = season
  const now = system.clock.now()
  const today = dayOf(now, timeZone)
  return inTransaction(system.prisma, async (tx: Tx) => {
    const person = await readPerson(tx, season.person[name] ?? '', today)
    if (!person) throw new Error(`nobody is called ${name}`)
    return work({
      tx,
      now,
      today,
      sentAt: now,
      sentOn: today,
      claimedAt: null,
      campaign,
      account: { id: season.account[name] ?? '', channel: 'web' },
      t: system.texts('vi'),
      texts: system.texts,
      officeSecret: async () => 'the secret of a test',
      publicUrl: '',
      localTime: at => localTime(at, timeZone),
      person,
    })
  })
}
