import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may, mayEver } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { answeredFor } from '../../records/seeing.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import { alikeReports } from './alike.ts'
import { checkSheetsOf } from './check-sheets.ts'
import { sheetInLines } from './check-words.ts'
import { dossierCode, dossierOf } from './dossier.ts'
import type { KnownSentence } from './known.ts'
import type { Seams } from './seams.ts'

/** What is told of a nomination besides its answers: what the house vouches for, the check sheet, the dossier, reports that copy it. */
export async function moreOf(ctx: Ctx, record: StoredRecord, seams: Seams) {
  const { t } = ctx
  const { unitCode, authorId } = answeredFor(ctx, record)
  const isInside = authorId === ctx.person.id || may(ctx.person, 'unit.seeDrafts', { unitCode })
  const version = isInside ? record.version : record.passedVersion
  const sheet = (await checkSheetsOf(ctx, [record.id], seams, isInside ? 'newest' : 'passed')).get(record.id)
  const fact = await ctx.tx.nominationFact.findUnique({
    where: { recordId_version: { recordId: record.id, version } },
    select: { known: true },
  })
  // Written by `keepNomination` and by nothing else.
  const known = ((fact?.known ?? []) as unknown as KnownSentence[]).map(({ text, rows }) =>
    t('nomination.known.withRows', { text, rows: [...new Set(rows.map(({ label }) => label))].join(', ') }),
  )
  const alike = (await alikeReports(ctx, [record.id], isInside ? 'newest' : 'passed')).get(record.id) ?? []
  const dossier = await dossierOf(ctx.tx, record.id)
  const line = (label: string, values: readonly string[]) =>
    values.length === 0 ? [] : [{ label: t(`nomination.more.${label}`), value: values.join('\n') }]
  return [
    ...line('known', known),
    ...line('result', sheet ? [t(`nomination.results.${sheet.result}`)] : []),
    ...line('sheet', sheet ? sheetInLines(ctx, sheet) : []),
    ...line(
      'alike',
      alike.map(({ code, percent }) => t('nomination.alike', { code, percent })),
    ),
    ...line('opinions', await opinionsInWords(ctx, record)),
    ...line('dossier', dossier ? [dossierInWords(ctx, dossier)] : []),
  ]
}

/** What the agencies said, once it was opened; before that, how many have given theirs. Units see neither. */
async function opinionsInWords(ctx: Ctx, { id }: StoredRecord): Promise<string[]> {
  const { tx, t, campaign, person } = ctx
  if (!mayEver(person, 'campaign.see')) return []
  const asked = await tx.appraisal.findMany({ where: { recordId: id }, orderBy: { agency: 'asc' } })
  const [first] = asked
  if (!first) return []
  const opened = asked.filter(({ openedAt }) => openedAt !== null)
  if (opened.length === 0) {
    const given = asked.filter(({ sealed }) => sealed !== null).length
    return [t('nomination.appraisal.closed', { given, asked: asked.length, day: formatDate(first.dueOn) })]
  }
  return opened.map(({ agency, opinion, reason }) => {
    const said = opinion === null ? t('nomination.appraisal.notGiven') : t(`nomination.opinions.${opinion}`)
    return [unitName(campaign, agency), [said, ...(reason === '' ? [] : [reason])].join(' – ')].join(': ')
  })
}

function dossierInWords(
  { t, localTime, campaign }: Ctx,
  dossier: NonNullable<Awaited<ReturnType<typeof dossierOf>>>,
): string {
  const { submissionNumber, receivedAt } = dossier
  const words = [
    dossierCode(campaign, dossier),
    ...(submissionNumber === '' ? [] : [t('nomination.submission', { number: submissionNumber })]),
    ...(receivedAt ? [t('nomination.receivedAt', { at: localTime(receivedAt) })] : []),
    ...(dossier.isLate ? [t('nomination.late')] : []),
  ]
  return words.join('; ')
}
