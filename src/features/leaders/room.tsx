import type { DeskRoom } from '../../contract/desk-page.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { cityPicture, citySum, wordsAreEnough } from './city-sum.ts'
import { fiveLines } from './five-lines.ts'
import { OwedPage, overdueRows } from './owed-page.tsx'
import { LEADERS_PATH, OWED, overview } from './rights.ts'

/** The page of the leaders: five lines, each leading to its numbers, and the picture of the money. */
export const leadersRoom: DeskRoom = {
  path: LEADERS_PATH,
  title: 'leaders.page',
  door: 'figures',
  mayOpen: person => may(person, overview),

  answer: async (ctx, { rest, address, search }) => {
    if (rest === OWED) {
      const rows = await overdueRows(ctx, search.get('viec'))
      const desk = address.slice(0, address.lastIndexOf('/'))
      const title = ctx.t('leaders.owedPage.title', { count: rows.length })
      return { title, body: () => <OwedPage {...{ ctx, rows, desk }} /> }
    }
    if (rest !== '') return null
    const sum = await citySum(ctx)
    const lines = await fiveLines(ctx, sum)
    const picture = sum && (await cityPicture(ctx, sum).catch(wordsAreEnough))
    const desk = address.slice(0, address.lastIndexOf('/'))
    const { t, campaign, today } = ctx
    return {
      title: t('leaders.page'),
      body: () => (
        <>
          <h1>{t('leaders.page')}</h1>
          <p>{t('leaders.title', { name: campaign.plan.identity.name, day: formatDate(today.toString()) })}</p>
          <div class="lines-and-picture">
            <ol>
              {lines.map(({ text, page }) => (
                <li>
                  {text}{' '}
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
