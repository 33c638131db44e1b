import { Temporal } from 'temporal-polyfill'
import { actingUnit, withFormer } from '../../campaign/acting-unit.ts'
import { type DueDay, deadlineDay, dueDays } from '../../campaign/due-days.ts'
import type { Deadline, Duty } from '../../campaign/duty.ts'
import { officeName, unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import { isProvisional } from '../../campaign/provisional.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { basesOver } from '../../law/bases.ts'
import { basisName, cautionInWords, whyInWords } from '../../law/words.ts'
import { unitsWhere } from '../../people/person.ts'
import { formatDate } from '../../reading/format.ts'
import { weekdayAndDate } from '../../reminders/words/days-in-words.ts'
import type { Obligation } from '../../store/generated/client.ts'

type Args = Readonly<Record<string, string>>

/** One day that a duty falls due, with what the person's own unit owes of it. */
interface Asked {
  duty: Duty
  due: DueDay
  own: Obligation | null
}

const TOLD = 3

/**
 * Answers when something is due, and why then: the plan's words with their section, how the day is counted, the days off that are
 * skipped. What the person's own unit owes comes first.
 */
export async function tellDeadline(ctx: Ctx, args: Args): Promise<Outcome> {
  const all = await asked(ctx)
  const fitting = all.filter(one => fits(ctx, one, args))
  const isNamed = ['topic', 'quarter', 'month', 'day'].some(name => args[name] !== undefined)
  const found = fitting.length > 0 || isNamed ? fitting : all
  const toMenu = { label: ctx.t('tasks.command.menu'), go: { to: 'tasks' } }
  const toPlan = { label: ctx.t('deadlines.toPlan'), go: { to: 'about' } }
  if (found.length === 0) return { text: ctx.t('deadlines.noneAsked'), choices: [toMenu, toPlan] }
  const isAbout = args.why === 'yes' && !isNamed ? 1 : TOLD
  const told = found.slice(0, isAbout).map(one => inWords(ctx, one))
  const more = found.length - told.length
  return {
    title: ctx.t(args.why === 'yes' ? 'deadlines.whyTitle' : 'deadlines.whenTitle'),
    text: [...told, ...(more > 0 && isNamed ? [ctx.t('deadlines.moreAsked', { count: more })] : [])].join('\n\n'),
    choices: [toMenu, toPlan],
  }
}

/** Every day of the plan: what the own unit still owes, nearest first, then what it has met, then the rest of what is to come. */
async function asked(ctx: Ctx): Promise<Asked[]> {
  const { campaign, today } = ctx
  const units = unitsWhere(ctx.person, 'CLERK', 'HEAD', 'WARD_CHAIR')
  const owed = await ctx.tx.obligation.findMany({
    where: {
      campaignId: campaign.id,
      unitCode: { in: withFormer(campaign, units, today.toString()) },
      state: { not: 'WITHDRAWN' },
    },
    orderBy: [{ dueOn: 'asc' }, { unitCode: 'asc' }],
  })
  const days = campaign.plan.duties.flatMap(duty =>
    dueDays(campaign.plan, duty, campaign.calendar).map((due): Asked => {
      const own = owed.find(({ dutyCode, period }) => dutyCode === duty.code && period === due.period) ?? null
      return { duty, due, own }
    }),
  )
  const rank = ({ own, due }: Asked) =>
    own === null ? (due.dueOn.toString() >= today.toString() ? 2 : 3) : own.state === 'MET' ? 1 : 0
  return days.toSorted((a, b) => rank(a) - rank(b) || Temporal.PlainDate.compare(a.due.dueOn, b.due.dueOn))
}

function fits(ctx: Ctx, { duty, due, own }: Asked, { topic, quarter, month, day }: Args): boolean {
  if (topic !== undefined && !topicsOf(ctx, duty).includes(topic)) return false
  const of = due.period === '' ? `${due.dueOn.year}-Q${Math.ceil(due.dueOn.month / 3)}` : due.period
  if (quarter !== undefined && !of.endsWith(`Q${quarter}`)) return false
  if (month !== undefined && due.dueOn.month !== Number(month)) return false
  if (day === undefined) return true
  const days = [due.dueOn.toString(), lastWorkingDay(ctx, due), own?.dueOn, own?.remindBy, own?.returnedOn]
  return days.some(one => one?.slice(5) === day)
}

function topicsOf({ campaign }: Ctx, { metBy }: Duty): string[] {
  switch (metBy.kind) {
    case 'launchDocument':
      return ['launch']
    case 'targetReport':
    case 'periodicReport': {
      const isMoney = campaign.plan.targets.some(
        ({ code, measure }) => metBy.targets.includes(code) && measure.kind === 'PERCENT' && measure.unit === 'money',
      )
      return isMoney ? ['money', 'report'] : metBy.kind === 'targetReport' ? ['year', 'report'] : ['report']
    }
    default:
      return [metBy.kind]
  }
}

function inWords(ctx: Ctx, { duty, due, own }: Asked): string {
  const { t, campaign, today } = ctx
  const period = due.period === '' ? '' : ` (${periodName(due.period, t)})`
  const unit = own ? ` – ${unitName(campaign, actingUnit(campaign, own.unitCode, today.toString()))}` : ''
  const deadline = deadlineOf(ctx, duty)
  const isOpen = isProvisional(campaign.plan, duty)
  const returned = own?.returnedOn ? [t('deadlines.returned', { day: formatDate(own.returnedOn) })] : []
  return [
    `${duty.name}${period}${unit}`,
    t(isOpen ? 'deadlines.expected' : 'deadlines.due', { day: weekdayAndDate(due.dueOn.toString(), t) }),
    ...returned,
    ...(isOpen ? [] : counted(ctx, due)),
    reason(ctx, duty, due, deadline),
    ...skipped(ctx, due, deadline),
    ...lawOf(ctx, duty, due),
    ...(deadline?.note ? [t('deadlines.note', { note: deadline.note })] : []),
    ...(own?.state === 'MET' ? [t('deadlines.met')] : []),
  ].join('\n')
}

/** How the day is counted: the last working day before a day off, the working days left, the holidays among them. */
function counted(ctx: Ctx, due: DueDay): string[] {
  const { t, campaign, today } = ctx
  const last = lastWorkingDay(ctx, due)
  const { calendar } = campaign
  const isMoved = last !== due.dueOn.toString()
  const lines = isMoved
    ? [t('deadlines.moved', { last: weekdayAndDate(last, t), off: offBetween(ctx, last, due.dueOn).join(', ') })]
    : []
  const left = calendar.workingDaysBetween(today, Temporal.PlainDate.from(last))
  if (left <= 0) return lines
  const holidays = holidaysBetween(ctx, today, Temporal.PlainDate.from(last))
  const key = holidays.length > 0 ? 'leftWithHolidays' : 'left'
  return [...lines, t(`deadlines.${key}`, { count: left, holidays: holidays.join(', ') })]
}

/** Where the day comes from. */
function reason(ctx: Ctx, duty: Duty, due: DueDay, deadline: Deadline | undefined): string {
  const { t, campaign, today } = ctx
  const params = { number: campaign.plan.identity.number, legal: due.legalText, section: duty.section }
  if (deadline?.setOn !== undefined) {
    const office = officeName(campaign, today.toString())
    return t('deadlines.reason.set', { ...params, office, day: formatDate(deadline.setOn) })
  }
  if (deadline?.day && 'workingDaysBefore' in deadline.day) {
    const { deadline: code, days } = deadline.day.workingDaysBefore
    const from = campaign.plan.deadlines.find(one => one.code === code)?.name ?? code
    return t('deadlines.reason.before', { ...params, days, from })
  }
  if (duty.due.kind !== 'once') return t(`deadlines.reason.${duty.due.kind}`, params)
  return t(`deadlines.reason.${deadline?.stated ?? 'NO'}`, params)
}

/** The days off that a count back leaves out. */
function skipped(ctx: Ctx, due: DueDay, deadline: Deadline | undefined): string[] {
  if (!deadline?.day || !('workingDaysBefore' in deadline.day)) return []
  const from = deadlineDay(ctx.campaign.plan, deadline.day.workingDaysBefore.deadline, ctx.campaign.calendar)
  if (from === null) return []
  const last = from.subtract({ days: 1 })
  const off = offBetween(ctx, due.dueOn.toString(), last)
  return off.length > 0 ? [ctx.t('deadlines.skipped', { off: off.join(', ') })] : []
}

/** Which law a dossier of commendation follows on its day, or why none can be named. */
function lawOf({ t, campaign }: Ctx, { metBy }: Duty, { dueOn }: DueDay): string[] {
  if (metBy.kind !== 'dossier') return []
  const found = basesOver(campaign.plan.startsOn, dueOn.toString(), 'commendation')
  if (!found.held) return [t('deadlines.noLaw', { why: whyInWords(found.why, t) })]
  const bases = found.bases.map(basis => basisName(basis, t)).join('; ')
  return [t('deadlines.law', { bases }), ...found.cautions.map(caution => cautionInWords(caution, t))]
}

function deadlineOf({ campaign }: Ctx, { due }: Duty): Deadline | undefined {
  return due.kind === 'once' ? campaign.plan.deadlines.find(({ code }) => code === due.deadline) : undefined
}

function lastWorkingDay({ campaign }: Ctx, { dueOn }: DueDay): string {
  return campaign.calendar.lastWorkingDayOnOrBefore(dueOn).toString()
}

/** The days off after a day up to and with another, each with why. */
function offBetween({ campaign: { calendar }, t }: Ctx, after: string, to: Temporal.PlainDate): string[] {
  const days: string[] = []
  for (let at = Temporal.PlainDate.from(after).add({ days: 1 }); Temporal.PlainDate.compare(at, to) <= 0; ) {
    const name = calendar.holidayName(at)
    const day = weekdayAndDate(at.toString(), t)
    if (!calendar.isWorkingDay(at)) days.push(name === null ? day : `${day} (${name})`)
    at = at.add({ days: 1 })
  }
  return days
}

/** Holidays on days that would have been working days. */
function holidaysBetween(ctx: Ctx, after: Temporal.PlainDate, to: Temporal.PlainDate): string[] {
  const { calendar } = ctx.campaign
  const days: string[] = []
  for (let at = after.add({ days: 1 }); Temporal.PlainDate.compare(at, to) <= 0; at = at.add({ days: 1 })) {
    const name = calendar.holidayName(at)
    if (name !== null && at.dayOfWeek <= 5) days.push(`${formatDate(at.toString()).slice(0, 5)} (${name})`)
  }
  return days
}
