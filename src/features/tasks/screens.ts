import { Temporal } from 'temporal-polyfill'
import { actingUnit } from '../../campaign/acting-unit.ts'
import { isInvited } from '../../campaign/competing.ts'
import type { Duty } from '../../campaign/duty.ts'
import { officeName, unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import { provisionalDuties } from '../../campaign/provisional.ts'
import { periodOwed } from '../../campaign/report-period.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import { expectedOn } from '../../obligations/overdue.ts'
import type { Go } from '../../outbox/go.ts'
import { holds, unitsWhere } from '../../people/person.ts'
import { formatDate } from '../../reading/format.ts'
import { cut } from '../../reminders/words/cut.ts'
import type { Obligation } from '../../store/generated/client.ts'
import { type WaitingDraft, waitingChoice, waitingDrafts } from '../drafts/waiting.ts'
import { claimedAmong } from '../received/store.ts'
import { owedByMyUnits } from './store.ts'

const shownAtOnce = 8

/**
 * `/viec`: what is overdue, what this fortnight asks, nearest first; the rest is folded behind one choice. A choice opens the form that
 * meets it.
 */
export async function tasks(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const all = await owedByMyUnits(ctx)
  const waiting = await waitingDrafts(ctx)
  if (all.length === 0) return nothingOwed(ctx, waiting)
  const near = all.filter(obligation => isNear(ctx, obligation))
  const later = all.filter(obligation => !near.includes(obligation))
  const isLater = later.length > 0 && (args.later === 'yes' || (near.length === 0 && later.length === 1))
  const owed = isLater ? later : near
  const from = Math.max(0, Math.min(Number(args.from ?? 0) || 0, owed.length - 1))
  const shown = owed.slice(from, from + shownAtOnce)
  const claimed = await claimedAmong(
    ctx.tx,
    shown.map(({ id }) => id),
  )
  const mine = unitsWhere(ctx.person, 'CLERK', 'HEAD', 'WARD_CHAIR')
  const hasSeveralUnits = new Set(owed.flatMap(({ unitCode }) => [unitCode, ...mine])).size > 1
  const choices = shown.map(obligation => ({
    label: line(ctx, obligation, hasSeveralUnits, claimed.has(obligation.id)),
    go: goTo(ctx, obligation),
  }))
  const rest = owed.length - from - shown.length
  if (rest > 0)
    choices.push({
      label: ctx.t('tasks.more', { count: rest }),
      go: { to: 'tasks', args: { from: String(from + shownAtOnce), ...(isLater ? { later: 'yes' } : {}) } },
    })
  if (!isLater && later.length > 0)
    choices.push({
      label: ctx.t(`tasks.${later.some(obligation => hasNoDay(ctx, obligation)) ? 'laterOrOpen' : 'later'}`, {
        count: later.length,
        date: formatDate(endOfFortnight(ctx)),
      }),
      go: { to: 'tasks', args: { later: 'yes' } },
    })
  choices.push(...waiting.map(draft => waitingChoice(ctx, draft)))
  return { title: ctx.t('tasks.title', { total: all.length }), text: leadOf(ctx, near, isLater), choices }
}

/** How much is overdue, how much this fortnight asks. */
function leadOf(ctx: Ctx, near: readonly Obligation[], isLater: boolean): string {
  if (isLater) return ctx.t('tasks.textLater')
  if (near.length === 0) return ctx.t('tasks.textNothingNear')
  const overdue = near.filter(obligation => isOverdue(ctx, obligation)).length
  const due = near.length - overdue
  return ctx.t(overdue === 0 ? 'tasks.text' : due > 0 ? 'tasks.textOverdueAndDue' : 'tasks.textOverdue', {
    overdue,
    due,
  })
}

function endOfFortnight(ctx: Ctx): string {
  return ctx.today.add({ days: FORTNIGHT }).toString()
}

/** Overdue, or to be done within this fortnight; what has only an expected day can wait. */
function isNear(ctx: Ctx, obligation: Obligation): boolean {
  const due = expectedOn(obligation)
  return !hasNoDay(ctx, obligation) && due <= endOfFortnight(ctx)
}

const FORTNIGHT = 14

/** A duty that is often met outside: both ways are offered. */
export async function showDuty(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const obligation = await ctx.tx.obligation.findUnique({ where: { id: args.id ?? '' } })
  const duty = ctx.campaign.plan.duties.find(known => known.code === obligation?.dutyCode)
  const isMine =
    obligation !== null && unitsWhere(ctx.person, 'CLERK', 'HEAD', 'WARD_CHAIR').includes(unitOf(ctx, obligation))
  if (!duty || !isMine) return { text: ctx.t('tasks.gone') }
  const { metBy } = duty
  const here =
    metBy.kind === 'summary'
      ? [
          {
            label: ctx.t('tasks.doHere'),
            go: { to: 'summary', args: { unit: unitOf(ctx, obligation), of: metBy.of } },
          },
        ]
      : []
  const when = ctx.t(hasNoDay(ctx, obligation) ? 'tasks.dueProvisional' : 'tasks.due', {
    due: formatDate(obligation.dueOn),
    legal: legalText(ctx, duty),
  })
  return {
    title: duty.name,
    text: `${when} ${ctx.t(here.length > 0 ? 'tasks.eitherWay' : 'tasks.outside')}`,
    choices: [
      ...here,
      { label: ctx.t('tasks.sentAlready'), go: { to: 'received.claim', args: { obligation: obligation.id } } },
      { label: ctx.t('tasks.command.menu'), go: { to: 'tasks' } },
    ],
  }
}

function nothingOwed(ctx: Ctx, waiting: readonly WaitingDraft[]): Outcome {
  const choices: { label: string; go: Go }[] = waiting.map(draft => waitingChoice(ctx, draft))
  if (holds(ctx.person, 'PNV', 'FOCAL')) choices.push({ label: ctx.t('tasks.decide'), go: { to: 'decide' } })
  choices.push({ label: ctx.t('initiative.command.menu'), go: { to: 'initiative' } })
  return { text: ctx.t(isOnlyInvited(ctx) ? 'tasks.invited' : 'tasks.none'), choices }
}

/** The person acts for units that are asked to take part and owe nothing (OP-15). */
function isOnlyInvited(ctx: Ctx): boolean {
  const units = unitsWhere(ctx.person, 'CLERK', 'HEAD', 'WARD_CHAIR').flatMap(
    code => ctx.campaign.units.get(code) ?? [],
  )
  return units.length > 0 && units.every(unit => isInvited(ctx.campaign.plan, unit))
}

function line(ctx: Ctx, obligation: Obligation, withUnit: boolean, isClaimed: boolean): string {
  const duty = ctx.campaign.plan.duties.find(known => known.code === obligation.dutyCode)
  const { about } = obligation
  const named = about !== '' ? `: ${cut(about, 60)}` : ''
  const period = obligation.period && named === '' ? ` (${periodName(obligation.period, ctx.t)})` : named
  const unit = withUnit ? ` – ${unitName(ctx.campaign, obligation.unitCode)}` : ''
  return `${duty?.name ?? obligation.dutyCode}${period}${unit} – ${isClaimed ? ctx.t('tasks.claimed') : timeLeft(ctx, obligation)}`
}

function timeLeft(ctx: Ctx, obligation: Obligation): string {
  if (obligation.state === 'WITH_HEAD') return ctx.t('tasks.withHead')
  const due = expectedOn(obligation)
  const date = formatDate(due)
  if (hasNoDay(ctx, obligation)) return ctx.t('tasks.provisional', { date })
  if (obligation.returnedOn) return ctx.t('tasks.returned', { date })
  if (isOverdue(ctx, obligation)) return ctx.t('tasks.overdue', { date })
  const days = ctx.campaign.calendar.workingDaysBetween(ctx.today, Temporal.PlainDate.from(obligation.remindBy))
  return days <= 0 ? ctx.t('tasks.today', { date }) : ctx.t('tasks.left', { date, days })
}

function isOverdue(ctx: Ctx, obligation: Obligation): boolean {
  return expectedOn(obligation) < ctx.today.toString() && !hasNoDay(ctx, obligation)
}

/** Its day is only expected (OP-16): nobody is late for it. */
function hasNoDay(ctx: Ctx, { dutyCode }: Obligation): boolean {
  return provisionalDuties(ctx.campaign.plan).includes(dutyCode)
}

/** The plan's own words, and who set the day where the plan names none. */
function legalText(ctx: Ctx, duty: Duty): string {
  const { due, legalText: legal } = duty
  const { campaign, today, t } = ctx
  const deadline = due.kind === 'once' ? campaign.plan.deadlines.find(({ code }) => code === due.deadline) : undefined
  if (deadline?.setOn === undefined) return legal
  const office = officeName(campaign, today.toString())
  return t('tasks.dueSet', { legal, office, day: formatDate(deadline.setOn) })
}

/** The unit that hands it in today. */
function unitOf({ campaign, today }: Ctx, { unitCode }: Obligation): string {
  return actingUnit(campaign, unitCode, today.toString())
}

function goTo(ctx: Ctx, obligation: Obligation): Go {
  const unit = unitOf(ctx, obligation)
  if (obligation.state === 'WITH_HEAD' && unitsWhere(ctx.person, 'HEAD', 'WARD_CHAIR').includes(unit))
    return { to: 'decide' }
  const duty = ctx.campaign.plan.duties.find(known => known.code === obligation.dutyCode)
  switch (duty?.metBy.kind) {
    case 'launchDocument':
      return { to: 'launch', args: { unit } }
    case 'initiative':
      return { to: 'initiative', args: { unit } }
    case 'targetReport':
    case 'periodicReport': {
      const [code = '', ...others] = obligation.targets
      const served = codesServedBy(ctx.campaign.plan, code)
      const period = periodOwed(ctx.campaign.plan, obligation)
      return others.every(other => served.includes(other))
        ? { to: 'report.target', args: { code, unit, period } }
        : { to: 'dossier', args: { unit, period } }
    }
    case 'listItem':
      return { to: 'list.item', args: { obligation: obligation.id } }
    case 'checkRemedy':
      return { to: 'checkRemedy', args: { unit, code: obligation.period } }
    default:
      return { to: 'tasks.show', args: { id: obligation.id } }
  }
}
