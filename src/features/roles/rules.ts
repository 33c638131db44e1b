import type { Ctx } from '../../contract/feature.ts'
import { roleThatGives } from '../../people/giveable.ts'
import type { Actor } from '../../people/open-invitations.ts'
import type { Role } from '../../store/generated/client.ts'
import { managePeople } from './rights.ts'

/** In which role this person gives or ends the role there, of somebody else; null: not at all. Nobody gives a role to themselves. */
export function givingAs({ person }: Ctx, to: string, unitCode: string, role: Role): Actor | null {
  if (to === person.id) return null
  const as = roleThatGives(person, managePeople, unitCode, role)
  return as && { id: person.id, role: as }
}

/** Of oneself a role may be ended by whoever could give it. */
export function endingAs({ person }: Ctx, unitCode: string, role: Role): Actor | null {
  const as = roleThatGives(person, managePeople, unitCode, role)
  return as && { id: person.id, role: as }
}

/**
 * In which role this person lets `to` take a place: whoever may give the role; for a while also the holder, who goes on leave. Who
 * only stands in hands nothing on.
 */
export function handingAs(
  ctx: Ctx,
  held: { personId: string; unitCode: string; role: Role; isStandIn: boolean },
  to: string,
  isForGood: boolean,
): Actor | null {
  const isOwn = held.personId === ctx.person.id && !held.isStandIn && !isForGood && to !== ctx.person.id
  const holds = ctx.person.roles.some(one => one.role === held.role && one.unitCode === held.unitCode)
  return givingAs(ctx, to, held.unitCode, held.role) ?? (isOwn && holds ? { id: ctx.person.id, role: held.role } : null)
}
