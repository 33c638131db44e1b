import { officeName } from '../../campaign/names.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { readDate } from '../../reading/date.ts'
import { formatDate } from '../../reading/format.ts'
import { cut } from '../../reminders/words/cut.ts'
import { actionFor } from '../../reminders/words/message-actions.ts'
import { subjectFor } from '../../reminders/words/subject.ts'
import type { Obligation } from '../../store/generated/client.ts'
import { claimedAmong } from '../received/store.ts'
import { owedByMyUnits } from '../tasks/store.ts'
import { answeredKey, dueOf, gone, isOpen, remindedOf } from './answered.ts'
import { keepPromise } from './keep-answer.ts'

type Args = Readonly<Record<string, string>>

/** «Đã nhận»: no platform tells that a message was read, so the person does. */
export async function acknowledge(ctx: Ctx, args: Args): Promise<Outcome> {
  const key = await answeredKey(ctx, args)
  await ctx.tx.reminder.updateMany({
    where: { outboxKey: key, personId: ctx.person.id, state: { in: ['QUEUED', 'SENT'] } },
    data: { state: 'ACKNOWLEDGED', at: ctx.now },
  })
  const open = (await remindedOf(ctx, key)).filter(isOpen)
  const choices = open.slice(0, 5).map(obligation => doIt(ctx, obligation))
  return choices.length > 0
    ? { text: ctx.t('reminders.answer.acked'), choices }
    : { text: ctx.t('reminders.answer.ackedDone') }
}

/** «Đã gửi rồi»: what has been received, and what is missing. */
export async function alreadySent(ctx: Ctx, args: Args): Promise<Outcome> {
  const reminded = await remindedOf(ctx, await answeredKey(ctx, args))
  // Nobody has to be reminded first: of what the unit owes, nearest first.
  const all = reminded.length > 0 || args.key ? reminded : (await owedByMyUnits(ctx)).slice(0, 4)
  if (all.length === 0) return gone(ctx)
  const open = all.filter(obligation => obligation.state === 'OPEN')
  const drafts = open.length > 0 ? await ctx.tx.draft.count({ where: { personId: ctx.person.id, state: 'OPEN' } }) : 0
  const claimed = await claimedAmong(
    ctx.tx,
    all.map(({ id }) => id),
  )
  const lines = all.map(obligation => stateLine(ctx, obligation, claimed.has(obligation.id)))
  if (drafts > 0) lines.push(ctx.t('reminders.answer.hasDraft'))
  const waiting = open.filter(({ id }) => !claimed.has(id))
  if (waiting.length > 0) lines.push(ctx.t('reminders.answer.outside'))
  const choices = [
    ...waiting.slice(0, 4).map(obligation => doIt(ctx, obligation)),
    ...waiting.slice(0, 4).map(obligation => ({
      label: ctx.t('reminders.answer.claim', { what: cut(subjectFor(ctx, obligation).what, 40) }),
      go: { to: 'received.claim', args: { obligation: obligation.id } },
    })),
    ...(drafts > 0 ? [{ label: ctx.t('reminders.answer.openDrafts'), go: { to: 'drafts' } }] : []),
  ]
  return {
    title: ctx.t('reminders.answer.stateTitle'),
    text: lines.join('\n'),
    ...(choices.length > 0 ? { choices } : {}),
  }
}

/** «Hẹn ngày gửi»: which day, for one of the things the reminder spoke of. «Hẹn ngày 5/4» says it at once. */
export async function askPromise(ctx: Ctx, args: Args): Promise<Outcome> {
  return oneOf(ctx, args, 'promise', async (obligation, key) => {
    const today = ctx.today.toString()
    const latest = ctx.today.add({ days: PROMISE_DAYS }).toString()
    const typed = args.day ? readDate(args.day, { today: ctx.today, campaignYear: ctx.today.year }) : null
    if (typed?.ok && today <= typed.value && typed.value <= latest)
      return keepPromise(ctx, { key, obligation: obligation.id }, typed.value)
    const { what } = subjectFor(ctx, obligation)
    const params = { obligation: obligation.id, key, what, due: formatDate(dueOf(obligation)), latest }
    return { start: 'reminders.promise', key: obligation.id, params }
  })
}

/** «Không phải việc của tôi»: who is it then? */
export async function askWho(ctx: Ctx, args: Args): Promise<Outcome> {
  return oneOf(ctx, args, 'notMine', async (obligation, key) => ({
    start: 'reminders.notMine',
    key: obligation.id,
    params: { obligation: obligation.id, key, what: subjectFor(ctx, obligation).what },
  }))
}

async function oneOf(
  ctx: Ctx,
  args: Args,
  verb: 'promise' | 'notMine',
  start: (obligation: Obligation, key: string) => Promise<Outcome>,
): Promise<Outcome> {
  const key = await answeredKey(ctx, args)
  const open = (await remindedOf(ctx, key, args.obligation)).filter(isOpen)
  const [first, ...rest] = open
  if (!first) return gone(ctx)
  if (rest.length === 0) return start(first, key)
  const choices = open.map(obligation => ({
    label: cut(subjectFor(ctx, obligation).what, 60),
    go: { to: `reminders.${verb}`, args: { ...(args.day ? { day: args.day } : {}), key, obligation: obligation.id } },
  }))
  return { text: ctx.t(`reminders.answer.which.${verb}`), choices }
}

function doIt(ctx: Ctx, obligation: Obligation) {
  const subject = subjectFor(ctx, obligation)
  const item = { owedId: obligation.id, level: 'focalPoint' as const, isWithHead: obligation.state === 'WITH_HEAD' }
  return { label: ctx.t('reminders.answer.do', { what: cut(subject.what, 50) }), go: actionFor(item, subject).go }
}

function stateLine(ctx: Ctx, obligation: Obligation, isClaimed: boolean): string {
  const { what } = subjectFor(ctx, obligation)
  const say = (state: string, params: Record<string, string> = {}) =>
    ctx.t(`reminders.answer.state.${state}`, { what, ...params })
  if (isClaimed && isOpen(obligation)) return say('claimed')
  switch (obligation.state) {
    case 'MET':
      return obligation.metAt ? say('met', { time: ctx.localTime(obligation.metAt) }) : say('metReceived')
    case 'WITH_HEAD':
      return say('withHead', { office: officeName(ctx.campaign, ctx.today.toString()) })
    case 'WITHDRAWN':
      return say('withdrawn')
    case 'OPEN':
      return obligation.returnedOn ? say('returned', { day: formatDate(obligation.returnedOn) }) : say('open')
  }
}

/** Farthest day that can be promised, in calendar days. */
const PROMISE_DAYS = 45
