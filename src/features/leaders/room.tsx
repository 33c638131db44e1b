import type { DeskRoom } from '../../contract/desk-page.ts'
import { Pieces } from '../../contract/pieces.tsx'
import { cellStates } from '../../figures/cell.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { presentPeriod } from '../board/board-view.ts'
import { boardOf } from '../board/matrix.ts'
import { CellsPage } from './cells-page.tsx'
import { cityPicture, citySum, wordsAreEnough } from './city-sum.ts'
import { dueParts, dueRows } from './due-rows.ts'
import { fiveLines } from './five-lines.ts'
import { OwedPage, overdueRows } from './owed-page.tsx'
import { CELLS, DUE, LEADERS_PATH, OWED, overview, REGISTER, SILENT } from './rights.ts'
import { RegisterPage, SilentPage } from './units-pages.tsx'

/** The page of the leaders: five lines, each leading to its numbers, and the picture of the money. */
export const leadersRoom: DeskRoom = {
  path: LEADERS_PATH,
  title: 'leaders.page',
  door: 'figures',
  mayOpen: person => may(person, overview),

  answer: async (ctx, { rest, address, search }) => {
    const desk = address.slice(0, address.lastIndexOf('/'))
    if (rest === OWED) {
      const rows = await overdueRows(ctx, search.get('viec'))
      const title = ctx.t('leaders.owedPage.title', { count: rows.length })
      return { title, body: () => <OwedPage {...{ ctx, rows, desk, title }} /> }
    }
    if (rest === DUE) {
      const part = dueParts.find(one => one === search.get('loc')) ?? 'all'
      const rows = await dueRows(ctx, part)
      const title = ctx.t(`leaders.duePage.${part}`, { count: rows.length })
      return { title, body: () => <OwedPage {...{ ctx, rows, desk, title }} /> }
    }
    if (rest === CELLS) {
      const state = cellStates.find(one => one === search.get('tt'))
      if (!state) return null
      const board = await boardOf(ctx, { period: presentPeriod(ctx), day: null })
      return { title: ctx.t(`board.cells.${state}`), body: () => <CellsPage {...{ ctx, board, state, desk }} /> }
    }
    if (rest === SILENT) {
      const silent = (await citySum(ctx))?.silent ?? []
      const title = ctx.t('leaders.silentPage', { count: silent.length })
      return { title, body: () => <SilentPage {...{ ctx, units: silent, desk, title }} /> }
    }
    if (rest === REGISTER) {
      const board = await boardOf(ctx, { period: presentPeriod(ctx), day: null })
      return { title: ctx.t('leaders.registerPage'), body: () => <RegisterPage {...{ ctx, board, desk }} /> }
    }
    if (rest !== '') return null
    const sum = await citySum(ctx)
    const lines = await fiveLines(ctx, sum)
    const picture = sum && (await cityPicture(ctx, sum).catch(wordsAreEnough))
    const { t, campaign, today } = ctx
    return {
      title: t('leaders.page'),
      body: () => (
        <>
          <h1>{t('leaders.page')}</h1>
          <p>{t('leaders.title', { name: campaign.plan.identity.name, day: formatDate(today.toString()) })}</p>
          <div class="lines-and-picture">
            <ol>
              {lines.map(({ text, pieces, page }) => (
                <li>
                  <Pieces pieces={pieces} desk={desk} />{' '}
                  <a href={`${desk}/${page}`} aria-label={`${t('leaders.open')}: ${text}`}>
                    {t('leaders.open')}
                  </a>
                </li>
              ))}
            </ol>
            {picture && (
              <p class="picture">
                <img
                  src={`${desk.replace(/\/desk$/, '')}/files/${picture.fileId}`}
                  alt={t('leaders.picture', { line: lines[2]?.text ?? '' })}
                />
              </p>
            )}
          </div>
        </>
      ),
    }
  },
}
