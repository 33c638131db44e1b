import { Temporal } from 'temporal-polyfill'
import { actingUnit } from '../../campaign/acting-unit.ts'
import { isInvited } from '../../campaign/competing.ts'
import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import { provisionalDuties } from '../../campaign/provisional.ts'
import { periodOwed } from '../../campaign/report-period.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { codesServedBy } from '../../obligations/met-by.ts'
import type { Go } from '../../outbox/go.ts'
import { holds, unitsWhere } from '../../people/person.ts'
import { formatDate } from '../../reading/format.ts'
import type { Obligation } from '../../store/generated/client.ts'
import { type WaitingDraft, waitingChoice, waitingDrafts } from '../drafts/waiting.ts'
import { claimedAmong } from '../received/store.ts'
import { owedByMyUnits } from './store.ts'

const shownAtOnce = 8

/**
 * `/viec`: what my unit owes: what is overdue or due within a fortnight, the rest behind one more choice. A choice opens the form that
 * meets it.
 */
export async function tasks(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const all = await owedByMyUnits(ctx)
  const waiting = await waitingDrafts(ctx)
  if (all.length === 0) return nothingOwed(ctx, waiting)
  const near = all.filter(obligation => isNear(ctx, obligation))
  const later = all.filter(obligation => !near.includes(obligation))
  const isLater = args.later === 'yes' || near.length === 0
  const owed = isLater ? later : near
  if (owed.length === 0) return tasks(ctx, {})
  const from = Math.min(Number(args.from ?? 0) || 0, owed.length - 1)
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
      label: ctx.t('tasks.later', { count: later.length }),
      go: { to: 'tasks', args: { later: 'yes' } },
    })
  const overdue = owed.filter(obligation => isOverdue(ctx, obligation)).length
  choices.push(...waiting.map(draft => waitingChoice(ctx, draft)))
  const text = overdue > 0 ? ctx.t('tasks.textOverdue', { overdue }) : ctx.t(isLater ? 'tasks.textLater' : 'tasks.text')
  return { title: ctx.t('tasks.title', { total: all.length }), text, choices }
}

/** Overdue, or to be done within this fortnight; what has only an expected day can wait. */
function isNear(ctx: Ctx, obligation: Obligation): boolean {
  const due = obligation.returnedOn ?? obligation.dueOn
  return !hasNoDay(ctx, obligation) && due <= ctx.today.add({ days: FORTNIGHT }).toString()
}

const FORTNIGHT = 14

/** A duty that no form here meets: how it is met is told. */
export async function showDuty(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const obligation = await ctx.tx.obligation.findUnique({ where: { id: args.id ?? '' } })
  const duty = ctx.campaign.plan.duties.find(known => known.code === obligation?.dutyCode)
  const isMine =
    obligation !== null && unitsWhere(ctx.person, 'CLERK', 'HEAD', 'WARD_CHAIR').includes(unitOf(ctx, obligation))
  if (!duty || !isMine) return { text: ctx.t('tasks.gone') }
  return {
    title: duty.name,
    text: ctx.t(hasNoDay(ctx, obligation) ? 'tasks.outsideProvisional' : 'tasks.outside', {
      due: formatDate(obligation.dueOn),
      legal: duty.legalText,
    }),
    choices: [
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
  const period = obligation.period ? ` (${periodName(obligation.period, ctx.t)})` : ''
  const unit = withUnit ? ` – ${unitName(ctx.campaign, obligation.unitCode)}` : ''
  return `${duty?.name ?? obligation.dutyCode}${period}${unit} – ${isClaimed ? ctx.t('tasks.claimed') : timeLeft(ctx, obligation)}`
}

function timeLeft(ctx: Ctx, obligation: Obligation): string {
  if (obligation.state === 'WITH_HEAD') return ctx.t('tasks.withHead')
  const due = obligation.returnedOn ?? obligation.dueOn
  const date = formatDate(due)
  if (hasNoDay(ctx, obligation)) return ctx.t('tasks.provisional', { date })
  if (obligation.returnedOn) return ctx.t('tasks.returned', { date })
  if (isOverdue(ctx, obligation)) return ctx.t('tasks.overdue', { date })
  const days = ctx.campaign.calendar.workingDaysBetween(ctx.today, Temporal.PlainDate.from(obligation.remindBy))
  return days <= 0 ? ctx.t('tasks.today', { date }) : ctx.t('tasks.left', { date, days })
}

function isOverdue(ctx: Ctx, obligation: Obligation): boolean {
  return (obligation.returnedOn ?? obligation.dueOn) < ctx.today.toString() && !hasNoDay(ctx, obligation)
}

/** Its day is only expected (OP-16): nobody is late for it. */
function hasNoDay(ctx: Ctx, { dutyCode }: Obligation): boolean {
  return provisionalDuties(ctx.campaign.plan).includes(dutyCode)
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
    default:
      return { to: 'tasks.show', args: { id: obligation.id } }
  }
}
