import type { Ctx } from '../../contract/feature.ts'
import type { SheetCell } from '../../office-files/sheet-cell.ts'
import type { Award } from '../../store/generated/client.ts'
import { awardForms } from './codes.ts'
import { officialsSheet, organisationsSheet } from './yearly-staff.ts'

/** The yearly statistical forms of circular 02/2023/TT-BNV; what they ask beyond the register is left for the office to fill in. */
export const yearlyForms = ['0601', '0602', '0603', '0604', '0605'] as const

export type YearlyForm = (typeof yearlyForms)[number]

export interface YearlySheet {
  headings: readonly string[]
  rows: readonly (readonly SheetCell[])[]
}

/** Which awards a form counts: those of the State, those of province, ministry and below. */
const counted: Partial<Record<YearlyForm, (award: Award) => boolean>> = {
  '0602': ({ level }) => level === 'STATE',
  '0603': ({ level }) => level !== 'STATE',
}

/** A form of a year, from the register and the campaigns: awards that count no more are left out. */
export async function yearlySheet(ctx: Ctx, form: YearlyForm, year: number): Promise<YearlySheet> {
  const heading = (name: string) => ctx.t(`awards.yearly.columns.${name}`)
  if (form === '0601') {
    const campaigns = await ctx.tx.campaign.findMany({ where: { year }, orderBy: { startsOn: 'asc' } })
    const awarded = await ctx.tx.award.groupBy({ by: ['campaignId'], where: { year, revokedOn: null }, _count: true })
    const countOf = (id: string) => awarded.find(({ campaignId }) => campaignId === id)?._count ?? 0
    return {
      headings: ['campaign', 'startsOn', 'endsOn', 'awarded'].map(heading),
      rows: campaigns.map(({ id, name, startsOn, endsOn }) => [name, { day: startsOn }, { day: endsOn }, countOf(id)]),
    }
  }
  const isCounted = counted[form]
  if (!isCounted) return form === '0604' ? organisationsSheet(ctx, year, heading) : officialsSheet(ctx, year, heading)
  const awards = (await ctx.tx.award.findMany({ where: { year, revokedOn: null } })).filter(isCounted)
  const headings = ['form', 'total', 'collectives', 'people', 'women', 'leaders', 'directWorkers', 'households'].map(
    heading,
  )
  const lines = awardForms.map(code =>
    lineOf(
      ctx.t(`awards.forms.${code}`),
      awards.filter(one => one.form === code),
    ),
  )
  return { headings, rows: [lineOf(heading('all'), awards), ...lines.filter(([, total]) => total !== 0)] }
}

/** What is not known of a person is counted with nobody, so that a sum is never more than what the register says. */
function lineOf(label: string, awards: readonly Award[]): SheetCell[] {
  const count = (is: (award: Award) => boolean) => awards.filter(is).length
  return [
    ...[label, awards.length, count(({ honoreeKind }) => honoreeKind === 'COLLECTIVE')],
    ...[count(({ honoreeKind }) => honoreeKind === 'INDIVIDUAL'), count(({ isWoman }) => isWoman === true)],
    ...[count(({ isLeader }) => isLeader === true), count(({ isDirectWorker }) => isDirectWorker === true)],
    count(({ honoreeKind }) => honoreeKind === 'HOUSEHOLD'),
  ]
}
