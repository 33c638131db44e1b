import { type Ctx, formEntry, type Outcome, type Route, type Screen } from '../../contract/feature.ts'
import { defineForm } from '../../conversation/form.ts'
import { text } from '../../conversation/kinds/text.ts'
import { linkToWeb } from '../../people/one-time-link.ts'
import { councilName } from '../papers/frame.ts'
import { COUNCIL_PATH } from './rights.ts'
import { memberOf, sittingFor } from './sitting.ts'
import { answerInvitation } from './steps/attend.ts'

type Args = Readonly<Record<string, string>>

/** Why a member stays away; it stands in the minutes. The opinion itself is never asked in chat: what is said there stays readable. */
const absentForm = defineForm({
  id: 'council.absent',
  version: 1,
  texts: 'council.absent',
  fields: { reason: text({ optional: true, max: 200 }) },
})

export const councilForms = [
  formEntry(absentForm, {
    isConfirmed: false,
    submit: async (ctx, { answers, params }) => {
      const id = String(params.sitting)
      const { ok, say } = await answerInvitation(ctx, id, 'ABSENT', answers.reason ?? '')
      return ok ? withLink(ctx, id, say) : { text: say }
    },
  }),
]

export const councilRoutes: Readonly<Record<string, Route>> = {
  'council.show': showSitting,
  'council.coming': async (ctx, { id = '' }) => {
    const { say } = await answerInvitation(ctx, id, 'COMING')
    return { text: say, choices: [toPage(ctx, id)] }
  },
  'council.absent': async (ctx, args) => {
    const sitting = await sittingOf(ctx, args)
    if (!sitting || !memberOf(sitting, ctx)) return { text: ctx.t('council.chat.gone') }
    return { start: 'council.absent', params: { sitting: sitting.id }, key: sitting.id }
  },
  'council.page': async (ctx, args) => {
    const sitting = await sittingOf(ctx, args)
    return sitting ? withLink(ctx, sitting.id, ctx.t('council.chat.link')) : { text: ctx.t('council.chat.gone') }
  },
}

async function showSitting(ctx: Ctx, args: Args): Promise<Outcome> {
  const { t, localTime } = ctx
  const sitting = await sittingOf(ctx, args)
  if (!sitting) return { text: t('council.chat.gone') }
  const { id, code, place, at, state, cases } = sitting
  const isOpen = state === 'INVITED' && memberOf(sitting, ctx) !== undefined
  const answers = (['coming', 'absent'] as const).map(answer => ({
    label: t(`council.buttons.${answer}`),
    go: { to: `council.${answer}`, args: { id } },
  }))
  return {
    text: t('council.chat.sitting', {
      ...{ code, place, at: localTime(at), state: t(`council.states.${state}`), count: cases.length },
      council: councilName(ctx, sitting.unitCode),
    }),
    choices: [...(isOpen ? answers : []), toPage(ctx, id)],
  }
}

function sittingOf(ctx: Ctx, { id = '' }: Args) {
  return /^[0-9a-f-]{36}$/.test(id) ? sittingFor(ctx, id) : null
}

function toPage({ t }: Ctx, id: string) {
  return { label: t('council.buttons.page'), go: { to: 'council.page', args: { id } } }
}

/** A link that signs in once and leads to the page of the sitting. */
async function withLink(ctx: Ctx, id: string, text: string): Promise<Screen> {
  const token = await linkToWeb(ctx.tx, ctx.person.id, ctx.now)
  const url = `${ctx.publicUrl}/vao/${token}?den=${COUNCIL_PATH}/${id}`
  return { text, links: [{ label: ctx.t('council.chat.open'), url }] }
}
