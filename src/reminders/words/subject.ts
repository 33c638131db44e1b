import type { ActiveCampaign } from '../../campaign/active.ts'
import type { Duty } from '../../campaign/duty.ts'
import { unitName } from '../../campaign/names.ts'
import type { Plan } from '../../campaign/plan.ts'
import { periodOwed } from '../../campaign/report-period.ts'
import type { Obligation } from '../../store/generated/client.ts'
import { cut } from './cut.ts'
import type { Subject } from './wording.ts'

/** How a duty of one unit and period is named, and which form hands it in. */
export function subjectOf(
  duty: Duty,
  of: {
    unitCode: string
    unitName: string
    period: string
    targets: readonly string[]
    dueOn: string
    /** The item, of what is owed item by item. */
    about: string
  },
  plan: Pick<Plan, 'targets' | 'endsOn'>,
): Subject {
  const [target, ...others] = of.targets
  return {
    what: of.about === '' ? dutyTitle(duty, of.period) : `${duty.name}: ${cut(of.about, 80)}`,
    brief: of.about === '' ? briefTitle(duty, of.period) : `${briefTitle(duty, of.period)}: ${cut(of.about, 40)}`,
    duty: dutyTitle(duty, of.period),
    unitCode: of.unitCode,
    unitName: of.unitName,
    how: howOf(duty),
    target: target !== undefined && others.length === 0 ? target : null,
    period: howOf(duty) === 'report' ? periodOwed(plan, of) : howOf(duty) === 'checkRemedy' ? of.period : '',
    reported: null,
  }
}

type Named = Pick<Duty, 'name' | 'brief' | 'due' | 'legalText'>

/** The duty as the plan names it, with its period: «Báo cáo tiến độ thực hiện chỉ tiêu, Quý II/2024». */
function dutyTitle(duty: Named, period: string): string {
  const number = numberOf(duty, period)
  return number === null ? duty.name : `${duty.name}, ${inPeriod(duty.legalText, number)}`
}

/** The same as the plan calls it briefly: «Báo cáo chỉ tiêu Quý II/2024». */
function briefTitle(duty: Named, period: string): string {
  const number = numberOf(duty, period)
  if (duty.brief === undefined) return dutyTitle(duty, period)
  return number === null ? duty.brief : inPeriod(duty.brief, number)
}

/** Which quarter or month of the year; null: what is owed once. */
function numberOf({ due }: Named, period: string): number | null {
  const number = Number(/(\d+)$/.exec(period)?.[1])
  return due.kind === 'once' || due.kind === 'perItem' || !Number.isInteger(number) ? null : number
}

function inPeriod(words: string, number: number): string {
  return words.replace('{quarter}', ROMAN[number - 1] ?? '').replace('{month}', String(number))
}

const ROMAN = ['I', 'II', 'III', 'IV']

function howOf(duty: Duty): Subject['how'] {
  switch (duty.metBy.kind) {
    case 'launchDocument':
      return 'launch'
    case 'initiative':
      return 'initiative'
    case 'targetReport':
    case 'periodicReport':
      return 'report'
    case 'summary':
      return duty.metBy.of === 'CAMPAIGN' ? 'campaignSummary' : 'summary'
    case 'listItem':
      return 'item'
    case 'checkRemedy':
      return 'checkRemedy'
    case 'dossier':
      return 'other'
  }
}

/** The subject of an obligation of the campaign. */
export function subjectFor(ctx: { campaign: ActiveCampaign }, obligation: OfObligation): Subject {
  const { unitCode, dutyCode } = obligation
  const duty = ctx.campaign.plan.duties.find(one => one.code === dutyCode)
  if (!duty) throw new Error(`the plan ${ctx.campaign.code} has no duty ${dutyCode}`)
  return subjectOf(duty, { ...obligation, unitName: unitName(ctx.campaign, unitCode) }, ctx.campaign.plan)
}

type OfObligation = Pick<Obligation, 'unitCode' | 'dutyCode' | 'period' | 'targets' | 'dueOn' | 'about'>
