import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
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
  const alike = (await alikeReports(ctx, [record.id])).get(record.id) ?? []
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
    ...line('dossier', dossier ? [dossierInWords(ctx, dossier)] : []),
  ]
}

function dossierInWords({ t, localTime }: Ctx, dossier: NonNullable<Awaited<ReturnType<typeof dossierOf>>>): string {
  const { submissionNumber, receivedAt } = dossier
  const words = [
    dossierCode(dossier),
    ...(submissionNumber === '' ? [] : [t('nomination.submission', { number: submissionNumber })]),
    ...(receivedAt ? [t('nomination.receivedAt', { at: localTime(receivedAt) })] : []),
    ...(dossier.isLate ? [t('nomination.late')] : []),
  ]
  return words.join('; ')
}
