import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Target } from '../../campaign/target.ts'
import type { Ctx, Screen } from '../../contract/feature.ts'
import { isShareOfUnits, sumOver } from '../../figures/sum.ts'
import { boardRoom } from './board-room.tsx'
import { boardPeriods, presentPeriod } from './board-view.ts'
import { columnOf, countsOf } from './counts.ts'
import { type Board, boardOf } from './matrix.ts'
import { sumShown } from './sum-shown.ts'

/** The board in words: each target with how many units stand where; another period by its button. */
export async function targetsInChat(ctx: Ctx, asked: string): Promise<Screen> {
  const periods = boardPeriods(ctx)
  const period = periods.find(one => one === asked) ?? presentPeriod(ctx)
  const board = await boardOf(ctx, { period, day: null })
  const lines = board.targets.flatMap(target => lineOf(ctx, board, target))
  return {
    title: ctx.t('board.targetsTitle', { period: periodName(period, ctx.t) }),
    text: lines.length > 0 ? lines.join('\n') : ctx.t('board.room.empty'),
    ...(boardRoom.mayOpen(ctx.person)
      ? {
          links: [{ label: ctx.t('board.targetsOnDesk'), url: `${ctx.publicUrl}/desk/${boardRoom.path}?ky=${period}` }],
        }
      : {}),
    choices: periods
      .filter(one => one !== period)
      .map(one => ({ label: periodName(one, ctx.t), go: { to: 'board.targets', args: { period: one } } })),
  }
}

/** How many units stand where; of a share of units the share, and the names of those behind the gap. */
function lineOf(ctx: Ctx, board: Board, target: Target): string[] {
  const { code, name } = target
  const cells = columnOf(board, code)
  const counts = countsOf(cells).filter(([state]) => state !== 'NOT_APPLICABLE')
  if (counts.length === 0) return []
  const words = counts.map(([state, count]) =>
    ctx.t('board.targetCount', { count, state: ctx.t(`board.cells.${state}`) }),
  )
  const line = ctx.t('board.targetLine', { name, counts: words.join(', ') })
  const sum = sumOver(target, cells)
  if (!isShareOfUnits(target) || sum.missing.length === 0) return [`• ${line}`]
  const named = sum.missing.slice(0, namedAtMost).map(unit => unitName(ctx.campaign, unit))
  const more = sum.missing.length - named.length
  const names = more > 0 ? ctx.t('board.andMore', { names: named.join('; '), count: more }) : named.join('; ')
  const value = sumShown(ctx, target, sum)
  return [`• ${ctx.t('board.targetLineGap', { name, value, count: sum.missing.length, names })}`]
}

/** Names of units in one line of a chat. */
const namedAtMost = 3
