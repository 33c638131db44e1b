import { unitName } from '../../campaign/names.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { versionOf } from '../../records/store.ts'
import { initiativeKinds, parFields } from '../initiatives/classification.ts'
import { replication } from '../replications/kind.ts'
import { modelCalled, modelsFound } from './models.ts'
import { aboutLines, contentOf, fieldName, kindName, lineageInWords, soughtIn } from './screens.ts'

const size = 30
const longest = 120

/** «Danh mục mô hình» on the web: every known person of the campaign searches it by words, field and kind. */
export const catalogueRoom: DeskRoom = {
  path: 'mo-hinh',
  title: 'models.page',
  door: 'records',
  mayOpen: () => true,
  answer: (ctx, request) => (request.rest === '' ? listed(ctx, request) : opened(ctx, request)),
}

async function listed(ctx: Ctx, { search, address }: RoomRequest): Promise<RoomAnswer> {
  const { t, campaign } = ctx
  const asked = (name: string) => (search.get(name) ?? '').normalize('NFC').trim().slice(0, longest)
  const sought = soughtIn({ words: asked('q'), field: asked('linh-vuc'), kind: asked('loai') })
  const page = Math.max(1, Number(search.get('trang')) || 1)
  const { total, models } = await modelsFound(ctx, sought, { from: (page - 1) * size, size })
  const next = new URLSearchParams({
    q: sought.words,
    'linh-vuc': sought.field,
    loai: sought.kind,
    trang: String(page + 1),
  })
  const choice = (
    id: string,
    label: string,
    chosen: string,
    codes: readonly string[],
    nameOf: (code: string) => string,
  ) => (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        <option value="">{t('models.any')}</option>
        {codes.map(code => (
          <option value={code} selected={code === chosen}>
            {nameOf(code)}
          </option>
        ))}
      </select>
    </div>
  )
  return {
    title: t('models.page'),
    body: () => (
      <>
        <h1>{t('models.page')}</h1>
        <p>{t('models.lead')}</p>
        <search>
          <form class="search" method="get" action={address}>
            <div class="field grow">
              <label for="q">{t('models.words')}</label>
              <input id="q" type="search" name="q" value={sought.words} />
            </div>
            {choice('linh-vuc', t('initiative.form.parField.label'), sought.field, parFields, code =>
              fieldName(t, code),
            )}
            {choice('loai', t('initiative.form.kind.label'), sought.kind, initiativeKinds, code => kindName(t, code))}
            <button type="submit" class="button">
              {t('models.find')}
            </button>
          </form>
        </search>
        {models.length === 0 ? (
          <p class="empty">{t(Object.values(sought).some(one => one !== '') ? 'models.none' : 'models.empty')}</p>
        ) : (
          <table class="records">
            <caption>{t('models.title', { total })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('models.columns.model')}</th>
                <th scope="col">{t('records.page.unit')}</th>
                <th scope="col">{t('initiative.form.kind.label')}</th>
                <th scope="col">{t('initiative.form.parField.label')}</th>
                <th scope="col">{t('models.columns.taken')}</th>
                <th scope="col">{t('models.columns.effective')}</th>
              </tr>
            </thead>
            <tbody>
              {models.map(({ code, title, unitCode, kind, field, isOutstanding, taken, effective }) => (
                <tr>
                  <th scope="row">
                    <a href={`${address}/${code}`}>{`${code} ${title}`}</a>
                    {isOutstanding && <> ({t('models.outstanding')})</>}
                  </th>
                  <td>{unitName(campaign, unitCode)}</td>
                  <td>{kindName(t, kind)}</td>
                  <td>{fieldName(t, field)}</td>
                  <td>{taken}</td>
                  <td>{effective}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {total > page * size && (
          <p>
            <a href={`${address}?${next}`}>{t('models.more', { rest: total - page * size })}</a>
          </p>
        )}
      </>
    ),
  }
}

async function opened(ctx: Ctx, { rest, address }: RoomRequest): Promise<RoomAnswer | null> {
  const { t, tx } = ctx
  const model = await modelCalled(ctx, rest)
  if (!model) return null
  const record = await tx.record.findUniqueOrThrow({ where: { id: model.id } })
  const answers = contentOf(ctx, await versionOf(tx, record.id, record.passedVersion))
  const lineage = await lineageInWords(ctx, model)
  const about = aboutLines(ctx, model)
  const title = t('models.showTitle', { code: model.code, title: model.title })
  return {
    title,
    body: () => (
      <>
        <p>
          <a href={address}>{t('models.back')}</a>
        </p>
        <h1>{title}</h1>
        {about.map(line => (
          <p>{line}</p>
        ))}
        <dl>
          {answers.map(({ label, value }) => (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ))}
        </dl>
        <h2>{t('models.lineage')}</h2>
        <ul>
          {lineage.map(line => (
            <li>{line}</li>
          ))}
        </ul>
        {mayEver(ctx.person, replication.rights.write) && <p>{t('models.howToTake', { code: model.code })}</p>}
      </>
    ),
  }
}
