import type { DeskQuery } from '../contract/desk-page.ts'
import type { SavedView } from '../store/generated/client.ts'
import type { Visit } from '../web/visit.ts'
import { listAddress } from './list-address.ts'

interface SavedViewsProps {
  visit: Visit
  path: string
  query: DeskQuery
  views: readonly SavedView[]
}

/** The searches that this person keeps of a list, and the way to keep the present one. */
export function SavedViews({ visit, path, query, views }: SavedViewsProps) {
  const { t } = visit
  const present = searchOf(path, query)
  const open = views.find(view => view.query === present)
  if (views.length === 0 && present === '') return null
  return (
    <div class="saved-views">
      {views.length > 0 && (
        <nav class="chips" aria-label={t('desk.views.title')}>
          {views.map(view => (
            <a href={`${path}?${view.query}`} aria-current={view === open ? 'true' : undefined}>
              {view.name}
            </a>
          ))}
        </nav>
      )}
      {present !== '' && (
        <form method="post" action={`${path}/bo-loc`} class="row">
          <input type="hidden" name="csrf" value={visit.csrf} />
          <input type="hidden" name="dia-chi" value={present} />
          {open ? (
            <>
              <input type="hidden" name="ten" value={open.name} />
              <button type="submit" name="viec" value="bo" class="button">
                {t('desk.views.forget', { name: open.name })}
              </button>
            </>
          ) : (
            <>
              <input
                name="ten"
                maxlength={40}
                required
                aria-label={t('desk.views.name')}
                placeholder={t('desk.views.name')}
              />
              <button type="submit" name="viec" value="giu" class="button">
                {t('desk.views.keep')}
              </button>
            </>
          )}
        </form>
      )}
    </div>
  )
}

/** What stands in the address of a search, its first page. */
export function searchOf(path: string, query: DeskQuery): string {
  return listAddress(path, query, {}).slice(path.length + 1)
}
