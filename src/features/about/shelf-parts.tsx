import type { Ctx } from '../../contract/feature.ts'
import type { Shelved } from './shelf.ts'

interface Papers {
  t: Ctx['t']
  papers: readonly Shelved[]
  base: string
  address: string
  csrf: string
  mayKeep: boolean
}

/** Files and links beside what they are of; an officer takes one out again. */
export function PapersOf({ t, papers, base, address, csrf, mayKeep }: Papers) {
  if (papers.length === 0) return null
  return (
    <ul class="plain">
      {papers.map(({ id, title, link, file }) => (
        <li>
          {title !== '' && <>{title} </>}
          {file && <a href={`${base}/files/${file.fileId}`}>{t('about.shelf.file', { name: file.name })}</a>}{' '}
          {link !== null && (
            <a href={link} rel="noopener noreferrer">
              {t('about.shelf.link', { link })}
            </a>
          )}
          {mayKeep && (
            <form method="post" action={`${address}/bo`}>
              <input type="hidden" name="csrf" value={csrf} />
              <input type="hidden" name="id" value={id} />
              <button type="submit" class="button">
                {t('about.shelf.remove')}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The way in for one more. */
export function NewPaper({ ctx, address, csrf }: { ctx: Ctx; address: string; csrf: string }) {
  const { t, campaign } = ctx
  return (
    <form class="compose" method="post" action={`${address}/them`} enctype="multipart/form-data">
      <h2>{t('about.shelf.new')}</h2>
      <p>{t('about.shelf.lead')}</p>
      <input type="hidden" name="csrf" value={csrf} />
      <label>
        {t('about.shelf.of')}
        <select name="van-ban">
          <option value="">{t('about.shelf.ownPaper')}</option>
          {campaign.plan.legalBases.map(({ code, documentType, number, abstract }) => (
            <option value={code}>{[documentType, number ?? abstract].join(' ').slice(0, 90)}</option>
          ))}
        </select>
      </label>
      <label>
        {t('about.shelf.title')}
        <input type="text" name="ten" maxlength={300} />
      </label>
      <label>
        {t('about.shelf.address')}
        <input type="url" name="lien-ket" maxlength={2_000} />
      </label>
      <label>
        {t('about.shelf.upload')}
        <input type="file" name="tep" />
      </label>
      <button type="submit" class="button primary">
        {t('about.shelf.add')}
      </button>
    </form>
  )
}
