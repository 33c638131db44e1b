import { unitName } from '../../campaign/names.ts'
import { existsOn } from '../../campaign/unit.ts'
import { endedInWords } from '../../contract/ended-unit.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { may, mayEver } from '../../people/may.ts'
import { Role } from '../../store/generated/client.ts'
import { invitableUnits, rolesGivenAnywhere, rolesToGive } from './invitable.ts'
import { invitingAs } from './listed.ts'
import { invitePeople } from './rights.ts'

/** «Mời», with or without a name and a role: what is missing is asked for; when all is known, it is said once more before anything is made. */
export async function beginInvitation(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const { t, person } = ctx
  if (!mayEver(person, invitePeople)) return { text: t('inviting.notAllowed') }
  const own = invitableUnits(ctx)
  const [only] = own.length === 1 ? own : []
  const role = Object.values(Role).find(one => one === args.role)
  const { name } = args
  if (role && !rolesGivenAnywhere(ctx).includes(role))
    return { text: t('inviting.notThisRole', { role: t(`roles.${role}`) }) }
  if (only && role && name && invitingAs(ctx, only.code, role)) return confirming(ctx, { unit: only.code, role, name })
  const roles = only ? rolesToGive(ctx, only.code) : rolesGivenAnywhere(ctx)
  return {
    start: 'invite',
    params: {
      ...unitsIn(ctx),
      roles: roles.map(code => ({ code, label: t(`roles.${code}`) })),
      ...(only ? { unit: only.code } : {}),
      ...(role ? { role } : {}),
      ...(name ? { name } : {}),
    },
    ...(name ? { key: name } : {}),
  }
}

function confirming(ctx: Ctx, args: { unit: string; role: Role; name: string }): Outcome {
  const { t, campaign } = ctx
  const who = { name: args.name, role: t(`roles.${args.role}`), unit: unitName(campaign, args.unit) }
  return {
    text: t('inviting.sure', who),
    choices: [
      { label: t('inviting.yes'), go: { to: 'invite.make', args } },
      { label: t('inviting.other'), go: { to: 'invite' } },
      { label: t('records.toMenu'), go: { to: 'menu' } },
    ],
  }
}

/** One that has ended is recognised, so that its successor can be named; one that does not exist yet is not. */
function unitsIn({ t, campaign, person, today }: Ctx) {
  const day = today.toString()
  const known = [...campaign.units.values()]
    .filter(({ code }) => may(person, invitePeople, { unitCode: code }))
    .map(unit => ({ unit, ended: endedInWords(t, campaign, unit.code, day) }))
  const named = known.filter(({ unit, ended }) => ended !== null || existsOn(unit, day))
  return {
    units: named.map(({ unit: { code, name } }) => ({ code, label: name })),
    ended: Object.fromEntries(known.flatMap(one => (one.ended === null ? [] : [[one.unit.code, one.ended]]))),
  }
}
