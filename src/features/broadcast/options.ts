import { groupOf } from '../../campaign/competing.ts'
import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import { everyOpen, type OwedRow } from '../../reminders/round/load-round.ts'
import { cut } from '../../reminders/words/cut.ts'
import { subjectOfOwed } from './compose.ts'
import { competingUnits } from './recipients.ts'
import type { Audience } from './rules.ts'

export interface Option {
  value: string
  label: string
}

/** Everything one can choose as an audience now. */
export interface AudienceOptions {
  duties: readonly Option[]
  targets: readonly Option[]
  groups: readonly Option[]
  units: readonly Option[]
}

export async function audienceOptions(ctx: Ctx): Promise<AudienceOptions> {
  const open = await everyOpen(ctx.tx, ctx.campaign, ctx.today.toString())
  const units = competingUnits(ctx)
  const { plan } = ctx.campaign
  return {
    duties: openDuties(ctx, open).map(({ value, label }) => ({ value, label })),
    targets: openTargets(ctx, open),
    groups: plan.participants.collectives.flatMap(({ code, name }) => {
      const count = units.filter(unit => groupOf(plan, unit) === code).length
      return count === 0 ? [] : [{ value: `group:${code}`, label: ctx.t('broadcast.to.group', { name, units: count }) }]
    }),
    units: units.map(({ code, name }) => ({ value: code, label: name })),
  }
}

export interface OpenDuty extends Option {
  duty: string
  period: string
}

/** What is still owed, nearest first, each with the number of units. */
export function openDuties(ctx: Ctx, open: readonly OwedRow[]): OpenDuty[] {
  const byDuty = new Map<string, { first: OwedRow; units: number }>()
  for (const row of open) {
    const key = `${row.duty_code}:${periodOf(row)}`
    const known = byDuty.get(key)
    if (known) known.units++
    else byDuty.set(key, { first: row, units: 1 })
  }
  return [...byDuty].map(([key, { first, units }]) => ({
    value: `duty:${key}`,
    label: ctx.t('broadcast.to.duty', {
      what: cut(subjectOfOwed(ctx, first).duty, 90),
      day: formatDate(first.due_on),
      units,
    }),
    duty: first.duty_code,
    period: periodOf(first),
  }))
}

/** What is owed item by item is written about as one. */
export function periodOf({ period, about }: Pick<OwedRow, 'period' | 'about'>): string {
  return about === '' ? period : ''
}

function openTargets(ctx: Ctx, open: readonly OwedRow[]): Option[] {
  const units = new Map<string, Set<string>>()
  for (const row of open) {
    for (const code of row.targets) {
      const owing = units.get(code) ?? new Set<string>()
      units.set(code, owing.add(row.unit_code))
    }
  }
  return ctx.campaign.plan.targets.flatMap(({ code, name }) => {
    const owing = units.get(code)?.size ?? 0
    if (owing === 0) return []
    return [
      {
        value: `target:${code}`,
        label: ctx.t('broadcast.to.target', { name, units: owing }),
      },
    ]
  })
}

/** The audience in one line, as it is told afterwards. */
export function audienceInWords(ctx: Ctx, audience: Audience): string {
  const { to } = audience
  const { plan } = ctx.campaign
  const roles = audience.roles.map(role => ctx.t(`broadcast.roles.${role}`)).join(', ')
  const say = (key: string, params: Record<string, string | number> = {}) =>
    ctx.t(`broadcast.told.${key}`, { roles, ...params })
  switch (to.of) {
    case 'duty': {
      const duty = plan.duties.find(one => one.code === to.duty)
      const what = duty ? subjectOfDuty(ctx, to.duty, to.period) : to.duty
      return say('duty', { what })
    }
    case 'target':
      return say('target', {
        what: plan.targets.find(target => target.code === to.target)?.name ?? to.target,
      })
    case 'group':
      return say('group', {
        name: plan.participants.collectives.find(group => group.code === to.group)?.name ?? to.group,
      })
    case 'units':
      return say('units', { units: to.units.map(code => unitName(ctx.campaign, code)).join('; ') })
    case 'all':
      return say('all')
  }
}

function subjectOfDuty(ctx: Ctx, duty: string, period: string): string {
  const row = {
    id: '',
    unit_code: '',
    acting_unit: '',
    duty_code: duty,
    period,
    targets: [],
    about: '',
    due_on: '',
    returned_on: null,
  }
  return subjectOfOwed(ctx, { ...row, state: 'OPEN' }).what
}
