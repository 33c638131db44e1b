import type { Alike } from '../contract/desk-page.ts'
import type { Visit } from '../web/visit.ts'

interface AlikeProps {
  visit: Visit
  /** Null: they were not asked for. */
  found: readonly Alike[] | null
  /** Where they are asked for. */
  address: string
}

/** Records that are much like the opened one: looked for when asked, then question by question beside it. */
export function AlikeOnes({ visit: { t, base }, found, address }: AlikeProps) {
  if (found === null)
    return (
      <p>
        <a href={address}>{t('desk.record.findAlike')}</a>
      </p>
    )
  return (
    <section aria-labelledby="tuong-tu" id="tuong-tu-muc">
      <h2 id="tuong-tu">{t('desk.record.alike', { count: found.length })}</h2>
      {found.length === 0 && <p class="empty">{t('desk.record.noneAlike')}</p>}
      {found.map(({ title, page, rows }) => (
        <table class="records compared">
          <caption>
            <a href={`${base}/desk/${page}`}>{title}</a>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('desk.record.question')}</th>
              <th scope="col">{t('desk.record.thisOne')}</th>
              <th scope="col">{t('desk.record.otherOne')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, own, other }) => (
              <tr class={own === other ? 'same' : undefined}>
                <th scope="row">{label}</th>
                <td data-label={t('desk.record.thisOne')}>{own}</td>
                <td data-label={t('desk.record.otherOne')}>{own === other ? t('desk.record.same') : other}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  )
}
