import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { pilotsOf } from '../forecast/pilot.ts'
import { countsFor } from '../initiatives/counts.ts'
import { cut } from '../progress/wording.ts'
import { boardRoom } from './board-room.tsx'
import { presentPeriod } from './board-view.ts'
import { boardTable } from './export.ts'
import { findOnBoard } from './finds.ts'
import { type DutyStanding, standings } from './store.ts'
import { targetsInChat } from './targets-in-chat.ts'

const shownAtOnce = 12

/** `/tiendo`: how far the campaign has come, duty by duty, and which units of this duty still owe. */
async function board(ctx: Ctx): Promise<Outcome> {
  const rows = await standings(ctx)
  const { registered } = await countsFor(ctx.tx, ctx.campaign.id)
  const lines = rows.map(row => `• ${lineOf(ctx, row)}`)
  const sees = mayEver(ctx.person, 'campaign.see')
  const hasForecast = pilotsOf(ctx.campaign).length > 0
  return {
    title: ctx.t('board.title', { name: ctx.campaign.plan.identity.name, year: ctx.campaign.year }),
    text: [
      ...(lines.length > 0 ? [lines.join('\n')] : [ctx.t('board.nothing')]),
      ctx.t('board.initiatives', { registered }),
    ].join('\n\n'),
    choices: [
      ...(sees
        ? rows
            .filter(row => row.owed > 0)
            .map(row => ({
              label: ctx.t('board.who', { duty: nameOf(ctx, row) }),
              go: { to: 'board.owing', args: { duty: row.dutyCode, period: row.period } },
            }))
            .slice(0, 8)
        : []),
      {
        label: ctx.t('board.targets', { period: periodName(presentPeriod(ctx), ctx.t) }),
        go: { to: 'board.targets', args: { period: presentPeriod(ctx) } },
      },
      ...(hasForecast ? [{ label: ctx.t('forecast.board'), go: { to: 'forecast' } }] : []),
      { label: ctx.t('tasks.command.menu'), go: { to: 'tasks' } },
    ],
  }
}

function lineOf(ctx: Ctx, row: DutyStanding): string {
  const isOpen = provisionalDuties(ctx.campaign.plan).includes(row.dutyCode)
  const isByItem = ctx.campaign.plan.duties.some(({ code, due }) => code === row.dutyCode && due.kind === 'perItem')
  const text = ctx.t(isOpen ? 'board.lineProvisional' : isByItem ? 'board.lineOfItems' : 'board.line', {
    duty: nameOf(ctx, row),
    due: formatDate((isByItem ? row.overdueSince : null) ?? row.dueOn),
    met: row.met,
    total: row.met + row.owed,
  })
  const late = row.late > 0 ? ctx.t('board.late', { late: row.late }) : ''
  const overdue =
    !isOpen && row.overdue > 0 ? ctx.t(isByItem ? 'board.overdueItems' : 'board.overdue', { owed: row.overdue }) : ''
  return `${text}${late}${overdue}`
}

function nameOf(ctx: Ctx, row: DutyStanding): string {
  const name = ctx.campaign.plan.duties.find(duty => duty.code === row.dutyCode)?.name ?? row.dutyCode
  return row.period ? `${name} (${periodName(row.period, ctx.t)})` : name
}

async function owing(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  if (!mayEver(ctx.person, 'campaign.see')) return board(ctx)
  const owed = await ctx.tx.obligation.findMany({
    where: {
      campaignId: ctx.campaign.id,
      dutyCode: args.duty ?? '',
      // Each item of a list is a period of its own.
      OR: [{ period: args.period ?? '' }, ...(args.period ? [] : [{ NOT: { about: '' } }])],
      state: { in: ['OPEN', 'WITH_HEAD'] },
    },
    orderBy: { unitCode: 'asc' },
    select: { unitCode: true, state: true, about: true, dueOn: true },
  })
  const from = Number(args.from ?? 0) || 0
  const shown = owed.slice(from, from + shownAtOnce)
  const lines = shown.map(({ unitCode, state, about, dueOn }) => {
    const unit = unitName(ctx.campaign, unitCode)
    const name = about === '' ? unit : `${unit}: ${cut(about)} (${formatDate(dueOn)})`
    return `• ${name}${state === 'WITH_HEAD' ? ` (${ctx.t('tasks.withHead')})` : ''}`
  })
  const rest = owed.length - from - shown.length
  const more = {
    label: ctx.t('board.more', { count: rest }),
    go: { to: 'board.owing', args: { ...args, from: String(from + shownAtOnce) } },
  }
  return {
    title: ctx.t('board.owingTitle', { count: owed.length }),
    text: lines.join('\n') || ctx.t('board.allMet'),
    choices: [...(rest > 0 ? [more] : []), { label: ctx.t('board.command.menu'), go: { to: 'board' } }],
  }
}

export const boardOfCampaign: Feature = {
  name: 'board',
  commands: [{ to: 'board', says: 'board.command', slash: 'tiendo', offeredTo: 'everybody', isHelped: true }],
  routes: { board, 'board.owing': owing, 'board.targets': (ctx, { period = '' }) => targetsInChat(ctx, period) },
  exports: { board: boardTable },
  finds: findOnBoard,
  rooms: [boardRoom],
}
