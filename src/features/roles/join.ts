import type { Ctx } from '../../contract/feature.ts'
import { joinPeople } from '../../people/join-people.ts'
import { givingRole, may } from '../../people/may.ts'
import { sameName } from '../../people/same-name.ts'
import { authorGoesOn } from '../../records/author.ts'
import type { Done } from './give.ts'
import { rowsGo } from './joined-rows.ts'
import { joinPeople as joinRight } from './rights.ts'
import { givingAs } from './rules.ts'
import { heldOn, type Known, readOne } from './store.ts'

/**
 * Somebody came in twice: from now on they are one, with all chats. Only of one name, never oneself, and only where this person could give
 * each of the roles that move: nobody comes to a right this way.
 */
export async function join(ctx: Ctx, kept: Known, form: FormData): Promise<Done> {
  const { t, tx, now, person } = ctx
  const other = await readOne(ctx, String(form.get('kia') ?? ''))
  if (!other || other.id === kept.id || !sameName(kept.fullName, other.fullName))
    return { ok: false, say: t('roleGiving.notSameName') }
  const today = ctx.today.toString()
  const moving = other.roles.filter(({ validTo }) => validTo === null || validTo >= today)
  const isAllowed = moving.every(({ unitCode, role }) => givingAs(ctx, kept.id, unitCode, role))
  const role = givingRole(person, joinRight, {})?.role
  if (!role || !isAllowed || !may(person, joinRight) || other.id === person.id || kept.id === person.id)
    return { ok: false, say: t('roleGiving.notYours') }
  if (await sitsNow(ctx, [kept.id, other.id])) return { ok: false, say: t('roleGiving.sitsNow') }
  await tx.draft.updateMany({ where: { personId: other.id }, data: { personId: kept.id } })
  await rowsGo(tx, other.id, kept.id)
  await authorGoesOn(tx, other.id, kept.id)
  await joinPeople(tx, kept.id, other.id, { now, today, by: { id: person.id, role } })
  return { ok: true, say: t('roleGiving.joined', { name: kept.fullName, count: heldOn(moving, today).length }) }
}

/** A ballot is sealed under the row that casts it, so that a sitting that is under way ends with the rows it began with. */
async function sitsNow({ tx }: Ctx, personIds: readonly string[]): Promise<boolean> {
  const count = await tx.sittingMember.count({
    where: { personId: { in: [...personIds] }, sitting: { state: { in: ['INVITED', 'VOTING', 'CLOSED', 'OPENED'] } } },
  })
  return count > 0
}
