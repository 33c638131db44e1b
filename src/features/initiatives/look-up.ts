import { unitName } from '../../campaign/names.ts'
import type { GuestCtx } from '../../contract/feature.ts'
import type { Answers, Params } from '../../conversation/field.ts'
import type { Tx } from '../../store/transaction.ts'
import { initiativeParams } from './form.ts'
import { foldTitle, mostAlike, tellingWords } from './similar.ts'

/** After the title: what is alike among the registered ones, and what may be said about it. */
export async function lookUpSimilar(ctx: GuestCtx, answers: Answers, params: Params): Promise<Params> {
  const { record } = initiativeParams(params)
  const found = await similarTitles(ctx.tx, ctx.campaign.id, String(answers.title), record)
  if (found.length === 0) return { similar: [], similarList: '' }
  const options = [
    { code: 'new', label: ctx.t('initiative.similar.new') },
    ...found.map(({ id, code }) => ({
      code: `inherits:${id}`,
      label: ctx.t('initiative.similar.inherits', { code }),
    })),
    ...found.map(({ id, code }) => ({
      code: `replicates:${id}`,
      label: ctx.t('initiative.similar.replicates', { code }),
    })),
    { code: 'duplicate', label: ctx.t('initiative.similar.duplicate') },
  ]
  const lines = found.map(({ code, title, unitCode }) =>
    ctx.t('initiative.similar.line', { code, title, unit: unitName(ctx.campaign, unitCode) }),
  )
  return { similar: options, similarList: lines.join('\n') }
}

interface SimilarTitle {
  id: string
  code: string
  title: string
  titleFolded: string
  unitCode: string
}

/**
 * Up to three registered titles of the campaign that are much alike. The database counts shared words and hands over
 * only the best thirty; the judgement is `mostAlike`.
 */
export async function similarTitles(
  tx: Tx,
  campaignId: string,
  title: string,
  except: string | null,
): Promise<SimilarTitle[]> {
  const words = tellingWords(foldTitle(title))
  if (words.length === 0) return []
  const candidates = await tx.$queryRaw<SimilarTitle[]>`
    SELECT id, code, title, title_folded AS "titleFolded", unit_code AS "unitCode" FROM (
      SELECT r.*, f.title_folded,
        (SELECT count(*) FROM unnest(${words}::text[]) word WHERE ' ' || f.title_folded || ' ' LIKE '% ' || word || ' %') AS shared
      FROM record r JOIN initiative_fact f ON f.record_id = r.id
      WHERE r.campaign_id = ${campaignId}::uuid AND r.state <> ALL (ARRAY['WITHDRAWN', 'REJECTED'])
        AND r.id IS DISTINCT FROM ${except}::uuid
    ) counted WHERE shared * 3 >= least(${words.length}::int, cardinality(string_to_array(title_folded, ' '))) ORDER BY shared DESC, code LIMIT 30`
  return mostAlike(title, candidates, 3)
}
