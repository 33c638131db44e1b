import { groundsOf } from './grounds.ts'
import { heldLaw } from './held-law.ts'
import type { AwardLevel, Confidence, Honoured, Law } from './law-schema.ts'
import { type Grounds, type Held, refused } from './refusal.ts'
import { ruleOn } from './rule-on.ts'
import { isInForce } from './validity.ts'

export interface PrizeKind {
  level: AwardLevel
  honoured: Honoured
}

export interface HeldPrize extends Grounds {
  amountVnd: bigint
  /** Thousandths of the base salary. */
  thousandths: number
  baseSalaryVnd: bigint
  /** What sets the base salary. */
  salaryBasis: string
}

/** The prize of a Giấy khen decided on the day, in đồng: coefficient × base salary of that day. */
export function prizeFor(day: string, { level, honoured }: PrizeKind, law: Law = heldLaw()): Held<HeldPrize> {
  const rows = law.prizes.filter(prize => prize.honoured === honoured && prize.levels.includes(level))
  const found = ruleOn(law, rows, 'commendation', day)
  if (!found.held) return found
  const salary = law.baseSalaries.find(one => isInForce(one, day))
  if (!salary) return refused({ code: 'notHeld' })
  const grounds = groundsOf(law, found.rule, day, day)
  const thousandths = BigInt(found.rule.thousandths)
  const baseSalaryVnd = BigInt(salary.amountVnd)
  return {
    held: true,
    ...grounds,
    confidence: lessSure(grounds.confidence, salary.confidence),
    amountVnd: (baseSalaryVnd * thousandths) / 1000n,
    thousandths: found.rule.thousandths,
    baseSalaryVnd,
    salaryBasis: salary.basis,
  }
}

/** A sum is as sure as the less sure of its two halves. */
function lessSure(...both: Confidence[]): Confidence {
  return both.includes('C') ? 'C' : both.includes('B') ? 'B' : 'A'
}
