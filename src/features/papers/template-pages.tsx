import { dayOf } from '../../clock.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { TagFaults } from '../../documents/word/tags.ts'
import { formatDate } from '../../reading/format.ts'
import type { PaperTemplate } from '../../store/generated/client.ts'
import type { TemplatedPaper } from './kind.ts'

interface TemplatesProps {
  ctx: Ctx
  kinds: readonly TemplatedPaper[]
  own: readonly (PaperTemplate & { changedBy: { fullName: string } })[]
  address: string
}

export function TemplatesPage({ ctx, kinds, own, address }: TemplatesProps) {
  const { t, campaign } = ctx
  const inForce = (code: string) => {
    const changed = own.find(one => one.code === code)
    if (!changed) return t('papers.templates.default')
    const day = formatDate(dayOf(changed.changedAt, campaign.timeZone).toString())
    return t('papers.templates.own', { who: changed.changedBy.fullName, day })
  }
  return (
    <>
      <h1>{t('papers.templates.title')}</h1>
      <p>{t('papers.templates.lead')}</p>
      <table class="records">
        <thead>
          <tr>
            <th scope="col">{t('papers.paper')}</th>
            <th scope="col">{t('papers.templates.inForce')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ code }) => (
            <tr>
              <th scope="row">
                <a class="open" href={`${address}/${code}`}>
                  {t(`papers.${code}.name`)}
                </a>
              </th>
              <td>{inForce(code)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

interface TemplateProps {
  ctx: Ctx
  kind: TemplatedPaper
  isOwn: boolean
  address: string
  csrf: string
  faults: TagFaults | null
  problem: string | null
}

export function TemplatePage({ ctx: { t }, kind, isOwn, address, csrf, faults, problem }: TemplateProps) {
  const action = `${address}/${kind.code}`
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('papers.templates.title')}</a>
      </p>
      <h1>{t('papers.templates.of', { paper: t(`papers.${kind.code}.name`) })}</h1>
      {problem !== null && (
        <div class="flash bad" role="alert">
          <p>{problem}</p>
          {faults && faults.stuck.length > 0 && (
            <ul>
              {faults.stuck.map(words => (
                <li>«{words}»</li>
              ))}
            </ul>
          )}
          <Tags label={t('papers.templates.unknownTags')} tags={faults?.unknown ?? []} />
          <Tags label={t('papers.templates.missingTags')} tags={faults?.missing ?? []} />
        </div>
      )}
      <p>{t(isOwn ? 'papers.templates.isOwn' : 'papers.templates.isDefault')}</p>
      <form class="compose" method="post" action={action}>
        <input type="hidden" name="csrf" value={csrf} />
        <button type="submit" class="button primary" name="viec" value="tai">
          {t('papers.templates.download')}
        </button>{' '}
        {isOwn && (
          <button type="submit" class="button" name="viec" value="mac-dinh">
            {t('papers.templates.giveBack')}
          </button>
        )}
      </form>
      <form class="compose" method="post" action={action} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={csrf} />
        <fieldset>
          <legend>{t('papers.templates.change')}</legend>
          <div class="field">
            <label for="tep">{t('papers.templates.file')}</label>
            <input id="tep" type="file" name="tep" accept=".docx" required />
          </div>
          <label class="choice">
            <input type="checkbox" name="van-dung" value="1" /> {t('papers.templates.useWithout')}
          </label>
          <button type="submit" class="button">
            {t('papers.templates.put')}
          </button>
        </fieldset>
      </form>
    </>
  )
}

function Tags({ label, tags }: { label: string; tags: readonly string[] }) {
  if (tags.length === 0) return null
  return (
    <p>
      {label}: {tags.map(tag => `{${tag}}`).join(', ')}
    </p>
  )
}
