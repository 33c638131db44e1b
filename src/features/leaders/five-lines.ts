import { periodName } from '../../campaign/period-name.ts'
import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Ctx } from '../../contract/feature.ts'
import { numbered, type Piece, piecesOf } from '../../contract/numbered.ts'
import type { CellState } from '../../figures/cell.ts'
import { may } from '../../people/may.ts'
import { formatDate, formatMoneyShort, formatNumber, formatPercent } from '../../reading/format.ts'
import { presentPeriod } from '../board/board-view.ts'
import { countsOf } from '../board/counts.ts'
import { CURVES, MARKS, PAID } from '../board/curve-page.tsx'
import { type Board, boardOf } from '../board/matrix.ts'
import { type DutyStanding, standings } from '../board/store.ts'
import { nextOutlook } from '../forecast/verdict.ts'
import { orderReminders } from '../reminders/rights.ts'
import type { CitySum } from './city-sum.ts'
import type { DuePart } from './due-rows.ts'
import { CELLS, DUE, LEADERS_PATH, OWED, REGISTER, SILENT } from './rights.ts'

/** One line for leaders, and where on the desk it is opened; each number in it leads to what it is the sum of. */
export interface Line {
  text: string
  pieces: readonly Piece[]
  page: string
}

function lineOf(sentence: string, page: string): Line {
  const pieces = piecesOf(sentence)
  return { text: pieces.map(({ words }) => words).join(''), pieces, page }
}

/** How the campaign stands, in five lines, from the same counts as the board: what is owed, the worst of it, money, targets, initiatives. */
export async function fiveLines(ctx: Ctx, sum: CitySum | null): Promise<Line[]> {
  const { t, campaign, today } = ctx
  const withoutDay = provisionalDuties(campaign.plan)
  const duties = (await standings(ctx)).filter(({ dutyCode }) => !withoutDay.includes(dutyCode))
  const past = duties.filter(({ dueOn }) => dueOn < today.toString())
  const worst = worstIn(duties)
  const ofWorst = worst ? { viec: `${worst.dutyCode}:${worst.period}` } : {}
  const total = (of: readonly DutyStanding[], what: 'met' | 'owed' | 'overdue' | 'late') =>
    of.reduce((all, one) => all + one[what], 0)
  const due = (count: number, part: DuePart) => numbered(count, `${LEADERS_PATH}/${DUE}?loc=${part}`)
  const owed = {
    met: due(total(past, 'met'), 'met'),
    all: due(total(past, 'met') + total(past, 'owed'), 'all'),
    late: due(total(past, 'late'), 'late'),
    overdue: numbered(total(duties, 'overdue'), owedPage(ctx, {})),
  }
  const board = await boardOf(ctx, { period: presentPeriod(ctx), day: null })
  return [
    lineOf(past.length === 0 ? t('leaders.nothingDue') : t('leaders.owed', owed), owedPage(ctx, {})),
    lineOf(worstOf(ctx, worst, owedPage(ctx, ofWorst)), owedPage(ctx, ofWorst)),
    lineOf(moneyLine(ctx, sum), 'du-bao'),
    lineOf(targetLine(ctx, board), 'bang-so-lieu'),
    lineOf(initiativesLine(ctx, board), 'sang-kien'),
  ]
}

/** The rows of what is overdue: for who may order reminders where they do so, for the others where they read. */
function owedPage({ person }: Ctx, of: Readonly<Record<string, string>>): string {
  const where = new URLSearchParams({ ...(may(person, orderReminders) ? { state: 'overdue' } : {}), ...of })
  const page = may(person, orderReminders) ? 'nhac-viec' : `${LEADERS_PATH}/${OWED}`
  return where.size === 0 ? page : `${page}?${where}`
}

/** The duty that is overdue at most units. */
function worstIn(duties: readonly DutyStanding[]): DutyStanding | undefined {
  return duties.filter(({ overdue }) => overdue > 0).toSorted((a, b) => b.overdue - a.overdue)[0]
}

/** In words; when none is owed, that is said. */
function worstOf({ t, campaign }: Ctx, worst: DutyStanding | undefined, page: string): string {
  if (!worst) return t('leaders.nothingOverdue')
  const name = campaign.plan.duties.find(({ code }) => code === worst.dutyCode)?.name ?? worst.dutyCode
  const period = worst.period === '' ? '' : ` (${periodName(worst.period, t)})`
  return t('leaders.worst', {
    what: `${name}${period}`,
    count: numbered(worst.overdue, page),
    due: formatDate(worst.overdueSince ?? worst.dueOn),
  })
}

function moneyLine({ t }: Ctx, sum: CitySum | null): string {
  if (!sum) return t('leaders.noMoney')
  const { latest } = sum.verdict
  const silent = (count: number) => numbered(count, `${LEADERS_PATH}/${SILENT}`)
  if (!latest) return t('leaders.noSum', { units: silent(sum.silent.length) })
  const paid = (words: string) => numbered(words, `${curves}#${PAID}`)
  const mark = (words: string) => numbered(words, `${curves}#${MARKS}`)
  const next = nextOutlook(sum.verdict)
  const missing = next?.pace?.is === 'needed' || next?.pace?.is === 'over' ? next.pace.missing : 0n
  return t(missing > 0n && next ? 'leaders.sumMissing' : 'leaders.sum', {
    percent: paid(formatPercent(latest.done, latest.plan)),
    done: paid(formatMoneyShort(latest.done)),
    all: paid(formatMoneyShort(latest.plan)),
    day: formatDate(latest.day),
    missing: mark(formatMoneyShort(missing)),
    threshold: mark(`${next?.milestone.percent ?? 0}%`),
    by: formatDate(next?.milestone.dueOn ?? latest.day),
    silent:
      sum.silent.length === 0 ? t('leaders.allReported') : t('leaders.silent', { count: silent(sum.silent.length) }),
  })
}

const curves = `bang-so-lieu/${CURVES}`

const told: readonly CellState[] = ['REACHED', 'ON_PACE', 'BEHIND', 'MISSED', 'NO_FIGURE']

function targetLine({ t }: Ctx, { period, rows }: Board): string {
  const counts = countsOf(rows.flatMap(({ cells }) => cells)).filter(([state]) => told.includes(state))
  const words = counts.map(([state, count]) =>
    t('leaders.cells', {
      count: numbered(count, `${LEADERS_PATH}/${CELLS}?tt=${state}`),
      state: t(`board.cells.${state}`).toLowerCase(),
    }),
  )
  return words.length === 0
    ? t('leaders.noTargets', { period: periodName(period, t) })
    : t('leaders.targets', { period: periodName(period, t), counts: words.join(', ') })
}

/** The register as the board counts it: the rows are those of its page. */
function initiativesLine({ t }: Ctx, { register }: Board): string {
  const parts = register?.parts ?? []
  const number = (value: bigint | number) => numbered(formatNumber(value), `${LEADERS_PATH}/${REGISTER}`)
  return t('leaders.initiatives', {
    registered: number(parts.reduce((sum, { denominator }) => sum + denominator, 0n)),
    effective: number(parts.reduce((sum, { numerator }) => sum + numerator, 0n)),
    units: number(parts.length),
  })
}
