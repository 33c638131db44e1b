import { nameWithWard, postAt, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { answersOf } from '../../records/answers.ts'
import { anyKind } from '../../records/kind.ts'
import { reportFields } from '../nominations/form.ts'
import { nomination } from '../nominations/kind.ts'
import type { KnownSentence } from '../nominations/known.ts'
import type { Nominee } from '../nominations/nominees.ts'
import { ofUnit, planDocument } from './frame.ts'
import type { PaperKind } from './kind.ts'
import { nomineesFor } from './nominee-rows.ts'

/**
 * DOC15: the achievement reports of a unit's nominees, each on pages of its own, to be signed one by one (plan III.3.1; headings of the
 * topic form, domain.md §4.2). What the house vouches for stands with its rows; the rest is the author's text.
 */
export const achievementReports: PaperKind = {
  code: 'DOC15',
  of: 'unit',
  hasPeriod: false,
  isOfNow: true,
  isEmpty: async (ctx, { unitCode }) => (await nomineesFor(ctx, unitCode)).length === 0,
  tags: {
    ...{ plan: 'text', unit: 'text', campaign: 'text' },
    reports: {
      ...{ name: 'text', position: 'text', authority: 'text', profile: 'text', achievements: 'text', measures: 'text' },
      ...{ effects: 'text', lessons: 'text' },
      known: { line: 'text' },
    },
  },
  gather: async (ctx, { unitCode }) => {
    const { campaign } = ctx
    const reports: Report[] = []
    for (const nominee of await nomineesFor(ctx, unitCode)) reports.push(await reportOf(ctx, nominee))
    return {
      frame: ofUnit(ctx, unitCode ?? ''),
      content: {
        ...{ plan: planDocument(ctx), unit: unitName(campaign, unitCode ?? ''), campaign: campaign.plan.identity.name },
        reports,
      },
    }
  },
}

type Report = Awaited<ReturnType<typeof reportOf>>

async function reportOf({ tx, t, campaign }: Ctx, { recordId, version, name, position, unitCode, level }: Nominee) {
  const where = { recordId_version: { recordId, version } }
  const found = await tx.recordVersion.findUniqueOrThrow({ where, include: { nominationFact: true } })
  const answers = answersOf(anyKind(nomination), found)
  const text = (field: string) => String(answers[field] ?? t('papers.nominations.nothing'))
  // Written by `keepNomination` and by nothing else.
  const known = (found.nominationFact?.known ?? []) as unknown as KnownSentence[]
  const [profile, achievements, measures, effects, lessons] = reportFields.map(text)
  return {
    name,
    position: postAt(position, nameWithWard(campaign, unitCode)),
    authority: t(`nomination.levels.${level}`),
    ...{ profile: profile ?? '', achievements: achievements ?? '', measures: measures ?? '', effects: effects ?? '' },
    lessons: lessons ?? '',
    known:
      known.length === 0
        ? [{ line: t('papers.nominations.noneKnown') }]
        : known.map(({ text: line, rows }) => ({
            line: t('nomination.known.withRows', {
              text: line,
              rows: [...new Set(rows.map(({ label }) => label))].join(', '),
            }),
          })),
  }
}
