import { dayOf } from '../../clock.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { FigureBook } from '../../documents/figure-book.ts'
import type { Content } from '../../documents/word/fill.ts'
import type { Tags } from '../../documents/word/tags.ts'
import { type OwnCriterion, ownCriteria } from '../criteria/own-criteria.ts'
import { paperDate } from './frame.ts'
import type { Wanted } from './kind.ts'

/** What a unit has set itself, below the targets of the plan and in none of their counts: one part, or none where it has set nothing. */
export const ownCriteriaTags: Tags = {
  rows: { no: 'text', criterion: 'text', threshold: 'text', due: 'text', result: 'text', state: 'text' },
}

/** Each as it was confirmed, with what the unit last reported on it. */
export async function ownCriteriaPart(ctx: Ctx, { unitCode, day }: Wanted, book: FigureBook): Promise<Content[]> {
  const criteria = await ownCriteria(ctx, [unitCode ?? ''], day)
  if (criteria.length === 0) return []
  return [{ rows: criteria.map((one, at) => ({ no: String(at + 1), ...rowOf(ctx, one, book) })) }]
}

function rowOf({ t, campaign }: Ctx, { id, code, name, goal, dueOn, report }: OwnCriterion, book: FigureBook): Content {
  const own = { criterion: name, threshold: goal, due: paperDate(dueOn) }
  const place = t('papers.place.own', { criterion: name })
  if (!report) {
    const state = t('criterion.own.notYet')
    book.write(place, state, { origin: code, path: `tieu-chi-rieng/${id}` })
    return { ...own, result: '', state }
  }
  const state = t(`criterionReport.form.outcome.options.${report.outcome}`)
  const from = { origin: report.code, path: `bao-cao-tieu-chi-rieng/${report.id}` }
  const day = paperDate(dayOf(report.sentAt, campaign.timeZone).toString())
  return { ...own, state, result: book.write(place, t('papers.ownResult', { result: report.result, day }), from) }
}
