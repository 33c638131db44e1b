import type { GuestCtx } from '../../contract/feature.ts'
import type { Answers, Params } from '../../conversation/field.ts'
import { initiativeParams } from './form.ts'
import { similarTitles } from './store.ts'

/** After the title: what is alike among the registered ones, and what may be said about it. */
export async function lookUpSimilar(ctx: GuestCtx, answers: Answers, params: Params): Promise<Params> {
  const { correcting } = initiativeParams(params)
  const found = await similarTitles(ctx.tx, ctx.campaign.id, String(answers.title), correcting)
  if (found.length === 0) return { similar: [], similarList: '' }
  const options = [
    { code: 'new', label: ctx.t('initiatives.similar.new') },
    ...found.map(({ id, code }) => ({
      code: `inherits:${id}`,
      label: ctx.t('initiatives.similar.inherits', { code }),
    })),
    ...found.map(({ id, code }) => ({
      code: `replicates:${id}`,
      label: ctx.t('initiatives.similar.replicates', { code }),
    })),
    { code: 'duplicate', label: ctx.t('initiatives.similar.duplicate') },
  ]
  const lines = found.map(({ code, title, unitCode }) =>
    ctx.t('initiatives.similar.line', { code, title, unit: ctx.campaign.units.get(unitCode)?.name ?? unitCode }),
  )
  return { similar: options, similarList: lines.join('\n') }
}
