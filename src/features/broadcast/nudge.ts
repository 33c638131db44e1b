import type { Ctx, Outcome } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { everyOpen } from '../../reminders/round/load-round.ts'
import { cut } from '../../reminders/words/cut.ts'
import { weekdayAndDate } from '../../reminders/words/days-in-words.ts'
import { newId } from '../../store/new-id.ts'
import { openDuties } from './options.ts'
import { planBroadcast } from './plan.ts'
import { sendToMany } from './rights.ts'
import type { Draft } from './rules.ts'
import { sendBroadcast } from './send.ts'
import { templateText } from './templates.ts'

type Args = Readonly<Record<string, string>>

/** An officer reminds all who still owe one thing: first which thing, with how many units owe it. */
export async function chooseNudge(ctx: Ctx): Promise<Outcome> {
  if (!may(ctx.person, sendToMany)) return { text: ctx.t('broadcast.notYours') }
  const duties = openDuties(ctx, await everyOpen(ctx.tx, ctx.campaign, ctx.today.toString()))
  if (duties.length === 0) return { text: ctx.t('broadcast.problems.nobodyOwes') }
  const choices = duties.slice(0, SHOWN).map(({ label, duty, period }) => ({
    label: cut(label, 120),
    go: { to: 'broadcast.preview', args: { duty, period } },
  }))
  return { title: ctx.t('broadcast.nudge.title'), text: ctx.t('broadcast.nudge.ask'), choices }
}

/** Who would get it and what they would read, before anything is sent. */
export async function previewNudge(ctx: Ctx, args: Args): Promise<Outcome> {
  if (!may(ctx.person, sendToMany)) return { text: ctx.t('broadcast.notYours') }
  const draft = draftOf(ctx, args, newId(ctx.now))
  const { ones, unreachable, begin, isMoved } = await planBroadcast(ctx, draft)
  const other = { label: ctx.t('broadcast.nudge.other'), go: { to: 'nudge' } }
  if (ones.length + unreachable.length === 0) return { text: ctx.t('broadcast.problems.nobodyOwes'), choices: [other] }
  const day = weekdayAndDate(begin.day, ctx.t)
  const again = ones.filter(({ recipient }) => (recipient.person?.toldToday ?? 0) > 0).length
  const lines = [
    ctx.t('broadcast.preview.people', {
      people: ones.length,
      units: new Set(ones.map(({ recipient }) => recipient.unitCode)).size,
    }),
    ...(unreachable.length > 0 ? [ctx.t('broadcast.preview.unreachable', { count: unreachable.length })] : []),
    ...(again > 0 ? [ctx.t('broadcast.preview.toldToday', { count: again })] : []),
    ctx.t(`broadcast.preview.${isMoved ? 'moved' : 'now'}`, { hour: begin.hour, day }),
  ]
  const sample = ones[0]?.composed.message.text
  const text = [lines.join('\n'), ...(sample ? [ctx.t('broadcast.nudge.sample', { sample })] : [])].join('\n\n')
  const send = {
    label: ctx.t('broadcast.preview.send', { count: ones.length }),
    go: { to: 'broadcast.send', args: { ...args, id: draft.id } },
  }
  return { title: ctx.t('broadcast.nudge.title'), text, choices: ones.length > 0 ? [send, other] : [other] }
}

/** Confirmed: the same broadcast as from the desk. A second press finds it sent. */
export async function sendNudge(ctx: Ctx, args: Args): Promise<Outcome> {
  const sent = await sendBroadcast(ctx, draftOf(ctx, args, args.id ?? newId(ctx.now)))
  if (sent.sent) return { text: ctx.t('broadcast.sent', { count: sent.count, unreachable: sent.unreachable }) }
  switch (sent.why) {
    case 'again':
      return { text: ctx.t('broadcast.sentBefore') }
    case 'notYours':
      return { text: ctx.t('broadcast.notYours') }
    case 'problems':
      return { text: ctx.t('broadcast.problems.nobodyOwes') }
  }
}

function draftOf(ctx: Ctx, args: Args, id: string): Draft {
  return {
    id,
    audience: { to: { of: 'duty', duty: args.duty ?? '', period: args.period ?? '' }, roles: ['focalPoint', 'head'] },
    text: templateText('remind', ctx.t),
    at: null,
    reason: ctx.t('broadcast.nudge.reason'),
  }
}

const SHOWN = 8
