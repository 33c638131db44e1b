import type { Tx } from '../store/transaction.ts'
import { giveRole } from './give-role.ts'
import { invite } from './invitation.ts'
import type { Actor } from './open-invitations.ts'
import type { ListedPerson } from './people-list.ts'
import { type Sorted, type Sorting, sortListed } from './sort-listed.ts'

/** What is to be done for somebody who is not here by name: a person of that name is given the role, or it takes the place of the others there. */
export type Answer = { do: 'invite' } | { do: 'add' | 'change'; personId: string }

/** What became of one row: a code that is shown this once, the role given to who is here, or why there is nothing. */
export type Invited = Sorted & ({ id: string; code: string } | { given: true; personId: string } | { given: false })

export interface Inviting extends Sorting {
  expiresAt: Date
  /** Who invites this person, in the role that gives the right there; null: the operator of the machine. */
  by(person: ListedPerson): Actor | null
}

/**
 * One invitation for each listed person who neither holds the role at the unit today nor has an invitation to it that still works.
 * Nobody is made: a person comes to be by joining, with their consent. Who has the name of somebody here is invited unless `answers`
 * (by place in the list) says that it is the same person.
 */
export async function inviteListed(
  tx: Tx,
  people: readonly ListedPerson[],
  inviting: Inviting,
  answers: ReadonlyMap<number, Answer> = new Map(),
): Promise<Invited[]> {
  const { now, today, expiresAt } = inviting
  // A second press waits, and finds everybody invited.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('thidua.invite-listed', 0))`
  const invited: Invited[] = []
  for (const [at, person] of (await sortListed(tx, people, inviting)).entries()) {
    const answer = answers.get(at) ?? { do: 'invite' }
    const { fullName, role } = person
    const by = inviting.by(person)
    const unitCode = person.unit.code
    if (person.as === 'present' || person.as === 'waiting') invited.push({ ...person, given: false })
    else if (answer.do !== 'invite' && 'namesakes' in person) {
      const known = person.namesakes.find(({ id }) => id === answer.personId)
      if (!known) invited.push({ ...person, given: false })
      else {
        const inPlace = answer.do === 'change' ? { instead: known.roles } : {}
        await giveRole(
          tx,
          { personId: known.id, unitCode, role, from: today, to: null, ...inPlace },
          { now, today, by },
        )
        invited.push({ ...person, given: true, personId: known.id })
      }
    } else {
      const wanted = { unitCode, role, fullName, expiresAt, maxUses: 1, createdBy: by?.id ?? null }
      invited.push({ ...person, ...(await invite(tx, wanted, now, by?.role)) })
    }
  }
  return invited
}
