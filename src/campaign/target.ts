import type { UnitKind } from './unit-kind.ts'

/** What a report of a target holds and what it is held against. Thresholds are whole numbers, never fractions. */
export type Measure = PercentMeasure | YesNoMeasure | RankMeasure | CountMeasure | DocumentMeasure | QualitativeMeasure

/** Two whole numbers. `unit: 'money'`: both in đồng. Labels read as the noun of a question («Số … là bao nhiêu?»). */
export interface PercentMeasure {
  kind: 'PERCENT'
  unit: 'count' | 'money'
  numerator: string
  denominator: string
  comparison: Comparison
  /** Whole percent; null: for information, the plan gives no threshold. */
  threshold: number | null
}

export interface YesNoMeasure {
  kind: 'YES_NO'
  question: string
}

/** Reached by a rank of `threshold` or better (smaller). */
export interface RankMeasure {
  kind: 'RANK'
  label: string
  comparison: 'lte'
  threshold: number
  /** Year of the list that ranks. */
  ofYear: number
}

export interface CountMeasure {
  kind: 'COUNT'
  label: string
  comparison: Comparison
  /** null: the plan gives no number, people judge. */
  threshold: number | null
}

/** Reached when the document is sent and accepted. */
export interface DocumentMeasure {
  kind: 'DOCUMENT'
  label: string
  /** Code of the plan's document list. */
  document: string
}

/** Text and evidence, judged by people. */
export interface QualitativeMeasure {
  kind: 'QUALITATIVE'
  label: string
}

export type Comparison = 'gte' | 'lte' | 'eq'

/**
 * Figures that the system counts itself: from the register of initiatives (plan II.2.1, bullet 7), or from the list of ranks that a
 * decision announced (`ranking load`), or from the items of the list that the target is kept by.
 */
export type ComputedFigure = 'subUnitsRegistered' | 'initiativesEffective' | 'ranking' | 'list'

/**
 * A list that a target is kept by: what each of its items is called, and the columns it has, in words (null: it has none). An item is done
 * on a day; where it has a time limit, what is done later is not counted as kept.
 */
export interface TargetList {
  item: string
  receivedOn: string | null
  dueOn: string | null
  doneOn: string
  result: string | null
}

/** Who is judged by a target or owes a duty, before anyone has confirmed it for a single unit. */
export type AppliesTo =
  /** Every unit that competes. */
  | { kind: 'every' }
  | { kind: 'unitKinds'; unitKinds: readonly UnitKind[] }
  /** Units that have the trait. */
  | { kind: 'trait'; trait: string }
  /** The office that runs the campaign. */
  | { kind: 'managingOffice' }
  /** Persons of these participant groups (N1, N1h, N2). */
  | { kind: 'people'; groups: readonly string[] }

export type ApplicabilityState = 'APPLIES' | 'PENDING' | 'NOT_APPLICABLE'

/**
 * Something a unit has or does that targets depend on. The state for a unit is the first of: what is written for the unit, what is
 * counted from the unit tree, what is written for its kind, `otherwise`. People confirm it later (plan §7, K02).
 */
export interface Trait {
  code: string
  name: string
  computed: 'hasSubUnits' | null
  units: Readonly<Record<string, ApplicabilityState>>
  kinds: Readonly<Partial<Record<UnitKind, ApplicabilityState>>>
  otherwise: ApplicabilityState
}

/**
 * The pilot light of a money target: from the reported sums the pace still needed and a forecast are worked out, and a unit whose
 * forecast misses is asked to explain.
 */
export interface PilotLight {
  /** The day on which the sum was still nothing: the first day of the budget year. */
  countsFrom: string
  /** Before this day nobody is asked to explain. */
  asksFrom: string
  /**
   * Public investment is paid out mostly at the end of the year: from this day on the hopeful end of a forecast goes at this many
   * percent of its pace. null: no such effect.
   */
  yearEnd: { from: string; percentOfPace: number } | null
}

/** Longest name of a target, in characters: it stands on buttons and in lists. */
export const longestName = 40

/** A content of the plan that is judged. A heading with parts stands in `Plan.headings`; its parts are targets of their own. */
export interface Target {
  code: string
  /** Heading or target this is a part of. */
  partOf: string | null
  /** What people call it: its own among the targets, at most `longestName` characters. */
  name: string
  /** The plan's own words. */
  shortName: string
  /** Who is judged: collectives report through their unit, individuals through their head. */
  judges: 'COLLECTIVE' | 'INDIVIDUAL'
  appliesTo: AppliesTo
  measure: Measure
  /** The same content over all units together: share of the units that reached it. */
  aggregate: PercentMeasure | null
  computed: ComputedFigure | null
  /** Code of the deadline the target is due by. */
  deadline: string
  /** null: none. */
  pilotLight: PilotLight | null
  /** What the plan says of the time, when it is more than the deadline. */
  dueText: string | null
  /** The plan says «phấn đấu» (strive). */
  isAspirational: boolean
  evidence: readonly string[]
  /** The list that the target is kept by; null: none, or that of the target it is a part of. */
  list: TargetList | null
  /** Conditions each registered thing is checked against; empty: none. */
  checklist: readonly string[]
  /** Field of reform that it lies in, in words; null: none is named. */
  field: string | null
  /** Units that verify the figure (a suggestion of the default plan, not in the plan itself). */
  focalAgencies: readonly string[]
  /** Section of the plan. */
  section: string
  note: string | null
}

/** A content of the plan that is judged part by part. */
export interface Heading {
  code: string
  shortName: string
}
