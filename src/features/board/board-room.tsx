import type { DeskRoom } from '../../contract/desk-page.ts'
import { cellStates } from '../../figures/cell.ts'
import { mayEver } from '../../people/may.ts'
import { BoardPage } from './board-page.tsx'
import { viewIn } from './board-view.ts'
import { type Looking, lookingAt } from './looking.ts'
import { boardOf } from './matrix.ts'
import { TargetPage } from './target-page.tsx'
import { UnitPage } from './unit-page.tsx'

/** The board: target × unit for a period, on any day; behind it the page of a unit and of a target. */
export const boardRoom: DeskRoom = {
  path: 'bang-so-lieu',
  title: 'board.room.title',
  door: 'figures',
  mayOpen: person => mayEver(person, 'campaign.see') || mayEver(person, 'unit.seeDrafts'),

  answer: async (ctx, request) => {
    const view = viewIn(ctx, request.search)
    const board = await boardOf(ctx, view)
    const looking: Looking = lookingAt(request, view)
    const state = cellStates.find(one => one === request.search.get('tt')) ?? null
    const [kind = '', code = '', ...more] = request.rest.split('/')
    if (request.rest === '') {
      return {
        title: ctx.t('board.room.title'),
        body: () => <BoardPage {...{ ctx, board, view, looking, search: request.search }} />,
      }
    }
    if (more.length > 0) return null
    const row = kind === 'don-vi' ? board.rows.find(({ unitCode }) => unitCode === code) : undefined
    if (row) return { title: row.unitName, body: () => <UnitPage {...{ ctx, row, view, looking, state }} /> }
    const target = kind === 'chi-tieu' ? board.targets.find(one => one.code === code) : undefined
    if (!target) return null
    const group = request.search.get('nhom')
    return {
      title: target.name,
      body: () => <TargetPage {...{ ctx, board, target, view, looking, state, group }} />,
    }
  },
}
