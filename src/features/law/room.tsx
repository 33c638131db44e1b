import { isIsoDay } from '../../campaign/iso-day.ts'
import type { DeskRoom } from '../../contract/desk-page.ts'
import { may } from '../../people/may.ts'
import { LAW_PATH } from './rights.ts'
import { askedOf } from './screens.ts'
import { sectionKeys, sections } from './sections.ts'

/** «Căn cứ pháp lý»: what the law says on a day, which stands in the address, of a dossier received on another one. */
export const lawRoom: DeskRoom = {
  path: LAW_PATH,
  group: 'grounds',
  title: 'law.page.title',
  door: 'praise',
  mayOpen: person => may(person, 'unit.see'),

  answer: async (ctx, { rest, search, address }) => {
    if (rest !== '') return null
    const { t, campaign } = ctx
    const named = (name: string) => (search.get(name) ?? '').trim().slice(0, 10) || undefined
    const [day, receivedOn] = [named('ngay'), named('nhan')]
    const asked = askedOf(ctx, { ...(day ? { day } : {}), ...(receivedOn ? { receivedOn } : {}) })
    const parts = sectionKeys.map(key => ({ key, lines: sections[key](asked, campaign.calendar, t) }))
    const shownDay = (iso: string) => (isIsoDay(iso) ? iso : '')
    return {
      title: t('law.page.title'),
      body: () => (
        <>
          <h1>{t('law.page.title')}</h1>
          <p>{t('law.page.lead')}</p>
          <form class="compose" method="get" action={address}>
            <div class="field">
              <label for="ngay">{t('law.page.day')}</label>
              <input id="ngay" name="ngay" type="date" value={shownDay(asked.day)} />
            </div>
            <div class="field">
              <label for="nhan">{t('law.page.receivedOn')}</label>
              <input id="nhan" name="nhan" type="date" value={receivedOn ? shownDay(receivedOn) : ''} />
            </div>
            <button type="submit">{t('law.page.show')}</button>
          </form>
          {parts.map(({ key, lines }) => (
            <section class="card" aria-labelledby={`phan-${key}`}>
              <h2 id={`phan-${key}`}>{t(`law.sections.${key}`)}</h2>
              {lines.map(line => (
                <p>{line}</p>
              ))}
            </section>
          ))}
        </>
      ),
    }
  },
}
