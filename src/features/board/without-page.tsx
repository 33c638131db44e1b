import type { Ctx } from '../../contract/feature.ts'
import type { Looking } from './looking.ts'
import type { Board } from './matrix.ts'
import { UnitLinks } from './parts.tsx'

/** Units to which no target applies in the period. */
export function WithoutPage({ ctx, board, looking }: { ctx: Ctx; board: Board; looking: Looking }) {
  const units = board.rows
    .filter(({ cells }) => cells.every(({ state }) => state === 'NOT_APPLICABLE'))
    .map(({ unitCode }) => unitCode)
  return (
    <>
      <p class="crumbs">
        <a href={looking.to('')}>{ctx.t('board.room.title')}</a>
      </p>
      <h1>{ctx.t('board.room.withoutTitle')}</h1>
      <UnitLinks {...{ ctx, units, looking }} />
    </>
  )
}
