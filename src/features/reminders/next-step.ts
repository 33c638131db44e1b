import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Ctx } from '../../contract/feature.ts'
import { deadlineOf, ladderOf } from '../../reminders/plan/owed.ts'
import { type DatedStep, datedSteps } from '../../reminders/plan/steps.ts'
import { workingDaysOf } from '../../reminders/plan/working-days.ts'
import { owedOf } from '../../reminders/round/load-round.ts'
import type { Obligation } from '../../store/generated/client.ts'

/** The next step of the ladder that has not spoken and is not left out; null when none is left. */
export async function nextStep(ctx: Ctx, obligation: Obligation): Promise<DatedStep | null> {
  const { campaign, today, tx } = ctx
  if (obligation.state !== 'OPEN' && obligation.state !== 'WITH_HEAD') return null
  if (provisionalDuties(campaign.plan).includes(obligation.dutyCode)) return null
  const calendar = workingDaysOf(campaign.calendar)
  const owed = owedOf(
    {
      id: obligation.id,
      unit_code: obligation.unitCode,
      acting_unit: obligation.unitCode,
      duty_code: obligation.dutyCode,
      period: obligation.period,
      targets: obligation.targets,
      about: obligation.about,
      due_on: obligation.dueOn,
      returned_on: obligation.returnedOn,
      state: obligation.state,
    },
    campaign,
  )
  const { ladder } = ladderOf(owed, campaign.plan.ladders)
  if (owed.state === 'WITH_HEAD' && ladder.stopsWhen === 'WITH_HEAD') return null
  const obligationId = obligation.id
  const spoken = await tx.reminder.findMany({
    where: { obligationId, state: { not: 'PLANNED' } },
    select: { step: true },
    distinct: ['step'],
  })
  const skipped = await tx.reminderOrder.findMany({ where: { obligationId, kind: 'SKIP' }, select: { value: true } })
  const gone = new Set([...spoken.map(({ step }) => step), ...skipped.map(({ value }) => value)])
  const steps = datedSteps(ladder, deadlineOf(owed, calendar), calendar, campaign.plan.reminderRules)
  return steps.find(step => step.day >= today.toString() && !gone.has(step.key)) ?? null
}
