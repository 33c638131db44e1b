import { actingUnit, nextUnit } from '../../campaign/acting-unit.ts'
import type { ActiveCampaign } from '../../campaign/active.ts'
import { competes } from '../../campaign/competing.ts'
import type { Target } from '../../campaign/target.ts'
import { existsOn } from '../../campaign/unit.ts'
import {
  type Computed,
  computedFrom,
  initiativesEffective,
  type Registered,
  subUnitsRegistered,
} from '../../figures/computed.ts'
import { type Figure, noFigure } from '../../figures/figure.ts'
import { figureOfList, type ListStanding } from '../../figures/listed.ts'
import type { ReportStanding, Standings } from '../../figures/standing.ts'
import { added } from '../../figures/sum.ts'
import type { RankingEntry } from '../../store/generated/client.ts'

/** What a figure of the board is made of. */
export type Source =
  /** What a unit reported, of the merged units what each of them did. */
  | { kind: 'reports'; reports: readonly ReportStanding[] }
  /** The register of initiatives. */
  | ({ kind: 'register' } & Omit<Computed, 'figure'>)
  /** The items of the unit's list, of merged units of all their lists. */
  | { kind: 'list'; lists: readonly ListStanding[] }
  /** A decision on ranks. */
  | { kind: 'ranking'; entry: RankingEntry }

/** What counts in a cell, and the report that stands for it where there is one. */
export interface Sourced {
  figure: Figure | null
  /** 'YYYY-MM-DD' */
  asOf: string | null
  source: Source | null
  standing: ReportStanding | null
  isWithHead: boolean
}

/** Everything that figures of one period are made of, as it stood. */
export interface Facts {
  /** Last day of the period. */
  to: string
  /** The day on which what is computed was counted: the period's last, or that of looking if it is earlier. */
  countedOn: string
  reports: Standings
  /** By the unit that has them on the day whose units are told of: see `dayOfUnits`. */
  register: ReadonlyMap<string, Registered>
  rankings: readonly RankingEntry[]
  /** By unit and the target that is kept by the list, as `pairOf`. */
  lists: ReadonlyMap<string, ListStanding>
  /** Of each target the one whose list it is counted from. */
  owners: ReadonlyMap<string, string>
  /** Sub-units that compete and are there on that day, by the unit right above them. */
  below: ReadonlyMap<string, readonly string[]>
  /** Ended units by the one that stands in their place on that day. */
  former: ReadonlyMap<string, readonly string[]>
  /** Of each unit those whose place it took itself, and not through another. */
  before: ReadonlyMap<string, readonly EndedUnit[]>
  /** When the report was sent, by its id: of units that took the place of others. */
  sentAt: ReadonlyMap<string, Date>
}

/** Which ended units each unit stands for on a day, however often they went on; of a divided one the larger part, as for what is owed. */
export function formerUnits(campaign: ActiveCampaign, day: string): ReadonlyMap<string, readonly string[]> {
  const by = new Map<string, string[]>()
  for (const { code } of campaign.units.values()) {
    const next = actingUnit(campaign, code, day)
    if (next !== code) by.set(next, [...(by.get(next) ?? []), code])
  }
  return by
}

export interface EndedUnit {
  code: string
  lastDay: string
  /** When it was written down that it ends; null: nobody knows. */
  knownAt: Date | null
}

/** Which ended units each unit took the place of at first hand. */
export function unitsBefore(campaign: ActiveCampaign, day: string): ReadonlyMap<string, readonly EndedUnit[]> {
  const by = new Map<string, EndedUnit[]>()
  for (const { code, validTo, endKnownAt } of campaign.units.values()) {
    const next = nextUnit(campaign, code, day)
    if (next !== null) by.set(next, [...(by.get(next) ?? []), { code, lastDay: validTo ?? '', knownAt: endKnownAt }])
  }
  return by
}

/** The sub-units of each unit on a day; those of an ended one are under whoever has taken its place. */
export function subUnitsBy(campaign: ActiveCampaign, day: string): ReadonlyMap<string, readonly string[]> {
  const by = new Map<string, string[]>()
  for (const unit of campaign.units.values()) {
    if (unit.parentCode === null || !competes(campaign.plan, unit) || !existsOn(unit, day)) continue
    const parent = actingUnit(campaign, unit.parentCode, day)
    by.set(parent, [...(by.get(parent) ?? []), unit.code])
  }
  return by
}

/** The figure of a unit for a target: reported, of merged units what they reported together, or computed. Pure. */
export function sourceOf(target: Target, unitCode: string, facts: Facts): Sourced {
  const below = () => facts.below.get(unitCode) ?? []
  switch (computedFrom(target)) {
    case null:
      return withList(target, unitCode, facts)
    case 'list':
      return listed(target, unitCode, facts)
    // Judges people: no unit has a figure of it.
    case 'ownInitiatives':
      return reported(target, unitCode, facts)
    case 'ranking':
      return ranked(target, unitCode, facts)
    case 'subUnitsRegistered':
      return fromRegister(subUnitsRegistered(below(), facts.register), facts)
    case 'initiativesEffective':
      return fromRegister(initiativesEffective([unitCode, ...below()], facts.register), facts)
  }
}

