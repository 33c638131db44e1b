import type { LocatedFile, Path } from './located-file.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'
import type { PilotLight, Target } from './target.ts'

type Data = Omit<Plan, 'redatedFrom'>

/** Pilot lights that could never light up: on what is no sum, with days in the wrong order, two that tell one sum differently. */
export function pilotLightProblems(plan: Data, located: LocatedFile): Problem[] {
  return plan.targets.flatMap((target, index) =>
    target.pilotLight ? lightProblems(plan, located, target, target.pilotLight, ['targets', index]) : [],
  )
}

function lightProblems(plan: Data, located: LocatedFile, target: Target, light: PilotLight, at: Path): Problem[] {
  const { code, measure } = target
  const path: Path = [...at, 'pilotLight']
  if (measure.kind !== 'PERCENT' || measure.unit !== 'money' || measure.comparison !== 'gte' || !measure.threshold)
    return [located.problemAtKey(path, 'pilotLightMeasure', { value: code })]
  const problems: Problem[] = []
  const { countsFrom, asksFrom, yearEnd } = light
  const day = plan.deadlines.find(deadline => deadline.code === target.deadline)?.day
  if (day === null) problems.push(located.problemAtKey(path, 'deadlineWithoutDay', { value: target.deadline }))
  // A day that is counted back from another is not known without the calendar.
  const dueOn = day && 'on' in day ? day.on : plan.endsOn
  if (!(countsFrom <= asksFrom && asksFrom < dueOn))
    problems.push(located.problemAtKey(path, 'pilotLightDays', { countsFrom, asksFrom, dueOn }))
  if (yearEnd && yearEnd.from <= countsFrom)
    problems.push(
      located.problemAt([...path, 'yearEnd', 'from'], 'pilotLightYearEnd', { value: yearEnd.from, countsFrom }),
    )
  const twin = plan.targets.slice(0, Number(at[1])).find(other => other.pilotLight && hasSameSums(other, target))
  if (twin?.pilotLight && !isAlike(twin.pilotLight, light))
    problems.push(located.problemAtKey(path, 'pilotLightDiffers', { value: code, other: twin.code }))
  return problems
}

function hasSameSums({ measure: one }: Target, { measure: other }: Target): boolean {
  return one.kind === 'PERCENT' && other.kind === 'PERCENT' && one.denominator === other.denominator
}

function isAlike(one: PilotLight, other: PilotLight): boolean {
  return (
    one.countsFrom === other.countsFrom &&
    one.yearEnd?.from === other.yearEnd?.from &&
    one.yearEnd?.percentOfPace === other.yearEnd?.percentOfPace
  )
}
