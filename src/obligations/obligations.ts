import type { Temporal } from 'temporal-polyfill'
import { type ApplicabilityEntry, membershipIn } from '../campaign/applicability.ts'
import type { WorkingCalendar } from '../campaign/calendar.ts'
import { competes, isInvited } from '../campaign/competing.ts'
import { dueDays } from '../campaign/due-days.ts'
import type { Duty } from '../campaign/duty.ts'
import type { Plan } from '../campaign/plan.ts'
import { existsOn, type UnitLike } from '../campaign/unit.ts'

/** This unit owes this item by this day. Plain dates 'YYYY-MM-DD'. */
export interface ObligationDraft {
  /** `<duty>:<unit>:<period>`, the same for ever, whatever is loaded how often. */
  key: string
  dutyCode: string
  unitCode: string
  /** '' for what is owed once, '2024-Q2', '2024-04'. */
  period: string
  /** Targets of the duty that judge the unit; empty for duties met otherwise. */
  targetCodes: readonly string[]
  /** The legal day; late from the day after. */
  dueOn: string
  /** From this day on its period is the one to report: nobody is asked which. */
  opensOn: string
  /** Last working day on or before `dueOn`: what reminders count to (OP-10). */
  remindBy: string
  /** How the time is told: «trong Quý I/2024». */
  legalDueText: string
}

type Applying = Pick<ApplicabilityEntry, 'unitCode' | 'targetCode' | 'state'>

/**
 * Everything that is owed in a campaign. A unit owes what falls due while it exists; for a duty with targets, what at least one
 * target that APPLIES asks of it (PENDING owes nothing until people have confirmed it). Pass the applicability that holds now,
 * with the decisions of people in it.
 */
export function materialise(
  plan: Plan,
  units: readonly UnitLike[],
  applicability: readonly Applying[],
  calendar: WorkingCalendar,
): ObligationDraft[] {
  const membership = membershipIn(plan, units)
  const applying = new Map<string, Set<string>>()
  for (const { unitCode, targetCode, state } of applicability) {
    if (state !== 'APPLIES') continue
    const codes = applying.get(unitCode) ?? new Set()
    applying.set(unitCode, codes.add(targetCode))
  }

  const owed = (duty: Duty, unit: UnitLike): readonly string[] | null => {
    const targets = targetsOf(duty)
    const codes = applying.get(unit.code)
    if (duty.owedBy.kind !== 'managingOffice' && (!competes(plan, unit) || isInvited(plan, unit))) return null
    // A trait is only the default for its targets: where people decided on the target, that holds.
    const isSettledByTargets = duty.owedBy.kind === 'trait' && targets.length > 0
    if (!isSettledByTargets && membership(duty.owedBy, unit).state !== 'APPLIES') return null
    const judged = targets.filter(code => codes?.has(code))
    return targets.length > 0 && judged.length === 0 ? null : judged
  }

  return plan.duties
    .filter(duty => !duty.isVoluntary)
    .flatMap(duty =>
      dueDays(plan, duty, calendar).flatMap(({ period, dueOn, legalText }) => {
        const day = dueOn.toString()
        const dated = {
          dutyCode: duty.code,
          period,
          dueOn: day,
          opensOn: opensOn(plan, duty, dueOn),
          remindBy: calendar.lastWorkingDayOnOrBefore(dueOn).toString(),
          legalDueText: legalText,
        }
        return units.flatMap(unit => {
          const targetCodes = existsOn(unit, day) ? owed(duty, unit) : null
          if (targetCodes === null) return []
          return [{ key: `${duty.code}:${unit.code}:${period}`, unitCode: unit.code, targetCodes, ...dated }]
        })
      }),
    )
}

function targetsOf({ metBy, target }: Duty): readonly string[] {
  if (metBy.kind === 'targetReport' || metBy.kind === 'periodicReport') return metBy.targets
  return target === null ? [] : [target]
}

function opensOn(plan: Plan, { opensDaysBefore }: Duty, dueOn: Temporal.PlainDate): string {
  if (opensDaysBefore === null) return plan.startsOn
  const day = dueOn.subtract({ days: opensDaysBefore }).toString()
  if (day < plan.startsOn) return plan.startsOn
  return day
}

/** An obligation as it is stored. */
export interface StoredObligation {
  dutyCode: string
  unitCode: string
  period: string
  targets: readonly string[]
  dueOn: string
  opensOn: string
  remindBy: string
  state: 'OPEN' | 'WITH_HEAD' | 'MET' | 'WITHDRAWN'
}

export interface ObligationDiff<O> {
  create: readonly ObligationDraft[]
  /** Still owed, with another day or other targets. */
  redate: readonly { existing: O; wanted: ObligationDraft }[]
  /** Withdrawn before and owed again. */
  restore: readonly { existing: O; wanted: ObligationDraft }[]
  /** Owed no longer, and nothing was met. */
  withdraw: readonly O[]
  /** As it is: owed unchanged, or met, which no loading of a plan touches. */
  keep: readonly O[]
}

/** What loading a plan changes in what is owed. Each stored obligation is in exactly one list; a met one is always kept. */
export function diffObligations<O extends StoredObligation>(
  existing: readonly O[],
  wanted: readonly ObligationDraft[],
): ObligationDiff<O> {
  const wantedByKey = new Map(wanted.map(draft => [draft.key, draft]))
  const known = new Set(existing.map(storedKey))
  const redate: { existing: O; wanted: ObligationDraft }[] = []
  const restore: { existing: O; wanted: ObligationDraft }[] = []
  const withdraw: O[] = []
  const keep: O[] = []
  for (const row of existing) {
    const draft = wantedByKey.get(storedKey(row))
    if (row.state === 'MET') keep.push(row)
    else if (row.state === 'WITHDRAWN') {
      if (draft) restore.push({ existing: row, wanted: draft })
      else keep.push(row)
    } else if (!draft) withdraw.push(row)
    else if (isSame(row, draft)) keep.push(row)
    else redate.push({ existing: row, wanted: draft })
  }
  return { create: wanted.filter(draft => !known.has(draft.key)), redate, restore, withdraw, keep }
}

function storedKey({ dutyCode, unitCode, period }: StoredObligation): string {
  return `${dutyCode}:${unitCode}:${period}`
}

function isSame(row: StoredObligation, draft: ObligationDraft): boolean {
  return (
    row.dueOn === draft.dueOn &&
    row.opensOn === draft.opensOn &&
    row.remindBy === draft.remindBy &&
    row.targets.length === draft.targetCodes.length &&
    row.targets.every(code => draft.targetCodes.includes(code))
  )
}
