import type { Ctx, Outcome } from '../features/feature.ts'
import { may } from '../people/may.ts'
import { formatDate } from '../reading/format.ts'
import type { Obligation } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'
import { dueOf, subjectFor } from './answered.ts'
import { cut } from './cut.ts'
import { loadRecipients } from './load-recipients.ts'
import { officeName } from './load-round.ts'
import { lookAgain } from './look-again.ts'
import { compose } from './message.ts'
import { workingDayAt, workingDays } from './working-days.ts'

type Args = Readonly<Record<string, string>>

/** An officer reminds all who still owe one thing, out of turn: first which thing, with how many units owe it. */
export async function chooseNudge(ctx: Ctx): Promise<Outcome> {
  if (!may(ctx.person, 'reminder.order')) return { text: ctx.t('reminders.nudge.notYours') }
  const open = await stillOwed(ctx)
  const byDuty = new Map<string, { first: Obligation; units: number }>()
  for (const obligation of open) {
    const key = `${obligation.dutyCode}|${obligation.period}`
    const known = byDuty.get(key)
    if (known) known.units++
    else byDuty.set(key, { first: obligation, units: 1 })
  }
  if (byDuty.size === 0) return { text: ctx.t('reminders.nudge.nothing') }
  const choices = [...byDuty.values()].slice(0, SHOWN).map(({ first, units }) => ({
    label: ctx.t('reminders.nudge.choice', {
      what: cut(subjectFor(ctx, first).what, 60),
      units,
      day: formatDate(dueOf(first)),
    }),
    go: { to: 'reminders.nudgePreview', args: { duty: first.dutyCode, period: first.period } },
  }))
  return { title: ctx.t('reminders.nudge.title'), text: ctx.t('reminders.nudge.ask'), choices }
}

/** Who would get it and what they would read, before anything is sent. */
export async function previewNudge(ctx: Ctx, args: Args): Promise<Outcome> {
  if (!may(ctx.person, 'reminder.order')) return { text: ctx.t('reminders.nudge.notYours') }
  const owed = await stillOwed(ctx, args)
  const [first] = owed
  if (!first) return { text: ctx.t('reminders.nudge.nothing') }
  const units = [...new Set(owed.map(obligation => obligation.unitCode))]
  const people = (await loadRecipients(ctx.tx, units, ctx.today.toString(), ctx.campaign.timeZone)).filter(recipient =>
    recipient.roles.some(held => told.has(held.role) && units.includes(held.unitCode)),
  )
  const reachable = people.filter(recipient => recipient.isReachable).length
  return {
    title: subjectFor(ctx, first).what,
    text: ctx.t('reminders.nudge.preview', {
      units: units.length,
      people: reachable,
      unreachable: people.length - reachable,
      sample: sampleText(ctx, first),
    }),
    choices: [
      { label: ctx.t('reminders.nudge.send'), go: { to: 'reminders.nudgeSend', args } },
      { label: ctx.t('reminders.nudge.other'), go: { to: 'reminders.nudge' } },
    ],
  }
}

/**
 * Orders one reminder today of everything chosen that is still owed. It goes through the ladder's own ledger, budget and
 * pace; a second press orders nothing more, and who hands in before it leaves gets none.
 */
export async function sendNudge(ctx: Ctx, args: Args): Promise<Outcome> {
  if (!may(ctx.person, 'reminder.order')) return { text: ctx.t('reminders.nudge.notYours') }
  const owed = await stillOwed(ctx, args)
  const value = ctx.today.toString()
  const ids = owed.map(obligation => obligation.id)
  const ordered = await ctx.tx.reminderOrder.findMany({ where: { obligationId: { in: ids }, kind: 'HASTEN', value } })
  const known = new Set(ordered.map(order => order.obligationId))
  const fresh = ids.filter(id => !known.has(id))
  const order = { kind: 'HASTEN' as const, personId: null, value, reason: ctx.t('reminders.nudge.reason') }
  await ctx.tx.reminderOrder.createMany({
    data: fresh.map(obligationId => ({ id: newId(ctx.now), obligationId, ...order, byId: ctx.person.id, at: ctx.now })),
  })
  await lookAgain(ctx.tx, fresh)
  return { text: ctx.t('reminders.nudge.sent', { count: ids.length, again: known.size }) }
}

function stillOwed(ctx: Ctx, args: Args = {}): Promise<Obligation[]> {
  return ctx.tx.obligation.findMany({
    where: {
      campaignId: ctx.campaign.id,
      state: 'OPEN',
      ...(args.duty === undefined ? {} : { dutyCode: args.duty, period: args.period ?? '' }),
    },
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }, { unitCode: 'asc' }],
  })
}

function sampleText(ctx: Ctx, obligation: Obligation): string {
  const today = ctx.today.toString()
  const calendar = workingDays(day => ctx.campaign.calendar.isWorkingDay(day))
  const dueOn = dueOf(obligation)
  const item = {
    owedId: obligation.id,
    level: 'focalPoint' as const,
    step: `hasten@${today}`,
    deadline: { dueOn, remindBy: workingDayAt(dueOn, -1, calendar) },
    isWithHead: false,
    isReturned: obligation.returnedOn !== null,
    toldBefore: [],
    promise: null,
  }
  const wording = {
    t: ctx.t,
    today,
    calendar,
    office: officeName(ctx.campaign, today),
    subject: () => subjectFor(ctx, obligation),
    nameOf: () => '',
  }
  return compose('…', [item], '', wording).message.text
}

const SHOWN = 8
const told: ReadonlySet<string> = new Set(['CLERK', 'HEAD', 'WARD_CHAIR'])
