import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { openedOpinions, opinions } from '../nominations/appraisal.ts'
import type { Nominee } from '../nominations/nominees.ts'
import { committeeOf, ofOffice, ofUnit, planDocument } from './frame.ts'
import type { PaperKind } from './kind.ts'
import { lawLines, nomineeCounts, nomineeCountTags, nomineeRows, nomineesFor } from './nominee-rows.ts'

const opinionRowTags = { no: 'text', name: 'text', position: 'text', opinion: 'text', reason: 'text' } as const

/** DOC16: what one focal agency said of each nominee, once the seal was opened (plan IV.2; domain.md §4.6). */
export const appraisalSheet: PaperKind = {
  code: 'DOC16',
  of: 'unit',
  hasPeriod: false,
  isOfNow: true,
  isEmpty: async (ctx, { unitCode }) => (await openedOpinions(ctx, unitCode)).length === 0,
  tags: { plan: 'text', office: 'text', unit: 'text', rows: opinionRowTags },
  gather: async (ctx, { unitCode }) => {
    const { campaign, today } = ctx
    const opened = await openedOpinions(ctx, unitCode)
    const nominees = await nomineesFor(ctx, null, one => opened.some(({ recordId }) => recordId === one.recordId))
    const rows = nomineeRows(ctx, nominees)
    return {
      frame: {
        ...ofUnit(ctx, unitCode ?? ''),
        recipients: [ctx.t('papers.frame.asAbove'), ctx.t('papers.frame.filed')],
      },
      content: {
        ...{ plan: planDocument(ctx), office: officeName(campaign, today.toString()) },
        unit: unitName(campaign, unitCode ?? ''),
        rows: rows.map(({ no, name, position }, at) => {
          const said = opened.find(({ recordId }) => recordId === nominees[at]?.recordId)
          return { no, name, position, opinion: opinionInWords(ctx, said?.opinion ?? null), reason: said?.reason ?? '' }
        }),
      },
    }
  },
}

const concluded = ['PROPOSED', 'SUBMITTED_TO_CHAIR', 'WITH_WARD_CHAIR', 'SENT_TO_PROVINCE', 'AWARDED', 'NOT_AWARDED']
const concludedRowTags = { ...opinionRowTags, summary: 'text' } as const

/** DOC17: what Phòng Nội vụ concludes of each nominee, with the opinions of the agencies (K10). */
export const appraisalReport: PaperKind = {
  code: 'DOC17',
  of: 'office',
  hasPeriod: false,
  isOfNow: true,
  isEmpty: async ctx => (await nomineesFor(ctx, null, isConcluded)).length === 0,
  tags: {
    ...{ plan: 'text', issuerOfPlan: 'text', office: 'text', campaign: 'text', year: 'text' },
    ...nomineeCountTags,
    bases: { line: 'text' },
    proposed: concludedRowTags,
    notProposed: concludedRowTags,
  },
  gather: async (ctx, _, book) => {
    const { campaign, today } = ctx
    const isProposed = ({ state, level }: Nominee) => level !== 'WARD' && concluded.includes(state)
    const proposed = await nomineesFor(ctx, null, isProposed)
    const notProposed = await nomineesFor(ctx, null, ({ state }) => state === 'NOT_PROPOSED')
    const reasons = await reasonsOf(ctx, [...proposed, ...notProposed])
    const opened = await openedOpinions(ctx, null)
    const rows = (nominees: readonly Nominee[]) =>
      nomineeRows(ctx, nominees).map(({ no, name, position, summary }, at) => {
        const id = nominees[at]?.recordId ?? ''
        const isForProvince = nominees[at]?.level === 'PROVINCE'
        const called = isForProvince ? ctx.t('papers.nominations.toProvince', { name }) : name
        return {
          no,
          name: called,
          position,
          summary,
          opinion: countsOf(ctx, opened, id),
          reason: reasons.get(id) ?? '',
        }
      })
    return {
      frame: ofOffice(ctx, [ctx.t('papers.frame.asAbove')]),
      content: {
        ...{ plan: planDocument(ctx), issuerOfPlan: committeeOf(ctx), year: String(campaign.year) },
        ...{ office: officeName(campaign, today.toString()), campaign: campaign.plan.identity.name },
        ...nomineeCounts(ctx, proposed, book),
        bases: lawLines(ctx),
        proposed: rows(proposed),
        notProposed: rows(notProposed),
      },
    }
  },
}

