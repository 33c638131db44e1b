import { periodName } from '../../campaign/period-name.ts'
import type { Ctx, Screen } from '../../contract/feature.ts'
import { boardRoom } from './board-room.tsx'
import { boardPeriods, presentPeriod } from './board-view.ts'
import { columnOf, countsOf } from './counts.ts'
import { boardOf } from './matrix.ts'

/** The board in words: each target with how many units stand where; another period by its button. */
export async function targetsInChat(ctx: Ctx, asked: string): Promise<Screen> {
  const periods = boardPeriods(ctx)
  const period = periods.find(one => one === asked) ?? presentPeriod(ctx)
  const board = await boardOf(ctx, { period, day: null })
  const lines = board.targets.flatMap(({ code, name }) => {
    const counts = countsOf(columnOf(board, code)).filter(([state]) => state !== 'NOT_APPLICABLE')
    const words = counts.map(([state, count]) =>
      ctx.t('board.targetCount', { count, state: ctx.t(`board.cells.${state}`) }),
    )
    return words.length > 0 ? [`• ${ctx.t('board.targetLine', { name, counts: words.join(', ') })}`] : []
  })
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
