import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { seeExplanations } from './explain.ts'
import { heldOfForecast } from './held.ts'
import { mayReadFile } from './may-read-file.ts'
import { missThisMorning } from './morning.ts'
import { forecastPage } from './page.ts'
import { listForecasts, showForecast } from './screens.ts'
import { speak } from './speak.ts'
import { findVerdict } from './verdicts.ts'

async function see(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const found = await findVerdict(ctx, args.id ?? '')
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
  audits: { explanation: ['explanation.ask', 'explanation.onTrack', 'explanation.newer'] },
  personalData: heldOfForecast,
  routes: {
    forecast: listForecasts,
    'forecast.show': (ctx, args) => showForecast(ctx, args.id ?? ''),
    'forecast.see': see,
  },
  mayReadFile,
  morning: missThisMorning,
  page: forecastPage,
  beat: speak,
}
