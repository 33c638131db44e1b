import { Page } from './page.tsx'
import type { Visit } from './visit.ts'

interface LinkProps {
  visit: Visit
  csrf: string
  token: string
  /** Where it leads to. */
  to: string | undefined
}

/** Asks for one press before a one-time link is used up: previews made by chat platforms open links, but press nothing. */
export function LinkPage({ visit, csrf, token, to }: LinkProps) {
  const action = to === undefined ? `/vao/${token}` : `/vao/${token}?den=${encodeURIComponent(to)}`
  const { t } = visit
  return (
    <Page visit={visit} title={t('web.link.title')} room="door">
      <section class="card narrow">
        <h1>{t('web.link.title')}</h1>
        <p>{t('web.link.text')}</p>
        <form method="post" action={action}>
          <input type="hidden" name="csrf" value={csrf} />
          <button type="submit" class="button primary wide">
            {t('web.link.enter')}
          </button>
        </form>
        <p class="hint">{t('web.link.hint')}</p>
      </section>
    </Page>
  )
}
