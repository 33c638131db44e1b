import type { DeskRoom } from '../../contract/desk-page.ts'
import type { Feature } from '../../contract/feature.ts'
import { canOf } from './can.ts'

/** The same on the web, for everybody who has a desk. */
export const myRightsRoomOver = (features: readonly Feature[]): DeskRoom => ({
  path: 'quyen-cua-toi',
  title: 'myRights.title',
  door: 'house',
  isAside: true,
  mayOpen: person => person.roles.length > 0,

  answer: async (ctx, { rest, form, address }) => {
    if (rest !== '' || form) return null
    const { t } = ctx
    const can = await canOf(ctx, features)
    return {
      title: t('myRights.title'),
      body: () => (
        <>
          <h1>{t('myRights.title')}</h1>
          {can.length === 0 && <p class="empty">{t('myRights.none')}</p>}
          {can.map(({ role, period, does, pages }) => (
            <section>
              <h2>{role}</h2>
              <p>{period}</p>
              <List title={t('myRights.inChat')} lines={does} />
              <List title={t('myRights.onDesk')} lines={pages} />
            </section>
          ))}
          <p>{t('myRights.everybody')}</p>
          <p>
            <a href={`${address.slice(0, address.lastIndexOf('/'))}/viec-theo-vai`}>{t('myRights.duties.title')}</a>
          </p>
        </>
      ),
    }
  },
})

function List({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map(line => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}
