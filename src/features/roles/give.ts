import { unitName } from '../../campaign/names.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { endRole } from '../../people/end-role.ts'
import { giveRole } from '../../people/give-role.ts'
import { dayIn } from '../../people/period.ts'
import { endSessionsOf } from '../../people/sessions.ts'
import { formatDate } from '../../reading/format.ts'
import { Role } from '../../store/generated/client.ts'
import { endingAs, givingAs } from './rules.ts'
import { heldOn, type Known, readOne } from './store.ts'
import { tellPerson } from './tell.ts'

export interface Done {
  ok: boolean
  say: string
}

/** Gives a role for a period; rights begin and end with their day. The person is told. */
export async function give(ctx: Ctx, to: Known, form: FormData): Promise<Done> {
  const { t, campaign } = ctx
  const said = (name: string) => String(form.get(name) ?? '').trim()
  const unit = campaign.units.get(said('don-vi'))
  const role = Object.values(Role).find(one => one === said('vai'))
  const from = dayIn(said('tu-ngay')) ?? ctx.today.toString()
  const until = said('den-ngay') === '' ? null : dayIn(said('den-ngay'))
  const by = unit && role ? givingAs(ctx, to.id, unit.code, role) : null
  if (!unit || !role || !by) return { ok: false, say: t('roleGiving.notYours') }
  if (until === null && said('den-ngay') !== '') return { ok: false, say: t('roleGiving.wrongDays') }
  if (from < ctx.today.toString() || (until !== null && until < from))
    return { ok: false, say: t('roleGiving.wrongDays') }
  if (!existsOn(unit, from))
    return { ok: false, say: t('roleGiving.noUnitThen', { unit: unit.name, day: formatDate(from) }) }
  const given = { personId: to.id, unitCode: unit.code, role, from, to: until }
  const isNew = await giveRole(ctx.tx, given, { now: ctx.now, today: ctx.today.toString(), by })
  const what = { name: to.fullName, role: t(`roles.${role}`), unit: unit.name, from: formatDate(from) }
  if (!isNew) return { ok: true, say: t('roleGiving.heldAlready', what) }
  await tellPerson(ctx, to.id, until === null ? 'given' : 'givenUntil', { role, unit: unit.code, from, until })
  return { ok: true, say: t('roleGiving.given', what) }
}

/** Ends a role with a day, with a reason; without any role left, open sessions end too. */
export async function end(ctx: Ctx, of: Known, form: FormData): Promise<Done> {
  const { t, tx, now, campaign } = ctx
  const held = of.roles.find(({ id }) => id === form.get('ma'))
  const by = held && endingAs(ctx, held.unitCode, held.role)
  if (!held || !by) return { ok: false, say: t('roleGiving.notYours') }
  const today = ctx.today.toString()
  const lastDay = dayIn(String(form.get('het-ngay') ?? '')) ?? today
  const reason = String(form.get('ly-do') ?? '')
    .normalize('NFC')
    .trim()
    .slice(0, 500)
  if (reason.length < 3) return { ok: false, say: t('roleGiving.reasonMissing') }
  if (lastDay < ctx.today.subtract({ days: 1 }).toString()) return { ok: false, say: t('roleGiving.wrongDays') }
  const what = { name: of.fullName, role: t(`roles.${held.role}`), unit: unitName(campaign, held.unitCode) }
  const done = await endRole(tx, held.id, lastDay, { now, today, by }, reason)
  if (done === 'last') return { ok: false, say: t('roleGiving.last', what) }
  if (done === 'gone') return { ok: true, say: t('roleGiving.endedAlready', what) }
  const after = await readOne(ctx, of.id)
  if (after && heldOn(after.roles, today).length === 0) await endSessionsOf(tx, of.id)
  await tellPerson(ctx, of.id, 'ended', { role: held.role, unit: held.unitCode, from: lastDay, until: null, reason })
  return { ok: true, say: t('roleGiving.ended', { ...what, day: formatDate(lastDay) }) }
}
