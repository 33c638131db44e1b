import type { Ctx } from '../../contract/feature.ts'
import { ProblemList } from '../../contract/problem-list.tsx'
import { type LoadName, loadNames } from './loaders.ts'
import type { Looked } from './room.tsx'

interface PageProps {
  ctx: Ctx
  address: string
  csrf: string
  looked: Looked | null
}

/** A form a kind of file; what the last one sent would change stands above them. */
export function LoadPage({ ctx, address, csrf, looked }: PageProps) {
  const { t } = ctx
  const desk = address.slice(0, address.lastIndexOf('/'))
  return (
    <>
      <h1>{t('loads.title')}</h1>
      <p>{t('loads.lead')}</p>
      <ProblemList problems={looked?.problems ?? []} />
      {looked?.preview && <Preview {...{ ctx, address, csrf, looked, preview: looked.preview }} />}
      {loadNames.map(name => (
        <LoadForm {...{ ctx, address, csrf, name }} />
      ))}
      <p>
        <a href={`${desk}/mau-van-ban`}>{t('papers.templates.title')}</a>
      </p>
    </>
  )
}

function Preview({
  ctx: { t },
  address,
  csrf,
  looked: { name },
  preview: { lines, given },
}: Omit<PageProps, 'looked'> & { looked: Looked; preview: NonNullable<Looked['preview']> }) {
  return (
    <section>
      <h2>{t('loads.wouldChange', { what: t(`loads.${name}.title`), file: given.file })}</h2>
      <ul>
        {lines.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <form method="post" action={`${address}/${name}`} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="viec" value="nap" />
        <input type="hidden" name="ten" value={given.file} />
        <input type="hidden" name="nam" value={given.year} />
        <input type="hidden" name="quyet-dinh" value={given.decision} />
        <input type="hidden" name="noi-dung" value={Buffer.from(given.bytes).toString('base64')} />
        <button type="submit" class="button primary">
          {t('loads.load')}
        </button>
      </form>
    </section>
  )
}

const accepted: Readonly<Record<LoadName, string>> = {
  plan: '.yaml,.yml',
  units: '.xlsx,.csv',
  calendar: '.xlsx,.csv,.json',
  ranking: '.xlsx,.csv',
}

function LoadForm({ ctx: { t }, address, csrf, name }: Omit<PageProps, 'looked'> & { name: LoadName }) {
  return (
    <form class="compose" method="post" action={`${address}/${name}`} enctype="multipart/form-data">
      <input type="hidden" name="csrf" value={csrf} />
      <fieldset>
        <legend>{t(`loads.${name}.title`)}</legend>
        <div class="field">
          <label for={`tep-${name}`}>{t('loads.file')}</label>
          <input
            id={`tep-${name}`}
            type="file"
            name="tep"
            accept={accepted[name]}
            required
            aria-describedby={`giup-${name}`}
          />
          <p class="hint" id={`giup-${name}`}>
            {t(`loads.${name}.hint`)}
          </p>
        </div>
        {(name === 'plan' || name === 'ranking') && (
          <div class="field">
            <label for={`nam-${name}`}>{t(`loads.${name}.year`)}</label>
            <input
              id={`nam-${name}`}
              name="nam"
              inputmode="numeric"
              pattern="20[0-9][0-9]"
              required={name === 'ranking'}
            />
          </div>
        )}
        {name === 'ranking' && (
          <div class="field">
            <label for="quyet-dinh">{t('loads.ranking.decision')}</label>
            <input id="quyet-dinh" name="quyet-dinh" maxlength={200} autocomplete="off" />
          </div>
        )}
        <button type="submit" class="button">
          {t('loads.preview')}
        </button>
      </fieldset>
    </form>
  )
}
