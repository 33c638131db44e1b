import type { Ctx } from '../../contract/feature.ts'
import { byName } from '../../people/by-name.ts'
import { reachOf } from '../../people/may.ts'
import { sameName } from '../../people/same-name.ts'
import { fold } from '../../reading/text.ts'
import type { Prisma, Role } from '../../store/generated/client.ts'
import { seePeople } from './rights.ts'

/** A role of a person for a period, past and coming ones too. */
export interface Holding {
  id: string
  unitCode: string
  role: Role
  position: string
  validFrom: string
  validTo: string | null
  /** Whose place is taken. */
  other: { id: string; fullName: string } | null
}

const shown = {
  id: true,
  fullName: true,
  roles: {
    select: {
      ...{ id: true, unitCode: true, role: true, position: true, validFrom: true, validTo: true },
      other: { select: { id: true, fullName: true } },
    },
    orderBy: [{ validFrom: 'desc' }, { id: 'asc' }],
  },
  accounts: {
    select: { id: true, channel: true, state: true, inactiveWhy: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.PersonSelect

/** Somebody with every role they hold, held or will hold, and their chats. */
export type Known = Prisma.PersonGetPayload<{ select: typeof shown }>

/** Those whom this person may see, by name. */
export async function readKnown(ctx: Ctx): Promise<Known[]> {
  const known = await ctx.tx.person.findMany({ where: inReach(ctx), select: shown, orderBy: { id: 'asc' } })
  return known.sort(byName)
}

export function readOne(ctx: Ctx, id: string): Promise<Known | null> {
  return ctx.tx.person.findFirst({ where: { ...inReach(ctx), id }, select: shown })
}

/** Others of the same name, accents and case aside. */
export async function namesakesOf(ctx: Ctx, { id, fullName }: Known): Promise<Known[]> {
  return (await readKnown(ctx)).filter(one => one.id !== id && sameName(one.fullName, fullName))
}

export function isMatching({ fullName }: Known, q: string): boolean {
  return fold(q)
    .split(' ')
    .every(word => fold(fullName).includes(word))
}

/** The roles of a day. */
export function heldOn<R extends { validFrom: string; validTo: string | null }>(roles: readonly R[], day: string): R[] {
  return roles.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day))
}

/** Since when each of the accounts cannot be reached, as far as it was written down. */
export async function unreachableSince(ctx: Ctx, accountIds: readonly string[]): Promise<Map<string, Date>> {
  const entries = await ctx.tx.audit.findMany({
    where: {
      ...{ action: 'account.reachable', subjectType: 'account', to: 'INACTIVE' },
      subjectId: { in: [...accountIds] },
    },
    select: { subjectId: true, at: true },
    orderBy: { at: 'asc' },
  })
  return new Map(entries.map(({ subjectId, at }) => [subjectId, at]))
}

function inReach({ person }: Ctx): Prisma.PersonWhereInput {
  const { isEverywhere, units } = reachOf(person, seePeople)
  const here = { erasedAt: null, joinedInto: null }
  return isEverywhere ? here : { ...here, roles: { some: { unitCode: { in: [...units] } } } }
}