function reported(target: Target, unitCode: string, { reports, before, sentAt }: Facts): Sourced {
  const standing = reports.get(unitCode)?.get(target.code) ?? null
  const isWithHead = standing?.isWithHead ?? false
  const ended = before.get(unitCode)
  // So it is nearly everywhere, and there are tens of thousands of cells.
  if (ended === undefined)
    return standing?.figure ? ofOne(standing, standing.figure) : { ...nothing, standing, isWithHead }
  // Its own figure says it all, but for units of whose end it did not know; until there is one, what counted at them stands for it.
  const partsOf = (code: string): ReportStanding[] => {
    const own = reports.get(code)?.get(target.code)
    const counts = own?.figure ? own : null
    const others = (before.get(code) ?? []).filter(one => !counts || !speaksFor(counts, one, sentAt))
    return [...(counts ? [counts] : []), ...others.flatMap(one => partsOf(one.code))]
  }
  const parts = partsOf(unitCode)
  const [only, ...others] = parts
  if (only?.figure && only === standing && others.length === 0) return ofOne(only, only.figure)
  const figure = added(
    target,
    parts.flatMap(one => one.figure ?? []),
  )
  const lastOf = parts
    .map(({ asOf }) => asOf ?? '')
    .toSorted()
    .at(-1)
  return {
    figure,
    asOf: figure && (lastOf ?? null),
    source: figure && { kind: 'reports', reports: parts },
    ...{ standing, isWithHead },
  }
}

/** One report says it all. */
function ofOne(standing: ReportStanding, figure: Figure): Sourced {
  const { asOf, isWithHead } = standing
  return { figure, asOf, source: { kind: 'reports', reports: [standing] }, standing, isWithHead }
}

/** It was given after the unit's last day, by who could know of it: an end is often written down days after it came. */
function speaksFor({ asOf, recordId }: ReportStanding, ended: EndedUnit, sentAt: Facts['sentAt']): boolean {
  if ((asOf ?? '') <= ended.lastDay) return false
  const sent = sentAt.get(recordId)
  return ended.knownAt === null || sent === undefined || sent >= ended.knownAt
}

/** Counted from the items of the unit, with those of the units that it took the place of. */
function listed(target: Target, unitCode: string, { lists, owners, former, countedOn }: Facts): Sourced {
  const owner = owners.get(target.code)
  const of = [unitCode, ...(former.get(unitCode) ?? [])].flatMap(code => lists.get(pairOf(code, owner ?? '')) ?? [])
  const counting = of.filter(({ counted }) => counted !== null)
  const figure = figureOfList(
    target,
    counting.flatMap(({ counted }) => counted ?? []),
  )
  return {
    ...nothing,
    figure,
    asOf: figure && countedOn,
    source: figure && { kind: 'list', lists: counting },
    isWithHead: of.some(({ isWithHead }) => isWithHead),
  }
}

/** What is reported; what is judged in words stands with the count of its list, where it has one. */
function withList(target: Target, unitCode: string, facts: Facts): Sourced {
  const said = reported(target, unitCode, facts)
  if (target.measure.kind !== 'QUALITATIVE') return said
  const list = listed(target, unitCode, facts)
  if (list.figure === null) return said
  if (said.figure === null) return { ...list, standing: said.standing, isWithHead: said.isWithHead }
  const { numerator, denominator } = list.figure
  // An empty list takes nothing from what was said.
  if (denominator === 0n) return said
  return { ...said, figure: { ...said.figure, numerator, denominator } }
}

/** A rank is a unit's own: it does not pass on. It counts for periods that end on or after the day of the decision. */
function ranked({ measure }: Target, unitCode: string, { rankings, to }: Facts): Sourced {
  const entry = rankings.find(
    one =>
      one.unitCode === unitCode &&
      measure.kind === 'RANK' &&
      one.year === measure.ofYear &&
      (one.decidedOn ?? '') <= to,
  )
  if (!entry) return nothing
  const figure = { ...noFigure, numerator: BigInt(entry.rank) }
  return { ...nothing, figure, asOf: entry.decidedOn, source: { kind: 'ranking', entry } }
}

function fromRegister({ figure, parts, missing }: Computed, { countedOn }: Facts): Sourced {
  return { ...nothing, figure, asOf: countedOn, source: { kind: 'register', parts, missing } }
}

export const nothing: Sourced = { figure: null, asOf: null, source: null, standing: null, isWithHead: false }

/** Every unit that competes and is there on a day. */
export function unitsThere({ plan, units }: ActiveCampaign, day: string): string[] {
  return [...units.values()].flatMap(unit => (competes(plan, unit) && existsOn(unit, day) ? [unit.code] : []))
}

/** Names the list of a unit and a target in `Facts.lists`. */
export function pairOf(unitCode: string, targetCode: string): string {
  return `${unitCode} ${targetCode}`
}
