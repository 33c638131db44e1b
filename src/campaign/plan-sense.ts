import { monthEnd, quarterEnd } from './calendar.ts'
import type { Ladder } from './duty.ts'
import { listOwner } from './list-owner.ts'
import type { LocatedFile, Path } from './located-file.ts'
import { pilotLightProblems } from './pilot-light-sense.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'
import type { AppliesTo } from './target.ts'

type Data = Omit<Plan, 'redatedFrom'>

/** What is well formed and still makes no sense: days out of the campaign, ladders that cannot be climbed, targets of nobody. */
export function senseProblems(plan: Data, located: LocatedFile): Problem[] {
  return [
    ...periodProblems(plan, located),
    ...deadlineProblems(plan, located),
    ...reachProblems(plan, located),
    ...pilotLightProblems(plan, located),
    ...listProblems(plan, located),
    ...Object.entries(plan.ladders).flatMap(([name, ladder]) => ladderProblems(name, ladder, plan, located)),
    ...windowProblems(plan, located),
  ]
}

function periodProblems(plan: Data, located: LocatedFile): Problem[] {
  if (plan.startsOn <= plan.endsOn) return []
  return [located.problemAt(['endsOn'], 'endsBeforeStart', { from: plan.startsOn, to: plan.endsOn })]
}

function deadlineProblems(plan: Data, located: LocatedFile): Problem[] {
  const byCode = new Map(plan.deadlines.map(deadline => [deadline.code, deadline]))
  const days = plan.deadlines.flatMap(({ code, day }, index) => {
    const path: Path = ['deadlines', index, 'day']
    if (day && 'on' in day && (day.on < plan.startsOn || day.on > plan.endsOn)) {
      return [located.problemAt(path, 'dayOutsideCampaign', { value: day.on, from: plan.startsOn, to: plan.endsOn })]
    }
    const way = [code]
    let at = day
    while (at && 'workingDaysBefore' in at) {
      const next = at.workingDaysBefore.deadline
      if (way.includes(next)) return [located.problemAt(path, 'deadlineCircle', { way: [...way, next].join(' → ') })]
      way.push(next)
      const found = byCode.get(next)
      if (found && found.day === null) return [located.problemAt(path, 'deadlineWithoutDay', { value: next })]
      at = found?.day ?? null
    }
    return []
  })
  const duties = plan.duties.flatMap(({ due }, index) => {
    const ends =
      due.kind === 'quarterly'
        ? due.quarters.map(quarter => quarterEnd(plan.year, quarter).toString())
        : due.kind === 'monthly'
          ? due.months.map(month => monthEnd(plan.year, month).toString())
          : []
    const outside = ends.find(day => day < plan.startsOn || day > plan.endsOn)
    if (outside !== undefined) {
      const params = { value: outside, from: plan.startsOn, to: plan.endsOn }
      return [located.problemAt(['duties', index, 'due'], 'dayOutsideCampaign', params)]
    }
    const deadline = due.kind === 'once' ? byCode.get(due.deadline) : undefined
    if (!deadline || deadline.day !== null) return []
    return [located.problemAt(['duties', index, 'due', 'deadline'], 'deadlineWithoutDay', { value: deadline.code })]
  })
  return [...days, ...duties]
}

/** Figures that are counted from a list, and duties of its items, where there is no list or it has no time limit. */
function listProblems(plan: Data, located: LocatedFile): Problem[] {
  return [
    ...plan.targets.flatMap((target, index) =>
      target.computed === 'list' && listOwner(plan, target) === null
        ? [located.problemAt(['targets', index, 'computed'], 'listMissing', { value: target.code })]
        : [],
    ),
    ...plan.duties.flatMap(({ metBy, due }, index) => {
      if (metBy.kind === 'checkRemedy')
        return due.kind === 'perItem' ? [] : [located.problemAt(['duties', index, 'due'], 'checksWithoutDay', {})]
      if (metBy.kind !== 'listItem')
        return due.kind === 'perItem' ? [located.problemAt(['duties', index, 'due'], 'itemsOfNothing', {})] : []
      const owner = plan.targets.find(({ code }) => code === metBy.target)
      return due.kind === 'perItem' && owner?.list?.dueOn
        ? []
        : [located.problemAt(['duties', index, 'metBy'], 'itemsWithoutDay', { value: metBy.target })]
    }),
  ]
}

