import type { Ctx, Outcome } from '../../contract/feature.ts'
import { mayEver, reachOf } from '../../people/may.ts'
import { beginKnowing } from '../../records/begin-knowing.ts'
import { anyKind } from '../../records/kind.ts'
import { replication } from '../replications/kind.ts'
import { mayTake, modelCalled } from './models.ts'

/** One step: the record of taking it over, begun with what it is about; only what the unit made of it is asked. */
export async function takeOver(
  ctx: Ctx,
  { code: known = '', number = '', unit }: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const { t } = ctx
  const { write } = replication.rights
  if (!mayEver(ctx.person, write)) return { text: t('models.notForYou') }
  const model = await modelCalled(ctx, known, Number(number) || 0)
  if (!model) return { text: t('models.gone') }
  const { code } = model
  const units = await mayTake(ctx, model, reachOf(ctx.person, write).units)
  if (units.length === 0) return { text: t('models.takenAlready', { code, title: model.title }) }
  const [only] = units
  const args = unit !== undefined ? { unit } : units.length === 1 && only ? { unit: only } : {}
  const back = { to: 'models.take', args: { code } }
  return beginKnowing(ctx, anyKind(replication), args, { initiative: code }, back)
}
