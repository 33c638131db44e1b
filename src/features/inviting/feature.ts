import { after } from '../../clock.ts'
import { type Ctx, type Feature, formEntry, type Outcome } from '../../contract/feature.ts'
import { defineForm } from '../../conversation/form.ts'
import { choice } from '../../conversation/kinds/choice.ts'
import { fullName } from '../../conversation/kinds/people.ts'
import { unit } from '../../conversation/kinds/unit.ts'
import { invite } from '../../people/invitation.ts'
import { may } from '../../people/may.ts'

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
})

async function start(ctx: Ctx): Promise<Outcome> {
  if (!may(ctx.person, 'people.invite')) return { text: ctx.t('inviting.notAllowed') }
  const units = [...ctx.campaign.units.values()].map(({ code, name }) => ({ code, label: name }))
  return { start: 'invite', params: { units } }
}

export const inviting: Feature = {
  name: 'inviting',
  commands: [{ to: 'invite', says: 'inviting.command', offeredTo: ['people.invite'] }],
  routes: { invite: start },
  forms: [
    formEntry(inviteForm, {
      submit: async (ctx, { answers }) => {
        if (!may(ctx.person, 'people.invite')) return { text: ctx.t('inviting.notAllowed') }
        const wanted = {
          unitCode: answers.unit,
          role: answers.role,
          ...(answers.fullName ? { fullName: answers.fullName } : {}),
          expiresAt: after(ctx.now, validFor),
          maxUses: 1,
          createdBy: ctx.person.id,
        }
        const { code } = await invite(ctx.tx, wanted, ctx.now)
        const unitName = ctx.campaign.units.get(answers.unit)?.name ?? answers.unit
        return {
          text: ctx.t('inviting.made', { code, unit: unitName, role: ctx.t(`roles.${answers.role}`) }),
          links: [{ label: ctx.t('inviting.link'), url: `${ctx.publicUrl}/?ma=${code}` }],
        }
      },
    }),
  ],
}
