import { Temporal } from 'temporal-polyfill'
import { spanOf } from '../../campaign/report-period.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { BoardView } from './matrix.ts'

/** The quarters of the campaign and its year, in order. */
export function boardPeriods({ campaign: { year, startsOn } }: Pick<Ctx, 'campaign'>): string[] {
  const quarters = [1, 2, 3, 4].map(quarter => `${year}-Q${quarter}`)
  return [...quarters.filter(period => (spanOf(period)?.to ?? '') >= startsOn.toString()), String(year)]
}

/** The period that is spoken of when none is asked for: the running quarter, and in its first month the one that has just ended. */
export function presentPeriod(ctx: Ctx, day = ctx.today): string {
  const periods = boardPeriods(ctx).filter(period => period.includes('-Q'))
  const spoken = day.subtract({ months: 1 }).toString()
  return periods.find(period => (spanOf(period)?.to ?? '') >= spoken) ?? periods.at(-1) ?? String(ctx.campaign.year)
}

/** What is chosen of the board besides period and day; everything stands in the address. */
export interface Choice {
  /** A second period beside the first. */
  beside: string | null
  /** Participant group, field of reform, agency that verifies: only what is of it. */
  group: string | null
  field: string | null
  agency: string | null
  isNumbers: boolean
  /** Only the cells in which somebody should do something. */
  isOnlyOpen: boolean
  /** Groups that are unfolded where the board is long. */
  open: readonly string[]
}

/** What an address asks for; anything else is the present. A day to come is no past: it is left out. */
export function viewIn(ctx: Ctx, search: URLSearchParams): BoardView {
  const day = dayIn(ctx, search.get('ngay') ?? '')
  const asked = boardPeriods(ctx).find(period => period === search.get('ky'))
  return { period: asked ?? presentPeriod(ctx, day ?? ctx.today), day }
}

export function choiceIn(ctx: Ctx, { period }: BoardView, search: URLSearchParams): Choice {
  const { plan } = ctx.campaign
  const one = (name: string, known: readonly string[]) => known.find(value => value === search.get(name)) ?? null
  return {
    beside: one(
      'ky2',
      boardPeriods(ctx).filter(other => other !== period),
    ),
    group: one(
      'nhom',
      plan.participants.collectives.map(({ code }) => code),
    ),
    field: one('linh-vuc', fieldsOf(ctx)),
    agency: one('co-quan', agenciesOf(ctx)),
    isNumbers: search.get('so') === '1',
    isOnlyOpen: search.get('can') === '1',
    open: search.getAll('mo'),
  }
}

/** A choice as it stands in an address, without what is not chosen. */
export function choiceWritten({
  beside,
  group,
  field,
  agency,
  isNumbers,
  isOnlyOpen,
  open,
}: Choice): [string, string][] {
  const said: [string, string | null][] = [
    ['ky2', beside],
    ['nhom', group],
    ['linh-vuc', field],
    ['co-quan', agency],
    ['so', isNumbers ? '1' : null],
    ['can', isOnlyOpen ? '1' : null],
    ...open.map((code): [string, string] => ['mo', code]),
  ]
  return said.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]))
}

/** Fields of reform that targets of the plan lie in, in its order. */
export function fieldsOf({ campaign: { plan } }: Ctx): string[] {
  return [...new Set(plan.targets.flatMap(({ field }) => field ?? []))]
}

/** Agencies that verify some target. */
export function agenciesOf({ campaign: { plan } }: Ctx): string[] {
  return [...new Set(plan.targets.flatMap(({ focalAgencies }) => focalAgencies))].toSorted()
}

function dayIn({ today }: Ctx, text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return Temporal.PlainDate.compare(day, today) < 0 ? day : null
  } catch {
    return null
  }
}
