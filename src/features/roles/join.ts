import type { Ctx } from '../../contract/feature.ts'
import { joinPeople } from '../../people/join-people.ts'
import { givingRole, may } from '../../people/may.ts'
import { sameName } from '../../people/same-name.ts'
import { authorGoesOn } from '../../records/author.ts'
import type { Done } from './give.ts'
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
  await tx.draft.updateMany({ where: { personId: other.id }, data: { personId: kept.id } })
  await tx.$executeRaw`
    UPDATE reminder r SET person_id = ${kept.id}::uuid
    WHERE person_id = ${other.id}::uuid AND NOT EXISTS (
      SELECT 1 FROM reminder k WHERE k.obligation_id = r.obligation_id AND k.step = r.step AND k.person_id = ${kept.id}::uuid)`
  await authorGoesOn(tx, other.id, kept.id)
  await joinPeople(tx, kept.id, other.id, { now, today, by: { id: person.id, role } })
  return { ok: true, say: t('roleGiving.joined', { name: kept.fullName, count: heldOn(moving, today).length }) }
}
