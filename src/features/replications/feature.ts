import type { Ctx, Outcome } from '../../contract/feature.ts'
import { beginRecord } from '../../records/begin.ts'
import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { initiativesIn } from './form.ts'
import { replication } from './kind.ts'

/** Models and initiatives that units have taken over from others (plan II.3, S04). */
export const replications: RecordFeature = recordFeature(replication, { routes: { replication: begin } })

/** A question without an option is never asked: where nothing may be taken over yet, that is said. */
async function begin(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const outcome = await beginRecord(ctx, replications.record, args)
  const isNothing = 'start' in outcome && initiativesIn(outcome.params).length === 0
  if (!isNothing) return outcome
  const choices = [
    { label: ctx.t('initiative.command.menu'), go: { to: 'initiative' } },
    { label: ctx.t('menu.toMenu'), go: { to: 'menu' } },
  ]
  return { text: ctx.t('replication.none'), choices }
}