function isConcluded({ state, level }: Nominee): boolean {
  return level !== 'WARD' && (concluded.includes(state) || state === 'NOT_PROPOSED')
}

function opinionInWords({ t }: Ctx, opinion: string | null): string {
  return opinion === null ? t('nomination.appraisal.notGiven') : t(`nomination.opinions.${opinion}`)
}

/** «Đồng ý: 5; Không đồng ý: 1» */
function countsOf(ctx: Ctx, opened: Awaited<ReturnType<typeof openedOpinions>>, recordId: string): string {
  const said = opened.filter(one => one.recordId === recordId)
  return [...opinions, null]
    .map(opinion => [opinion, said.filter(one => one.opinion === opinion).length] as const)
    .flatMap(([opinion, count]) => (count === 0 ? [] : [`${opinionInWords(ctx, opinion)}: ${count}`]))
    .join('; ')
}

/** The last word of Phòng Nội vụ on each: why it is proposed, or not. */
async function reasonsOf({ tx }: Ctx, nominees: readonly Nominee[]): Promise<ReadonlyMap<string, string>> {
  const moves = await tx.recordMove.findMany({
    where: { recordId: { in: nominees.map(({ recordId }) => recordId) }, action: { in: ['propose', 'notPropose'] } },
    orderBy: { seq: 'asc' },
  })
  return new Map(moves.map(({ recordId, reason }) => [recordId, reason ?? '']))
}

/** DOC18: what a unit must complete, nominee by nominee (K08). */
export const returnedNominations: PaperKind = {
  code: 'DOC18',
  of: 'unit',
  hasPeriod: false,
  isOfNow: true,
  isEmpty: async (ctx, { unitCode }) => (await returned(ctx, unitCode)).length === 0,
  tags: { addressee: 'text', office: 'text', plan: 'text', rows: { no: 'text', name: 'text', reason: 'text' } },
  gather: async (ctx, { unitCode }) => {
    const { campaign, today } = ctx
    const nominees = await returned(ctx, unitCode)
    const reasons = await returnReasons(ctx, nominees)
    return {
      frame: ofOffice(ctx, [`${unitName(campaign, unitCode ?? '')};`]),
      content: {
        ...{ addressee: unitName(campaign, unitCode ?? ''), plan: planDocument(ctx) },
        office: officeName(campaign, today.toString()),
        rows: nominees.map(({ name, recordId }, at) => ({
          no: String(at + 1),
          name,
          reason: reasons.get(recordId) ?? '',
        })),
      },
    }
  },
}

function returned(ctx: Ctx, unitCode: string | null): Promise<Nominee[]> {
  return nomineesFor(ctx, unitCode, ({ state }) => state === 'RETURNED')
}

async function returnReasons({ tx, t }: Ctx, nominees: readonly Nominee[]): Promise<ReadonlyMap<string, string>> {
  const moves = await tx.recordMove.findMany({
    where: { recordId: { in: nominees.map(({ recordId }) => recordId) }, action: 'return' },
    orderBy: { seq: 'asc' },
  })
  return new Map(
    moves.map(({ recordId, reason, marks }) => {
      // Written by `writeMove` and by nothing else.
      const named = (marks ?? []) as unknown as readonly { field: string; reason: string }[]
      const lines = named.map(mark => `${t(`nomination.form.${mark.field}.label`)}: ${mark.reason}`)
      return [recordId, [...(reason ? [reason] : []), ...lines].join('; ')]
    }),
  )
}
