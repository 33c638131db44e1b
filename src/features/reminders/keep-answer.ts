import { officeName } from '../../campaign/names.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import type { Params } from '../../conversation/field.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { writeAudit } from '../../people/audit.ts'
import { type Holder, holdersOf } from '../../people/holders.ts'
import { formatDate } from '../../reading/format.ts'
import { workingDayAt, workingDaysOf } from '../../reminders/plan/working-days.ts'
import { lookAgain } from '../../reminders/round/look-again.ts'
import { weekdayAndDate } from '../../reminders/words/days-in-words.ts'
import { subjectFor } from '../../reminders/words/subject.ts'
import type { Obligation } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { dueOf, gone, isOpen, remindedOf } from './answered.ts'

/** Holds the promised day: no reminder to this person before it, one on it, and those above see it. */
export async function keepPromise(ctx: Ctx, params: Params, day: string): Promise<Outcome> {
  const obligation = await answeredOf(ctx, params)
  if (!obligation) return gone(ctx)
  await order(ctx, obligation, 'PROMISE', day, '')
  const calendar = workingDaysOf(ctx.campaign.calendar)
  const remindedOn = workingDayAt(day, 1, calendar)
  return {
    text: ctx.t(`reminders.answer.${remindedOn === day ? 'promised' : 'promisedDayOff'}`, {
      what: subjectFor(ctx, obligation).what,
      day: formatDate(day),
      ...(remindedOn === day ? {} : { remindedOn: weekdayAndDate(remindedOn, ctx.t) }),
      office: officeName(ctx.campaign, ctx.today.toString()),
    }),
  }
}

/** The person is left out of the ladder from now on; the level above is told and asked to name somebody. */
export async function reroute(ctx: Ctx, params: Params, suggested: string | null): Promise<Outcome> {
  const obligation = await answeredOf(ctx, params)
  if (!obligation) return gone(ctx)
  await order(ctx, obligation, 'NOT_MINE', '', suggested ?? '')
  const told = await tellAbove(ctx, obligation, suggested)
  if (told.length === 0) {
    return { text: ctx.t('reminders.answer.notMineNobody', { office: officeName(ctx.campaign, ctx.today.toString()) }) }
  }
  return { text: ctx.t('reminders.answer.notMine', { people: told.map(holder => holder.fullName).join(', ') }) }
}

async function answeredOf(ctx: Ctx, params: Params): Promise<Obligation | undefined> {
  const found = await remindedOf(ctx, String(params.key), String(params.obligation))
  return found.find(isOpen)
}

async function order(
  ctx: Ctx,
  obligation: Obligation,
  kind: 'PROMISE' | 'NOT_MINE',
  value: string,
  reason: string,
): Promise<void> {
  const { id: personId } = ctx.person
  await ctx.tx.reminderOrder.create({
    data: {
      id: newId(ctx.now),
      obligationId: obligation.id,
      kind,
      personId,
      value,
      reason,
      byId: personId,
      at: ctx.now,
    },
  })
  const held = ctx.person.roles.find(role => role.unitCode === obligation.unitCode)
  const entry = {
    actorId: personId,
    actorRole: held?.role ?? ('SYSTEM' as const),
    action: kind === 'PROMISE' ? 'reminder.promise' : 'reminder.notMine',
    subjectType: 'obligation' as const,
    subjectId: obligation.id,
    ...(value ? { to: value } : {}),
  }
  await writeAudit(ctx.tx, entry, ctx.now)
  await lookAgain(ctx.tx, [obligation.id])
}

/** The heads of the unit; the officers when it was a head, or when there is none. */
async function tellAbove(ctx: Ctx, obligation: Obligation, suggested: string | null): Promise<Holder[]> {
  const heads = await holdersOf(ctx.tx, ['HEAD', 'WARD_CHAIR'], ctx.today, obligation.unitCode)
  const isHead = heads.some(head => head.id === ctx.person.id)
  const above = isHead || heads.length === 0 ? await holdersOf(ctx.tx, ['PNV'], ctx.today) : heads
  const told: Holder[] = []
  for (const holder of above) {
    if (holder.id === ctx.person.id) continue
    const t = ctx.texts(holder.locale)
    const { what, unitName } = subjectFor(ctx, obligation)
    const who = ctx.person.fullName
    const text = t('reminders.answer.rerouted', {
      who,
      what,
      unit: unitName,
      day: formatDate(dueOf(obligation)),
      suggested: suggested ? t('reminders.answer.suggested', { who, name: suggested }) : '',
    })
    const dedupeKey = `reminder-not-mine:${obligation.id}:${ctx.person.id}:${holder.id}`
    const message = { text, words: [t('reminders.button.tasks')] }
    const isTold = await enqueueTo(
      ctx.tx,
      holder.id,
      { dedupeKey, kind: 'NOTICE', campaign: ctx.campaign, message, go: [{ to: 'tasks' }] },
      ctx.now,
    )
    if (isTold) told.push(holder)
  }
  return told
}
