import type { CommendationPlan, CommendationRule } from '../../../campaign/commendation-plan.ts'
import { achievement } from './achievement.ts'
import { compliance } from './compliance.ts'
import { doubleAward } from './double.ts'
import { directWorkers, eligibility } from './eligibility.ts'
import type { CheckFacts } from './facts.ts'
import { allOf, type CheckSheet, type Finding, oneOf, type Said } from './finding.ts'
import { dossierPapers, receipt } from './papers.ts'
import { parIndexRank } from './rank.ts'
import { contents } from './targets.ts'
import { parTasks } from './tasks.ts'

/** The parts of the plan that the rules read, and the worst rank that still passes. */
export type CheckedBy = Pick<CommendationPlan, 'rules' | 'joined' | 'papers' | 'judgedBy'> & {
  worstRank: number | null
}

/**
 * The check sheet of a nominee: every rule of the plan on what is known that day, each with its reason and its rows. Pure; it prepares,
 * people decide. It never passes what it does not know.
 */
export function checkSheet(facts: CheckFacts, by: CheckedBy): CheckSheet {
  const findings: Finding[] = by.rules.map(rule => ({
    ...{ rule: rule.code, severity: rule.severity },
    ...ruled(rule, facts, by),
  }))
  const isJoined = ({ rule }: Finding) => by.joined.rules.includes(rule)
  const ofJoined = findings.filter(isJoined).map(({ result }) => result)
  const joined = by.joined.joiner === 'AND' ? allOf(ofJoined) : oneOf(ofJoined)
  const all: Finding[] = [...findings, { rule: 'DOUBLE', severity: 'BLOCK', ...doubleAward(facts) }]
  const alone = all.filter(one => !isJoined(one) && one.severity === 'BLOCK').map(({ result }) => result)
  return {
    ...{ recordId: facts.recordId, day: facts.day, findings: all },
    joined: { ...by.joined, result: joined },
    result: allOf([...alone, joined]),
  }
}

function ruled(rule: CommendationRule, facts: CheckFacts, by: CheckedBy): Said {
  const judgedBy = (check: CommendationRule['check']) =>
    by.rules.filter(one => one.check === check).flatMap(({ code }) => by.judgedBy[code] ?? [])
  switch (rule.check) {
    case 'confirmation':
      return rule.appliesTo === 'INDIVIDUAL' ? achievement(facts) : compliance(facts)
    case 'parTasks':
      return parTasks(facts, judgedBy('parTasks'))
    case 'allTargets':
      return contents(facts, Object.values(by.judgedBy).flat())
    case 'parIndexRank':
      return parIndexRank(facts, by.worstRank)
    case 'dossierPapers':
      return dossierPapers(
        facts,
        by.papers.map(({ document }) => document),
      )
    case 'receipt':
      return receipt(facts)
    case 'eligibility':
      return eligibility(facts)
    case 'directWorkers':
      return directWorkers(facts)
  }
}
