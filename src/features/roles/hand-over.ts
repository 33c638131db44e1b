import type { Ctx } from '../../contract/feature.ts'
import { endRole } from '../../people/end-role.ts'
import { giveRole } from '../../people/give-role.ts'
import { dayBefore, dayIn } from '../../people/period.ts'
import { formatDate } from '../../reading/format.ts'
import type { AnyKind } from '../../records/kind.ts'
import { draftsGoOver } from './drafts-go-over.ts'
import type { Done } from './give.ts'
import { handingAs } from './rules.ts'
import { heldOn, type Known, readOne } from './store.ts'
import { tellPerson } from './tell.ts'

/**
 * Somebody takes the place of `of` at a unit: for a while, beside them, or for good from a day on. What the unit owes is asked of
 * whoever holds the role on the day; the drafts of its work go over with the first day.
 */
export async function handOver(ctx: Ctx, kinds: readonly AnyKind[], of: Known, form: FormData): Promise<Done> {
  const { t, tx, now } = ctx
  const said = (name: string) => String(form.get(name) ?? '').trim()
  const today = ctx.today.toString()
  const held = heldOn(of.roles, today).find(({ id }) => id === said('ma'))
  const to = await readOne(ctx, said('cho'))
  const from = dayIn(said('tu-ngay')) ?? today
  const isForGood = said('cach') === 'han'
  const until = isForGood ? null : dayIn(said('den-ngay'))
  if (!held || !to || to.id === of.id) return { ok: false, say: t('roleGiving.whoTakes') }
  if (from < today || (!isForGood && (until === null || until < from)))
    return { ok: false, say: t(isForGood ? 'roleGiving.wrongDays' : 'roleGiving.untilWhen') }
  const { unitCode, role, validTo } = held
  const by = handingAs(ctx, { personId: of.id, unitCode, role, isStandIn: held.other !== null }, to.id, isForGood)
  if (!by) return { ok: false, say: t('roleGiving.notYours') }
  const acting = { now, today, by }
  const last = isForGood ? validTo : until
  // First the one who comes, then the one who goes: nobody is the last in between.
  const isNew = await giveRole(tx, { personId: to.id, unitCode, role, from, to: last, inPlaceOf: of.id }, acting)
  if (isForGood) await endRole(tx, held.id, dayBefore(from), acting)
  else if (!isNew)
    return { ok: true, say: t('roleGiving.heldAlready', { name: to.fullName, role: t(`roles.${role}`) }) }
  if (isForGood && from <= today) await draftsGoOver(ctx, kinds, { from: of.id, to: to.id, unitCode })
  const change = { role, unit: unitCode, from, until }
  await tellPerson(ctx, to.id, isForGood ? 'takesOver' : 'standIn', { ...change, who: of.fullName })
  await tellPerson(ctx, of.id, isForGood ? 'handedOver' : 'stoodInFor', { ...change, who: to.fullName })
  const what = { name: of.fullName, to: to.fullName, role: t(`roles.${role}`), from: formatDate(from) }
  return { ok: true, say: t(isForGood ? 'roleGiving.handedOver' : 'roleGiving.standsIn', what) }
}
