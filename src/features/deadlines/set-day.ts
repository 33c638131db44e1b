import { createHash } from 'node:crypto'
import { dueDays } from '../../campaign/due-days.ts'
import { provisionalDuties } from '../../campaign/provisional.ts'
import { keepSetDays, type SetDays, setDaysOf, withSetDays } from '../../campaign/set-days.ts'
import { storedPlan } from '../../campaign/stored-plan.ts'
import type { Ctx } from '../../contract/feature.ts'
import { settleObligations } from '../../obligations/settle-obligations.ts'
import { writeAudit } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { cancelFor, lookAgain } from '../../reminders/round/cancel.ts'
import { setDeadlines } from './rights.ts'

export interface Done {
  ok: boolean
  say: string
}

/** The last day that may be set: conferences of a year are held until the spring of the next. */
const MONTHS_AFTER = 3

/**
 * An officer sets the day of a deadline that the plan leaves open, another day instead, or takes it away (null): what is owed follows,
 * and is reminded of from now on, or no longer.
 */
export async function setDay(ctx: Ctx, code: string, on: string | null, reason: string): Promise<Done> {
  if (!may(ctx.person, setDeadlines)) return refused(ctx, 'notAllowed')
  const { tx, campaign, now, today, t } = ctx
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('thidua.campaign', 0))`
  const row = await tx.campaign.findUniqueOrThrow({ where: { id: campaign.id } })
  const plan = storedPlan(row.plan)
  const deadline = plan.deadlines.find(one => one.code === code && one.isProvisional)
  const before = await setDaysOf(tx, campaign.code)
  if (!deadline || (on === null && !before[code])) return refused(ctx, 'gone')
  if (reason.trim().length < 5) return refused(ctx, 'reasonNeeded')
  const last = campaign.endsOn.add({ months: MONTHS_AFTER }).toString()
  if (on !== null && on < today.toString()) return refused(ctx, 'past')
  if (on !== null && on > last) return { ok: false, say: t('deadlines.tooLate', { last: formatDate(last) }) }

  const { [code]: old, ...others } = before
  const days: SetDays = on === null ? others : { ...others, [code]: { on, setOn: today.toString() } }
  await keepSetDays(tx, campaign.code, days)
  const retention = campaign.plan.retention
  const held = { ...withSetDays(plan, days), retention }
  const { calendar, units } = campaign
  const follows = await settleObligations(tx, campaign.id, held, [...units.values()], calendar, now)
  await cancelFor(tx, [...follows.withdrawn, ...(await quietNow(ctx, provisionalDuties(held)))], 'withdrawn', now)
  await lookAgain(tx, follows.changed)
  // Every instance reads the campaign anew.
  const planHash = createHash('sha256')
    .update(JSON.stringify([row.planHash, days]))
    .digest('hex')
  await tx.campaign.update({ where: { id: campaign.id }, data: { planHash } })
  await writeAudit(
    tx,
    {
      ...{ actorId: ctx.person.id, actorRole: 'PNV', action: on === null ? 'deadline.unset' : 'deadline.set' },
      ...{ subjectType: 'campaign', subjectId: `${campaign.code}:${code}`, reason: reason.trim() },
      ...(old ? { from: old.on } : {}),
      to: on ?? 'PROVISIONAL',
    },
    now,
  )
  const said = { name: deadline.name, day: on === null ? '' : formatDate(on) }
  return { ok: true, say: t(on === null ? 'deadlines.unset' : 'deadlines.set', said) }
}

/** What is owed by a day that is only expected again: what was to be said of it is not. */
async function quietNow({ tx, campaign }: Ctx, dutyCodes: readonly string[]): Promise<string[]> {
  const where = {
    campaignId: campaign.id,
    dutyCode: { in: [...dutyCodes] },
    state: { in: ['OPEN' as const, 'WITH_HEAD' as const] },
  }
  const owed = await tx.obligation.findMany({ where, select: { id: true } })
  return owed.map(({ id }) => id)
}

/** The deadlines that the plan leaves open, with the day that is expected or was set. */
export async function openDeadlines({ tx, campaign }: Ctx) {
  const row = await tx.campaign.findUniqueOrThrow({ where: { id: campaign.id } })
  const days = await setDaysOf(tx, campaign.code)
  const { plan, calendar } = campaign
  return storedPlan(row.plan)
    .deadlines.filter(({ isProvisional }) => isProvisional)
    .map(({ code, name, who, legalText }) => {
      const duty = plan.duties.find(({ due }) => due.kind === 'once' && due.deadline === code)
      const [expected] = duty ? dueDays(plan, duty, calendar) : []
      return { code, name, who, legalText, set: days[code] ?? null, expected: expected?.dueOn.toString() ?? null }
    })
}

function refused(ctx: Ctx, why: string): Done {
  return { ok: false, say: ctx.t(`deadlines.${why}`) }
}
