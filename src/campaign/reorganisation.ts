import { Temporal } from 'temporal-polyfill'
import type { UnitRow } from './unit.ts'
import type { UnitKind } from './unit-kind.ts'

/** One unit and what becomes of it. Several lines of one unit: it is divided. */
export interface Arrow {
  from: string
  /** null: it is dissolved. */
  to: string | null
  /** Of a divided unit: the larger part, which owes and answers for what the old unit leaves open. */
  isMain: boolean
}

/** A unit that begins on the day. */
export interface NewUnit {
  code: string
  name: string
  kind: UnitKind
  parentCode: string | null
}

/** Units that end, begin or take the place of others from one day on, as one decision says. */
export interface Reorganisation {
  /** First day on which the new units act, 'YYYY-MM-DD'. */
  effectiveOn: string
  /** Number of the decision. */
  document: string
  arrows: readonly Arrow[]
  newUnits: readonly NewUnit[]
}

/** What becomes of a unit, in a word. */
export type Fate = 'merged' | 'renamed' | 'divided' | 'dissolved'

export function fateOf({ arrows, newUnits }: Reorganisation, from: string): Fate {
  const [only, ...others] = successorsIn({ arrows }, from)
  if (only === undefined) return 'dissolved'
  if (others.length > 0) return 'divided'
  const isNew = newUnits.some(({ code }) => code === only)
  return isNew && arrows.filter(({ to }) => to === only).length === 1 ? 'renamed' : 'merged'
}

/** The units that end, in the order of the decision. */
export function endingUnits({ arrows }: Pick<Reorganisation, 'arrows'>): string[] {
  return [...new Set(arrows.map(({ from }) => from))]
}

/** Who takes the place of a unit, the larger part first. */
export function successorsIn({ arrows }: Pick<Reorganisation, 'arrows'>, from: string): string[] {
  const of = arrows.filter(arrow => arrow.from === from)
  const main = of.find(({ isMain }) => isMain) ?? of[0]
  return [main, ...of.filter(arrow => arrow !== main)].flatMap(arrow => arrow?.to ?? [])
}

/** The last day of the units that end. */
export function lastDayOf({ effectiveOn }: Pick<Reorganisation, 'effectiveOn'>): string {
  return Temporal.PlainDate.from(effectiveOn).subtract({ days: 1 }).toString()
}

/** The units as they are loaded: those that end with their last day and successors, those that begin with their first. */
export function unitsAfter(known: readonly UnitRow[], what: Reorganisation): UnitRow[] {
  const lastDay = lastDayOf(what)
  const ending = endingUnits(what).flatMap(code => {
    const unit = known.find(one => one.code === code)
    return unit ? [{ ...unit, validTo: lastDay, successors: successorsIn(what, code) }] : []
  })
  const beginning = what.newUnits.map(unit => {
    const before = known.find(({ code }) => code === unit.code)
    const since = { validFrom: what.effectiveOn, validTo: null }
    return { ...unit, ...since, successors: [], notes: before?.notes ?? what.document }
  })
  return [...beginning, ...ending]
}

/** Why it cannot be: a code of `reorganisation.faults`, and the unit that it is about. */
export interface ReorganisationFault {
  code:
    | 'nothing'
    | 'unknown'
    | 'endsBefore'
    | 'beginsLater'
    | 'endsElsewhere'
    | 'itself'
    | 'both'
    | 'notThere'
    | 'codeTaken'
    | 'mixed'
  unit: string
}

/** Everything that speaks against it, by what the units are today. What an earlier loading already says is no fault. */
export function faultsOf(known: readonly UnitRow[], what: Reorganisation): ReorganisationFault[] {
  const lastDay = lastDayOf(what)
  const units = new Map(known.map(unit => [unit.code, unit]))
  const beginning = new Set(what.newUnits.map(({ code }) => code))
  const ending = new Set(endingUnits(what))
  const faults: ReorganisationFault[] = ending.size === 0 ? [{ code: 'nothing', unit: '' }] : []
  for (const code of ending) {
    const unit = units.get(code)
    const of = what.arrows.filter(({ from }) => from === code)
    const next = successorsIn(what, code).toSorted().join()
    if (!unit) faults.push({ code: 'unknown', unit: code })
    else if (unit.validFrom !== null && unit.validFrom > lastDay) faults.push({ code: 'beginsLater', unit: code })
    else if (unit.validTo !== null && unit.validTo < lastDay) faults.push({ code: 'endsBefore', unit: code })
    else if (unit.validTo !== null && unit.successors.length > 0 && unit.successors.toSorted().join() !== next)
      faults.push({ code: 'endsElsewhere', unit: code })
    if (of.some(({ to }) => to === code)) faults.push({ code: 'itself', unit: code })
    if (of.length > 1 && of.some(({ to }) => to === null)) faults.push({ code: 'mixed', unit: code })
  }
  for (const code of new Set(what.arrows.flatMap(({ to }) => to ?? []))) {
    const unit = units.get(code)
    if (ending.has(code) && !what.arrows.some(({ from, to }) => from === code && to === code))
      faults.push({ code: 'both', unit: code })
    if (beginning.has(code)) {
      if (unit && unit.validFrom !== what.effectiveOn) faults.push({ code: 'codeTaken', unit: code })
    } else if (!unit) faults.push({ code: 'unknown', unit: code })
    else if ((unit.validFrom ?? '') > what.effectiveOn || (unit.validTo !== null && unit.validTo < what.effectiveOn))
      faults.push({ code: 'notThere', unit: code })
  }
  return faults
}
