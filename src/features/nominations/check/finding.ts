/** What the software says of a rule; NEEDS_HUMAN is everything that it cannot know. People decide whatever it says (plan §8). */
export type RuleResult = 'PASS' | 'FAIL' | 'NOT_APPLICABLE' | 'NEEDS_HUMAN'

/** What a finding rests on: a row of this house that can be opened, or the words for what is none. */
export interface Evidence {
  /** «C13», «SK-004», «HS-002» */
  label: string
  /** The record that holds it; null: it is no record. */
  record: { kind: string; id: string } | null
}

/** Why, as a text of `nomination.why.<name>`, or the words themselves where somebody wrote them. */
export interface Why {
  name: string
  params?: Readonly<Record<string, string | number>>
}

export interface Finding {
  /** CR0 … CR8 of the plan; DOUBLE: the general law's «not several awards for one achievement» (domain.md §3.1). */
  rule: string
  result: RuleResult
  /** What a failed rule does: it stops, with the reason shown, or only warns. */
  severity: 'BLOCK' | 'WARN'
  why: readonly Why[]
  rows: readonly Evidence[]
}

/** The check sheet of one nominee on one day. */
export interface CheckSheet {
  recordId: string
  /** 'YYYY-MM-DD' */
  day: string
  findings: readonly Finding[]
  /** The criteria of a collective taken together, as the plan joins them (OP-03). */
  joined: { rules: readonly string[]; joiner: 'AND' | 'OR'; result: RuleResult }
  /** FAIL: something that blocks has failed; PASS: everything that blocks has passed. */
  result: RuleResult
}

/** What a rule says without the place where it stands. */
export type Said = Pick<Finding, 'result' | 'why' | 'rows'>

export function said(result: RuleResult, name: string, params?: Why['params'], rows: readonly Evidence[] = []): Said {
  return { result, why: [params ? { name, params } : { name }], rows }
}

/** All must hold: a failure outranks an open question, which outranks what holds; of nothing that applies nothing is said. */
export function allOf(results: readonly RuleResult[]): RuleResult {
  const order = ['FAIL', 'NEEDS_HUMAN', 'PASS'] as const
  return order.find(result => results.includes(result)) ?? 'NOT_APPLICABLE'
}

/** One is enough: what holds outranks an open question, which outranks a failure. */
export function oneOf(results: readonly RuleResult[]): RuleResult {
  const order = ['PASS', 'NEEDS_HUMAN', 'FAIL'] as const
  return order.find(result => results.includes(result)) ?? 'NOT_APPLICABLE'
}
