import { Page } from './page.tsx'
import type { Visit } from './visit.ts'

/** Asks for one press before a one-time link is used up: previews made by chat platforms open links, but press nothing. */
export function LinkPage({ visit, csrf, token }: { visit: Visit; csrf: string; token: string }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('web.link.title')} room="door">
      <section class="card narrow">
        <h1>{t('web.link.title')}</h1>
        <p>{t('web.link.text')}</p>
        <form method="post" action={`/vao/${token}`}>
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
