import type { DeskRoom } from '../../contract/desk-page.ts'
import { may } from '../../people/may.ts'
import { fold } from '../../reading/text.ts'
import { documentOf } from './document.ts'
import { addPaper, removePaper } from './keep-paper.ts'
import { anchorOf, LIBRARY_PATH, lawUntold, libraryOf } from './library.ts'
import { keepLibrary, shelfOf } from './shelf.ts'
import { NewPaper, PapersOf } from './shelf-parts.tsx'

const longest = 200

/** «Thư viện văn bản»: what the plan rests on and names, found by words; the plan itself where the office has loaded it. */
export const libraryRoom: DeskRoom = {
  path: LIBRARY_PATH,
  title: 'about.library.title',
  door: 'papers',
  mayOpen: person => may(person, 'unit.see'),

  answer: async (ctx, request) => {
    const { rest, search, address, csrf, form } = request
    const mayKeep = may(ctx.person, keepLibrary)
    if (form) {
      if (!mayKeep) return null
      return rest === 'them' ? addPaper(ctx, request, form) : rest === 'bo' ? removePaper(ctx, request, form) : null
    }
    if (rest !== '') return null
    const shelf = await shelfOf(ctx)
    const { t, tx, campaign } = ctx
    const asked = (search.get('q') ?? '').normalize('NFC').trim().slice(0, longest)
    const words = fold(asked).split(' ').filter(Boolean)
    const isHeld = (text: string) => words.every(word => fold(text).includes(word))
    const shown = libraryOf(ctx)
      .map((one, at) => ({ ...one, anchor: anchorOf(at) }))
      .filter(({ told }) => isHeld(told))
    const untold = lawUntold(ctx)
    const plan = await documentOf(tx, campaign.id)
    const base = address.slice(0, address.lastIndexOf('/desk/'))
    const own = { t, base, address, csrf, mayKeep }
    return {
      title: t('about.library.title'),
      body: () => (
        <>
          <h1>{t('about.library.title')}</h1>
          <p>{t('about.library.lead')}</p>
          {plan && (
            <p>
              <a href={`${base}/files/${plan.fileId}`}>{t('about.library.plan', { name: plan.name })}</a>
            </p>
          )}
          <search>
            <form class="search" method="get" action={address}>
              <div class="field grow">
                <label for="tim-van-ban">{t('about.library.words')}</label>
                <input id="tim-van-ban" type="search" name="q" value={asked} />
              </div>
              <button type="submit" class="button">
                {t('about.library.find')}
              </button>
            </form>
          </search>
          {shown.length === 0 && <p class="empty">{t('about.library.none')}</p>}
          <ul class="spaced">
            {shown.map(({ anchor, told, code }) => (
              <li id={anchor}>
                {told}
                <PapersOf {...{ ...own, papers: shelf.filter(({ basis }) => code !== '' && basis === code) }} />
              </li>
            ))}
          </ul>
          <h2>{t('about.shelf.own')}</h2>
          <PapersOf {...{ ...own, papers: shelf.filter(({ basis, title }) => basis === '' && isHeld(title)) }} />
          {mayKeep && <NewPaper {...{ ctx, address, csrf }} />}
          {untold && <p>{untold}</p>}
        </>
      ),
    }
  },
}
