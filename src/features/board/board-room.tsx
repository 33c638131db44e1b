import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { cellStates } from '../../figures/cell.ts'
import { mayEver } from '../../people/may.ts'
import { ownCriteria } from '../criteria/own-criteria.ts'
import { BoardPage } from './board-page.tsx'
import { type Choice, choiceIn, viewIn } from './board-view.ts'
import { CURVES, CurvePage } from './curve-page.tsx'
import { boardSheet } from './export.ts'
import { LeaguePage } from './league-page.tsx'
import { type Looking, lookingAt } from './looking.ts'
import { MadePage } from './made-page.tsx'
import { type Board, type BoardView, boardOf, boardOfUnit } from './matrix.ts'
import { narrowed } from './narrowed.ts'
import { PrintPage } from './print-page.tsx'
import { TargetPage } from './target-page.tsx'
import { UnitPage } from './unit-page.tsx'
import { curvesOf } from './units-curves.ts'
import { WithoutPage } from './without-page.tsx'

/** The board: target × unit for a period, on any day; behind it the pages of a unit, of a target, and of what a figure is made of. */
export const boardRoom: DeskRoom = {
  path: 'bang-so-lieu',
  title: 'board.room.title',
  door: 'figures',
  isFirst: true,
  mayOpen: person => mayEver(person, 'campaign.see') || mayEver(person, 'unit.seeDrafts'),
  sheet: async (ctx, { rest, search }) => {
    if (rest !== '') return null
    const choice = choiceIn(ctx, viewIn(ctx, search), search)
    return boardSheet(ctx, await boardsAsked(ctx, viewIn(ctx, search), choice), choice.isOnlyOpen)
  },
  answer: (ctx, request) => (request.rest === CURVES ? curves(ctx, request) : onBoard(ctx, request)),
}

/** The board that is looked at, and the other period where one stands beside it. */
async function boardsAsked(ctx: Ctx, view: BoardView, choice: Choice): Promise<Board[]> {
  return [narrowed(await boardOf(ctx, view), choice), ...(await boardBeside(ctx, view, choice))]
}

async function boardBeside(ctx: Ctx, view: BoardView, choice: Choice): Promise<Board[]> {
  if (choice.beside === null) return []
  return [narrowed(await boardOf(ctx, { ...view, period: choice.beside }), choice)]
}

async function curves(ctx: Ctx, request: RoomRequest): Promise<RoomAnswer> {
  const asked = request.search.get('den') ?? ''
  const until = /^\d{4}-\d\d-\d\d$/.test(asked) && asked < ctx.today.toString() ? asked : null
  const found = await curvesOf(ctx, until ?? ctx.today.toString())
  const looking = lookingAt(request, viewIn(ctx, request.search))
  return { title: ctx.t('board.curve.title'), body: () => <CurvePage {...{ ctx, curves: found, looking, until }} /> }
}

async function onBoard(ctx: Ctx, request: RoomRequest): Promise<RoomAnswer | null> {
  const view = viewIn(ctx, request.search)
  const choice = choiceIn(ctx, view, request.search)
  const looking: Looking = lookingAt(request, view)
  const state = cellStates.find(one => one === request.search.get('tt')) ?? null
  const [kind = '', code = '', part, ...more] = request.rest.split('/')
  if (more.length > 0) return null
  const whole = kind === 'don-vi' ? await boardOfUnit(ctx, view, code) : await boardOf(ctx, view)
  const board = narrowed(whole, choice)
  if (request.rest === '') {
    const besideView = choice.beside === null ? null : { ...view, period: choice.beside }
    const beside = await boardBeside(ctx, view, choice)
    const lookings = [looking, ...(besideView ? [lookingAt(request, besideView)] : [])]
    const units = board.rows.map(({ unitCode }) => unitCode)
    const own = (await ownCriteria(ctx, units, view.day)).length
    return {
      title: ctx.t('board.room.title'),
      body: () => <BoardPage {...{ ctx, boards: [board, ...beside], view, choice, lookings, own }} />,
    }
  }
  if (request.rest === 'in')
    return { title: ctx.t('board.print.title'), body: () => <PrintPage {...{ ctx, board, view, looking }} /> }
  if (request.rest === 'nhom')
    return { title: ctx.t('board.league.title'), body: () => <LeaguePage {...{ ctx, board, view, looking }} /> }
  if (request.rest === 'khong-ap-dung')
    return { title: ctx.t('board.room.withoutTitle'), body: () => <WithoutPage {...{ ctx, board, looking }} /> }
  if (kind === 'don-vi') {
    const row = board.rows.find(({ unitCode }) => unitCode === code)
    const cell = part === undefined ? undefined : row?.cells.find(({ target }) => target.code === part)
    if (row && cell) return { title: cell.target.name, body: () => <MadePage {...{ ctx, row, cell, view, looking }} /> }
    if (!row || part !== undefined) return null
    const own = await ownCriteria(ctx, [code], view.day)
    return { title: row.unitName, body: () => <UnitPage {...{ ctx, row, view, looking, state, own }} /> }
  }
  const target = kind === 'chi-tieu' && part === undefined ? board.targets.find(one => one.code === code) : undefined
  if (!target) return null
  return {
    title: target.name,
    body: () => <TargetPage {...{ ctx, board, target, view, looking, state, group: choice.group }} />,
  }
}
