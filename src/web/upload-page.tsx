import { Page } from './page.tsx'
import type { Visit } from './visit.ts'
import type { Uploads } from './web-parts.ts'

export interface UploadPageProps {
  visit: Visit
  csrf: string
  token: string
  /** The form whose question is answered, in words. */
  form: string
  uploads: Uploads
  problem?: string | undefined
}

/** Takes the files of one question from somebody whose chat cannot carry them. Works without script, in the browser of a chat program. */
export function UploadPage({ visit, csrf, token, form, uploads, problem }: UploadPageProps) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('web.files.title')} room="door">
      <section class="card narrow">
        <h1>{t('web.files.title')}</h1>
        <p>{t('web.files.text', { form })}</p>
        {problem ? (
          <p class="problem" role="alert">
            {problem}
          </p>
        ) : null}
        <form method="post" action={`/gui-tep/${token}`} enctype="multipart/form-data">
          <input type="hidden" name="csrf" value={csrf} />
          <p>
            <label for="tep">{t('web.files.choose')}</label>
            <input id="tep" type="file" name="file" multiple required accept={uploads.accept} />
          </p>
          <button type="submit" class="button primary wide">
            {t('web.files.send')}
          </button>
        </form>
        <p class="hint">{t('web.files.hint', { limit: Math.floor(uploads.maxBytes / 1_048_576) })}</p>
      </section>
    </Page>
  )
}
