import type { Ctx, Feature, Outcome, Waiting } from '../../contract/feature.ts'
import { formEntry } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { cut } from '../../reminders/words/cut.ts'
import { askExplanation, keepExplanation, maySee, seeExplanations, unitNameOf } from './explain.ts'
import { explanationForm } from './form.ts'
import { heldOfForecast } from './held.ts'
import { mayReadFile } from './may-read-file.ts'
import { forecastPage } from './page.ts'
import { listForecasts, showForecast } from './screens.ts'
import { speak } from './speak.ts'
import { findStanding, standingId } from './standings.ts'

/** Explanations that nobody of those who verify the figures has read. */
async function waiting(ctx: Ctx): Promise<Waiting[]> {
  if (!mayEver(ctx.person, 'report.verify')) return []
  const fresh = await ctx.tx.explanationRequest.findMany({
    where: { campaignId: ctx.campaign.id, state: 'EXPLAINED' },
    orderBy: { answeredAt: 'asc' },
  })
  return fresh
    .filter(request => maySee(ctx, request))
    .map(request => ({
      label: ctx.t('forecast.waiting', { unit: unitNameOf(ctx, request), cause: cut(request.cause, 60) }),
      since: request.answeredAt ?? ctx.now,
      go: { to: 'forecast.show', args: { id: standingId(request.unitCode, { code: request.pilotCode }) } },
    }))
}

async function see(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const found = await findStanding(ctx, args.id ?? '')
  if (!found) return { text: ctx.t('forecast.gone') }
  const { say } = await seeExplanations(ctx, found.requests)
  return { text: say, choices: [{ label: ctx.t('progress.nextDecision'), go: { to: 'decide' } }] }
}

/**
 * The pilot light of targets in money (plan II.2.1, T27 and T28): pace, forecast, early request to explain. Which targets have one
 * stands in the plan file.
 */
export const forecasting: Feature = {
  name: 'forecast',
  personalData: heldOfForecast,
  routes: {
    forecast: listForecasts,
    'forecast.show': (ctx, args) => showForecast(ctx, args.id ?? ''),
    'forecast.explain': (ctx, args) => askExplanation(ctx, args.id ?? ''),
    'forecast.see': see,
  },
  forms: [formEntry(explanationForm, { submit: (ctx, { answers, params }) => keepExplanation(ctx, params, answers) })],
  waiting,
  mayReadFile,
  page: forecastPage,
  beat: speak,
}
