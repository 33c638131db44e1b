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
    duty: dutyTitle(duty, of.period),
    unitCode: of.unitCode,
    unitName: of.unitName,
    how: howOf(duty),
    target: target !== undefined && others.length === 0 ? target : null,
    period: howOf(duty) === 'report' ? periodOwed(plan, of) : howOf(duty) === 'checkRemedy' ? of.period : '',
    reported: null,
  }
}

/** The duty as the plan names it, with its period: «Báo cáo tiến độ thực hiện chỉ tiêu, Quý II/2024». */
function dutyTitle(duty: Pick<Duty, 'name' | 'due' | 'legalText'>, period: string): string {
  const number = Number(/(\d+)$/.exec(period)?.[1])
  if (duty.due.kind === 'once' || duty.due.kind === 'perItem' || !Number.isInteger(number)) return duty.name
  const time = duty.legalText.replace('{quarter}', ROMAN[number - 1] ?? '').replace('{month}', String(number))
  return `${duty.name}, ${time}`
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
