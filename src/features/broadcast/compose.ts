import { officeName, unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Go } from '../../outbox/go.ts'
import { type WorkingDays, workingDayAt } from '../../reminders/plan/working-days.ts'
import type { OwedRow } from '../../reminders/round/load-round.ts'
import { weekdayAndDate } from '../../reminders/words/days-in-words.ts'
import type { Composed } from '../../reminders/words/message.ts'
import { actionFor, howLine } from '../../reminders/words/message-actions.ts'
import { subjectOf } from '../../reminders/words/subject.ts'
import { timeLeft } from '../../reminders/words/time-left.ts'
import type { Subject } from '../../reminders/words/wording.ts'
import { fill, type PlaceholderValues } from './placeholders.ts'
import type { Recipient } from './recipients.ts'

/** The message as one person will read it on `day`, in the words of the officer who writes it. */
export function composeFor(ctx: Ctx, text: string, recipient: Recipient, day: string, calendar: WorkingDays): Composed {
  const { t } = ctx
  const office = officeName(ctx.campaign, day)
  const own: PlaceholderValues = {
    name: recipient.person?.givenName ?? '',
    unit: unitName(ctx.campaign, recipient.owed?.unit_code ?? recipient.unitCode),
    office,
    what: '',
    due: '',
    left: '',
    how: '',
  }
  const title = t('broadcast.message.title', { office })
  const tasks = { label: t('reminders.button.tasks'), go: { to: 'tasks' } }
  if (!recipient.owed) return dressed(title, fill(text, own, t), [tasks])
  const { owed, group } = recipient
  const subject = subjectOfOwed(ctx, owed)
  const item = {
    owedId: owed.id,
    level: group === 'head' ? ('head' as const) : ('focalPoint' as const),
    isWithHead: owed.state === 'WITH_HEAD',
  }
  const action = actionFor(item, subject)
  const dueOn = owed.returned_on ?? owed.due_on
  const left = timeLeft({ dueOn, remindBy: workingDayAt(dueOn, -1, calendar) }, day, calendar)
  const values = {
    ...own,
    what: subject.what,
    due: weekdayAndDate(dueOn, t),
    left: t(`broadcast.left.${left.is}`, 'days' in left ? { count: left.days } : {}),
    how: howLine(action, t),
  }
  const button = { label: t(`reminders.button.${action.button}`), go: action.go }
  return dressed(title, fill(text, values, t), [button, tasks])
}

export function subjectOfOwed(ctx: Ctx, owed: OwedRow): Subject {
  const duty = ctx.campaign.plan.duties.find(one => one.code === owed.duty_code)
  if (!duty) throw new Error(`the plan ${ctx.campaign.code} has no duty ${owed.duty_code}`)
  const { unit_code: unitCode, period, targets, about } = owed
  const of = { unitCode, unitName: unitName(ctx.campaign, unitCode), period, targets, dueOn: owed.due_on, about }
  return subjectOf(duty, of, ctx.campaign.plan)
}

function dressed(title: string, text: string, buttons: readonly { label: string; go: Go }[]): Composed {
  return { message: { title, text, words: buttons.map(({ label }) => label) }, go: buttons.map(({ go }) => go) }
}
