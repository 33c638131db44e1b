import { type CampaignStep, campaignStates, stateAfter } from '../../campaign/states.ts'
import type { CampaignState } from '../../campaign/writable.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { type PastStep, stepsOf } from './history.ts'
import { type Missing, missingFor } from './missing.ts'
import { stepCampaign } from './rights.ts'
import { takeStep, wallBefore, wantsReason } from './take-step.ts'
import type { NewForms } from './tell.ts'

/** Where the campaign stands, what is missing for the next state, and the deeds that move it on or back (plan-114 §9.1). */
export function stateRoomWith(newForms: NewForms): DeskRoom {
  return {
    path: 'tinh-trang-phong-trao',
    title: 'campaigns.state.title',
    door: 'house',
    group: 'upkeep',
    mayOpen: person => may(person, stepCampaign),

    answer: async (ctx, request) => {
      if (!may(ctx.person, stepCampaign)) return null
      const { form, rest, address } = request
      if (rest !== '') return null
      if (!form) return showing(ctx, request, null)
      const word = (name: string, most: number) =>
        String(form.get(name) ?? '')
          .normalize('NFC')
          .trim()
          .slice(0, most)
      const move: CampaignStep = form.get('viec') === 'back' ? 'back' : 'on'
      const asked = { move, from: word('dang', 20), reason: word('ly-do', 2_000) }
      const { ok, say } = await takeStep(ctx, asked, newForms)
      return ok ? { goTo: address, isGood: true, say } : showing(ctx, request, say)
    },
  }
}

/** A move that can be looked at before it is made. */
interface Offered {
  move: CampaignStep
  to: CampaignState
  missing: readonly Missing[]
  wall: string | null
  needsReason: boolean
}

async function showing(ctx: Ctx, request: RoomRequest, problem: string | null): Promise<RoomAnswer> {
  const { t, tx, campaign } = ctx
  const row = await tx.campaign.findUniqueOrThrow({ where: { id: campaign.id } })
  const offered: Offered[] = []
  for (const move of row.isActive ? (['on', 'back'] as const) : []) {
    const to = stateAfter(row.state, move)
    if (to === null) continue
    const wall = await wallBefore(ctx, move, to)
    const missing = move === 'on' ? await missingFor(ctx, to) : []
    offered.push({ move, to, missing, wall, needsReason: await wantsReason(ctx, move, to, row.stateSince) })
  }
  const shown = { ctx, request, problem, offered, state: row.state, moves: await stepsOf(ctx) }
  return {
    title: t('campaigns.state.title'),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <StatePage {...shown} />,
  }
}

interface PageProps {
  ctx: Ctx
  request: RoomRequest
  problem: string | null
  offered: readonly Offered[]
  state: CampaignState
  moves: readonly PastStep[]
}

function StatePage({ ctx, request, problem, offered, state, moves }: PageProps) {
  const { t, campaign } = ctx
  const days = { from: formatDate(campaign.startsOn.toString()), to: formatDate(campaign.endsOn.toString()) }
  return (
    <>
      <h1>{t('campaigns.state.title')}</h1>
      <p>{t('campaigns.state.lead', { name: `${campaign.plan.identity.name} ${campaign.year}`, ...days })}</p>
      {problem !== null && (
        <p class="flash bad" role="alert">
          {problem}
        </p>
      )}
      <ol class="campaign-states">
        {campaignStates.map(one => (
          <li aria-current={one === state ? 'step' : undefined}>
            <strong>{t(`campaigns.states.${one}`)}</strong>
            {one === state && <> – {t('campaigns.state.now')}</>}
            <br />
            {t(`campaigns.means.${one}`)}
          </li>
        ))}
      </ol>
      {offered.map(one => (
        <StepForm {...{ ctx, request, state }} offered={one} />
      ))}
      {moves.length > 0 && (
        <section>
          <h2>{t('campaigns.state.history')}</h2>
          <ul>
            {moves.map(({ at, who, from, to, reason }) => (
              <li>
                {t(reason === null ? 'campaigns.state.line' : 'campaigns.state.lineWhy', {
                  ...{ at: ctx.localTime(at), who, reason: reason ?? '' },
                  ...{ from: t(`campaigns.states.${from}`), to: t(`campaigns.states.${to}`) },
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface StepProps extends Pick<PageProps, 'ctx' | 'request' | 'state'> {
  offered: Offered
}

function StepForm({ ctx, request: { address, csrf }, state, offered }: StepProps) {
  const { t } = ctx
  const { move, to, missing, wall, needsReason } = offered
  const desk = address.slice(0, address.lastIndexOf('/'))
  const id = `ly-do-${move}`
  return (
    <section class="card" aria-labelledby={`chuyen-${move}`}>
      <h2 id={`chuyen-${move}`}>{t(`campaigns.state.heading.${move}`, { to: t(`campaigns.states.${to}`) })}</h2>
      {wall !== null ? (
        <p>{wall}</p>
      ) : (
        <form class="compose" method="post" action={address}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="dang" value={state} />
          {move === 'on' && missing.length === 0 && <p>{t('campaigns.state.nothingMissing')}</p>}
          {missing.length > 0 && (
            <>
              <p>{t('campaigns.state.missing')}</p>
              <ul>
                {missing.map(({ what, count, page }) => {
                  const words = t(`campaigns.missing.${what}`, { count: count ?? 0 })
                  return <li>{page === null ? words : <a href={page === '' ? desk : `${desk}/${page}`}>{words}</a>}</li>
                })}
              </ul>
            </>
          )}
          <p>{t(move === 'on' ? `campaigns.follows.${to}` : 'campaigns.follows.back')}</p>
          <div class="field">
            <label for={id}>{t(`campaigns.state.reason.${needsReason ? move : 'optional'}`)}</label>
            <input id={id} name="ly-do" maxlength={2_000} {...(needsReason ? { required: true, minlength: 5 } : {})} />
          </div>
          <button type="submit" name="viec" value={move} class={move === 'on' ? 'button primary' : 'button'}>
            {t(`campaigns.state.do.${move}`, { to: t(`campaigns.states.${to}`) })}
          </button>
        </form>
      )}
    </section>
  )
}
