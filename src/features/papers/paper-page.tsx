import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { ChangedFigure } from '../../documents/changed-figures.ts'
import type { PaperFigure } from '../../documents/figure-book.ts'
import { formatDate } from '../../reading/format.ts'
import { Bases, Gaps } from './new-paper.tsx'
import { stateOf } from './papers-page.tsx'
import type { PaperWithFiles } from './store.ts'

interface PaperProps {
  ctx: Ctx
  paper: PaperWithFiles
  address: string
  csrf: string
  problem: string | null
}

/** One paper: its file, its number, what the signed one says otherwise, and where each figure comes from. */
export function PaperPage({ ctx, paper, address, csrf, problem }: PaperProps) {
  const { t, campaign } = ctx
  const base = address.slice(0, address.lastIndexOf('/desk/'))
  // What this very module has written there.
  const [figures, differences] = [
    paper.figures as unknown as readonly PaperFigure[],
    paper.differences as unknown as readonly ChangedFigure[] | null,
  ]
  const facts = [
    ...(paper.unitCode === null ? [] : [{ name: 'unit', value: unitName(campaign, paper.unitCode) }]),
    { name: 'period', value: periodName(paper.period, t) },
    { name: 'asOf', value: formatDate(paper.asOf) },
    { name: 'state', value: stateOf(ctx, paper) },
    {
      name: 'number',
      value: paper.number === '' ? t('papers.noNumber') : `${paper.number}, ${formatDate(paper.issuedOn ?? '')}`,
    },
  ]
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('papers.title')}</a>
      </p>
      <h1>{t(`papers.${paper.code}.name`)}</h1>
      {problem !== null && (
        <p class="flash bad" role="alert">
          {problem}
        </p>
      )}
      <p>
        <a class="button primary" href={`${base}/files/${paper.fileId}`}>
          {t('papers.download')}
        </a>
        {paper.signed && (
          <>
            {' '}
            <a class="button" href={`${base}/files/${paper.signed.fileId}`}>
              {t('papers.downloadSigned')}
            </a>
          </>
        )}
      </p>
      <dl class="fields">
        {facts.map(({ name, value }) => (
          <div>
            <dt>{t(`papers.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Gaps ctx={ctx} gaps={paper.gaps} />
      <Bases ctx={ctx} />
      <Differences ctx={ctx} differences={differences ?? []} />
      <Afterwards {...{ ctx, paper, address, csrf }} />
      {paper.number !== '' && paper.unitCode === null && (
        <p>
          <a class="button" href={`${base}/desk/gui-van-ban/van-ban/${paper.id}`}>
            {t('papers.toDeliver')}
          </a>
        </p>
      )}
      <h2>{t('papers.figures')}</h2>
      <FigureTable ctx={ctx} figures={figures} desk={`${base}/desk`} />
    </>
  )
}

function Differences({ ctx: { t }, differences }: { ctx: Ctx; differences: readonly ChangedFigure[] }) {
  if (differences.length === 0) return null
  return (
    <section>
      <h2>{t('papers.signed.title', { count: differences.length })}</h2>
      <table class="records">
        <thead>
          <tr>
            {['place', 'madeSaid', 'signedSays'].map(name => (
              <th scope="col">{t(`papers.signed.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map(({ before, after, made, signed }) => (
            <tr>
              <td>
                {before} […] {after}
              </td>
              <td>{made === '' ? t('papers.signed.nothing') : made}</td>
              <td>{signed === '' ? t('papers.signed.nothing') : signed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Two forms: its number, and the signed file. */
function Afterwards({ ctx, paper, address, csrf }: Omit<PaperProps, 'problem'>) {
  const { t, today } = ctx
  const action = `${address}/${paper.id}`
  return (
    <>
      <form class="compose" method="post" action={action}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="viec" value="so" />
        <fieldset>
          <legend>{t('papers.issue')}</legend>
          <div class="field">
            <label for="so">{t('papers.numberAsked')}</label>
            <input id="so" name="so" value={paper.number} maxlength={60} required />
          </div>
          <div class="field">
            <label for="ngay">{t('papers.issuedOn')}</label>
            <input id="ngay" type="date" name="ngay" value={paper.issuedOn ?? ''} max={today.toString()} required />
          </div>
          <button type="submit" class="button">
            {t('papers.keepNumber')}
          </button>
        </fieldset>
      </form>
      <form class="compose" method="post" action={action} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="viec" value="da-ky" />
        <fieldset>
          <legend>{t('papers.bringBack')}</legend>
          <div class="field">
            <label for="tep">{t('papers.signedFile')}</label>
            <input id="tep" type="file" name="tep" accept=".docx,.pdf" required />
          </div>
          <button type="submit" class="button">
            {t('papers.compare')}
          </button>
        </fieldset>
      </form>
    </>
  )
}

function FigureTable({ ctx: { t }, figures, desk }: { ctx: Ctx; figures: readonly PaperFigure[]; desk: string }) {
  return (
    <table class="records">
      <thead>
        <tr>
          {['place', 'figure', 'origin'].map(name => (
            <th scope="col">{t(`papers.register.${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ place, text, origin, path }) => (
          <tr>
            <td>{place}</td>
            <td>{text}</td>
            <td>{path === undefined ? origin : <a href={`${desk}/${path}`}>{origin}</a>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