/** Targets and duties that nobody would ever be judged by or owe. */
function reachProblems(plan: Data, located: LocatedFile): Problem[] {
  const competing = new Set(plan.participants.collectives.flatMap(group => group.unitKinds))
  const isEmpty = (who: AppliesTo): boolean => {
    if (who.kind === 'every') return competing.size === 0
    if (who.kind === 'unitKinds') return !who.unitKinds.some(kind => competing.has(kind))
    if (who.kind === 'people') return who.groups.length === 0
    if (who.kind !== 'trait') return false
    const trait = plan.traits.find(known => known.code === who.trait)
    if (!trait || trait.computed !== null || trait.otherwise !== 'NOT_APPLICABLE') return false
    return [...Object.values(trait.units), ...Object.values(trait.kinds)].every(state => state === 'NOT_APPLICABLE')
  }
  return [
    ...plan.targets.flatMap(({ code, appliesTo }, index) =>
      isEmpty(appliesTo)
        ? [located.problemAt(['targets', index, 'appliesTo'], 'appliesToNothing', { value: code })]
        : [],
    ),
    ...plan.duties.flatMap(({ code, owedBy }, index) =>
      isEmpty(owedBy) ? [located.problemAt(['duties', index, 'owedBy'], 'appliesToNothing', { value: code })] : [],
    ),
  ]
}

function ladderProblems(name: string, { steps, repeat }: Ladder, plan: Data, located: LocatedFile): Problem[] {
  const path: Path = ['ladders', name]
  const problems = steps.flatMap(({ days, count, hour }, index) => {
    const at: Path = [...path, 'steps', index]
    const before = steps[index - 1]
    const found: Problem[] = []
    if (before && before.days === days && before.count === count) {
      found.push(located.problemAt([...at, 'days'], 'ladderStepTwice', { days }))
    } else if (before && before.days > days) {
      found.push(located.problemAt([...at, 'days'], 'ladderOrder', { days, before: before.days }))
    }
    if (!plan.reminderRules.windows.some(({ from, to }) => from <= hour && hour < to)) {
      const windows = plan.reminderRules.windows.map(({ from, to }) => `${from}–${to}`).join(', ')
      found.push(located.problemAt([...at, 'hour'], 'ladderHour', { value: hour, windows }))
    }
    return found
  })
  const last = steps.at(-1)?.days ?? 0
  if (repeat && repeat.untilDays < Math.max(last, 0) + repeat.everyDays) {
    const least = Math.max(last, 0) + repeat.everyDays
    problems.push(
      located.problemAt([...path, 'repeat', 'untilDays'], 'ladderRepeat', { value: repeat.untilDays, least }),
    )
  }
  return problems
}

function windowProblems(plan: Data, located: LocatedFile): Problem[] {
  return plan.reminderRules.windows.flatMap(({ from, to }, index) =>
    from < to ? [] : [located.problemAt(['reminderRules', 'windows', index, 'to'], 'windowEnd', { from, to })],
  )
}

/** «{yaer}»: braces that nothing fills in. Asks nothing of the form of the file. */
export function placeholderProblems(located: LocatedFile): Problem[] {
  const problems: Problem[] = []
  const look = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      const isPeriodic = path[0] === 'duties' && ['legalText', 'brief'].includes(String(path.at(-1)))
      for (const [written] of value.matchAll(/\{[^{}]*\}/g)) {
        if (/^\{year([+-]\d{1,2})?\}$/.test(written)) continue
        if (isPeriodic && (written === '{quarter}' || written === '{month}')) continue
        problems.push(located.problemAt(path, 'placeholder', { value: written }))
      }
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) look(item, [...path, index])
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) look(item, [...path, key])
    }
  }
  look(located.data, [])
  return problems
}
