import type { Ctx } from '../../contract/feature.ts'
import type { Found } from '../../contract/found.ts'

interface SearchProps {
  ctx: Ctx
  asked: string
  found: readonly Found[]
  address: string
  desk: string
}

export function SearchPage({ ctx: { t }, asked, found, address, desk }: SearchProps) {
  const groups = [...new Set(found.map(({ group }) => group))]
  return (
    <>
      <h1>{t('search.title')}</h1>
      <search>
        <form class="search" method="get" action={address}>
          <div class="field grow">
            <label for="tim">{t('search.what')}</label>
            <input id="tim" type="search" name="q" value={asked} placeholder={t('search.hint')} />
          </div>
          <button type="submit" class="button">
            {t('search.find')}
          </button>
        </form>
      </search>
      {asked !== '' && (
        <p class="total" role="status">
          {found.length === 0 ? t('search.nothing', { asked }) : t('search.found', { count: found.length })}
        </p>
      )}
      {groups.map(group => (
        <section class="found">
          <h2>{group}</h2>
          <ul>
            {found
              .filter(one => one.group === group)
              .map(({ title, more, page }) => (
                <li>
                  <a href={`${desk}/${page}`}>{title}</a>
                  {more !== '' && <span class="more"> {more}</span>}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
