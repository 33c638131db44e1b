import { calendarColumns } from '../../campaign/calendar-columns.ts'
import { parseCalendar } from '../../campaign/calendar-file.ts'
import { type CalendarYears, yearsIn } from '../../campaign/calendar-list.ts'
import { calendarNotes } from '../../campaign/calendar-notes.ts'
import { parsePlan } from '../../campaign/plan-file.ts'
import { type Problem, problemText } from '../../campaign/problem.ts'
import { rankingColumns } from '../../campaign/ranking-columns.ts'
import { rankingIn } from '../../campaign/ranking-list.ts'
import { storedUnits } from '../../campaign/stored-units.ts'
import { unitColumns } from '../../campaign/unit-columns.ts'
import { unitKindWords } from '../../campaign/unit-kind-words.ts'
import { unitsIn } from '../../campaign/units-file.ts'
import type { Ctx } from '../../contract/feature.ts'
import { loadCalendar, storedCalendar } from '../../loading/load-calendar.ts'
import { loadPlan } from '../../loading/load-plan.ts'
import { loadRanking } from '../../loading/load-ranking.ts'
import { loadUnits } from '../../loading/load-units.ts'
import { loadedPlans } from '../../loading/loaded-plans.ts'
import { decodeText } from '../../office-files/decode-text.ts'
import { type FileProblem, fileProblemText, type Read } from '../../office-files/file-problem.ts'
import type { Column } from '../../office-files/list-rows.ts'
import { type ReadList, readListFrom } from '../../office-files/read-list.ts'
import { calendarLines } from './calendar-lines.ts'
import { rankingLines } from './ranking-lines.ts'
import { changeLines } from './unit-lines.ts'

/** A file that was sent, with what was said besides. */
export interface Given {
  file: string
  bytes: Uint8Array
  /** '': none was said. */
  year: string
  decision: string
}

/** What it changed, in lines; or everything that is wrong with the file. */
export type Loaded = { ok: true; lines: readonly string[] } | { ok: false; problems: readonly string[] }

export const loadNames = ['plan', 'units', 'calendar', 'ranking'] as const

export type LoadName = (typeof loadNames)[number]

/** Each brings one kind of file in, in the caller's transaction: the same work as that of the command line. */
export const loaders: Readonly<Record<LoadName, (ctx: Ctx, given: Given) => Promise<Loaded>>> = {
  plan: loadGivenPlan,
  units: loadGivenUnits,
  calendar: loadGivenCalendar,
  ranking: loadGivenRanking,
}

async function loadGivenPlan(ctx: Ctx, { file, bytes, year }: Given): Promise<Loaded> {
  const { t, tx, now, campaign } = ctx
  const plan = parsePlan(file, textOf(bytes), /^20\d\d$/.test(year) ? { year: Number(year) } : {})
  if (!plan.ok) return wrong(plan.problems, ctx)
  const { isChanged, changes, counts } = await loadPlan(tx, plan.value, now)
  const { code, year: of } = plan.value
  const done = t(isChanged ? 'cli.planLoaded' : 'cli.planUnchanged', { code, year: of, ...counts })
  return { ok: true, lines: [...changes, done, ...calendarNotes(campaign.calendar, [of], t)] }
}

async function loadGivenUnits(ctx: Ctx, given: Given): Promise<Loaded> {
  const { t, tx, now, texts } = ctx
  const known = await storedUnits(tx)
  const kinds = unitKindWords(texts('en'), texts('vi'))
  const read = await listOf(ctx, given, unitColumns, list => unitsIn(list, { known, kinds }))
  if (!read.ok) return read
  const changes = await loadUnits(tx, read.value, now)
  for (const plan of await loadedPlans(tx)) await loadPlan(tx, plan, now)
  const created = changes.filter(({ isNew }) => isNew).length
  const counts = { count: read.value.length, created, changed: changes.length - created }
  return { ok: true, lines: [...read.lines, ...changeLines(changes, t), t('cli.unitsLoaded', counts)] }
}

async function loadGivenCalendar(ctx: Ctx, given: Given): Promise<Loaded> {
  const years = await yearsOf(ctx, given)
  if (!years.ok) return years
  const loaded = await loadCalendar(ctx.tx, years.value, await loadedPlans(ctx.tx), ctx.now)
  return { ok: true, lines: [...years.lines, ...(await calendarLines(ctx.tx, ctx.t, years.value, loaded))] }
}

async function yearsOf(ctx: Ctx, given: Given): Promise<ReadIn<CalendarYears>> {
  const text = textOf(given.bytes)
  if (text.trimStart().startsWith('{')) {
    const calendar = parseCalendar(given.file, text)
    return calendar.ok ? { ok: true, value: calendar.value.years, lines: [] } : wrong(calendar.problems, ctx)
  }
  const { weekend } = await storedCalendar(ctx.tx)
  return listOf(ctx, given, calendarColumns, list => yearsIn(list, weekend))
}

async function loadGivenRanking(ctx: Ctx, given: Given): Promise<Loaded> {
  const { t, tx, now, campaign } = ctx
  const year = Number(given.year)
  if (!/^20\d\d$/.test(given.year)) return { ok: false, problems: [t('office-files.ranking.yearMissing')] }
  const units = await storedUnits(tx)
  const groups = campaign.plan.participants.collectives
  const decision = given.decision.trim()
  const read = await listOf(ctx, given, rankingColumns, list => rankingIn(list, { year, units, groups, decision }))
  if (!read.ok) return read
  const diff = await loadRanking(tx, year, read.value, now)
  const counts = {
    ...{ year, count: read.value.length, same: diff.same },
    ...{ added: diff.added.length, changed: diff.changed.length, gone: diff.gone.length },
  }
  const names = new Map(units.map(({ code, name }) => [code, name]))
  return { ok: true, lines: [...read.lines, ...rankingLines(diff, names, t), t('office-files.ranking.loaded', counts)] }
}

type ReadIn<T> = { ok: true; value: T; lines: readonly string[] } | { ok: false; problems: readonly string[] }

/** A list of an office, with the lines that a person must see about the file itself. */
async function listOf<Name extends string, T>(
  ctx: Ctx,
  { file, bytes }: Given,
  columns: readonly Column<Name>[],
  meaning: (list: ReadList<Name>) => Read<T>,
): Promise<ReadIn<T>> {
  const list = await readListFrom(file, bytes, columns)
  if (!list.ok) return wrong(list.problems, ctx)
  const read = meaning(list.value)
  if (!read.ok) return wrong(read.problems, ctx)
  const { convertedFrom, unread } = list.value
  const lines = convertedFrom === null ? [] : [ctx.t('office-files.convertedFrom', { font: convertedFrom })]
  if (unread.length > 0) lines.push(ctx.t('office-files.unreadColumns', { headings: unread.join(', ') }))
  return { ok: true, value: read.value, lines }
}

function wrong(problems: readonly (Problem | FileProblem)[], { t }: Ctx): { ok: false; problems: readonly string[] } {
  return { ok: false, problems: problems.map(one => ('cell' in one ? fileProblemText(one, t) : problemText(one, t))) }
}

function textOf(bytes: Uint8Array): string {
  return decodeText(bytes) ?? ''
}
