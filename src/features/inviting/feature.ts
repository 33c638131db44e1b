import { unitName } from '../../campaign/names.ts'
import { existsOn } from '../../campaign/unit.ts'
import { after } from '../../clock.ts'
import { endedInWords } from '../../contract/ended-unit.ts'
import { type Ctx, type Feature, formEntry, type Outcome } from '../../contract/feature.ts'
import { defineForm } from '../../conversation/form.ts'
import { choice } from '../../conversation/kinds/choice.ts'
import { fullName } from '../../conversation/kinds/people.ts'
import { unit } from '../../conversation/kinds/unit.ts'
import { invite } from '../../people/invitation.ts'
import { may } from '../../people/may.ts'
import { invitePeople } from './rights.ts'

const validFor = 14 * 24 * 3_600_000

/** Roles that are given by chat; the others are given by the operator on the command line. */
const roles = ['CLERK', 'HEAD', 'OFFICIAL', 'PRESS', 'FOCAL', 'PNV', 'CHAIR', 'OBSERVER'] as const

const inviteForm = defineForm({
  id: 'invite',
  version: 1,
  texts: 'inviting.form',
  fields: {
    unit: unit(params => params.units as unknown as readonly { code: string; label: string }[]),
    role: choice(roles),
    fullName: fullName({ optional: true }),
  },
  checks: [
    {
      field: 'unit',
      problem: ({ unit }, params) => {
        const ended = (params.ended as Readonly<Record<string, string>> | undefined)?.[String(unit)]
        return ended === undefined ? null : { name: 'ended', params: { ended } }
      },
    },
  ],
})

async function start(ctx: Ctx): Promise<Outcome> {
  if (!may(ctx.person, invitePeople)) return { text: ctx.t('inviting.notAllowed') }
  const day = ctx.today.toString()
  const known = [...ctx.campaign.units.values()].map(unit => ({
    unit,
    ended: endedInWords(ctx.t, ctx.campaign, unit.code, day),
  }))
  // One that has ended is recognised, so that its successor can be named; one that does not exist yet is not.
  const named = known.filter(({ unit, ended }) => ended !== null || existsOn(unit, day))
  const units = named.map(({ unit: { code, name } }) => ({ code, label: name }))
  const ended = Object.fromEntries(known.flatMap(one => (one.ended === null ? [] : [[one.unit.code, one.ended]])))
  return { start: 'invite', params: { units, ended } }
}

export const inviting: Feature = {
  name: 'inviting',
  rights: [invitePeople],
  commands: [{ to: 'invite', says: 'inviting.command', offeredTo: [invitePeople] }],
  routes: { invite: start },
  forms: [
    formEntry(inviteForm, {
      submit: async (ctx, { answers }) => {
        if (!may(ctx.person, invitePeople)) return { text: ctx.t('inviting.notAllowed') }
        const ended = endedInWords(ctx.t, ctx.campaign, answers.unit, ctx.today.toString())
        if (ended !== null) return { text: ended }
        const wanted = {
          unitCode: answers.unit,
          role: answers.role,
          ...(answers.fullName ? { fullName: answers.fullName } : {}),
          expiresAt: after(ctx.now, validFor),
          maxUses: 1,
          createdBy: ctx.person.id,
        }
        const { code } = await invite(ctx.tx, wanted, ctx.now)
        return {
          text: ctx.t('inviting.made', {
            code,
            unit: unitName(ctx.campaign, answers.unit),
            role: ctx.t(`roles.${answers.role}`),
          }),
          links: [{ label: ctx.t('inviting.link'), url: `${ctx.publicUrl}/?ma=${code}` }],
        }
      },
    }),
  ],
}
