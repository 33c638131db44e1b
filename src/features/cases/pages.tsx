import { unitName } from '../../campaign/names.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { type Case, caseStates } from './case.ts'
import type { exportsAsked } from './exports.ts'
import { caseRights } from './rights.ts'

interface Listed {
  ctx: Ctx
  cases: readonly Case[]
  wanted: Awaited<ReturnType<typeof exportsAsked>>
  address: string
  csrf: string
}

/** All cases with unit, day and state; what happened is on the page of each. */
export function CasesPage({ ctx, cases, wanted, address, csrf }: Listed) {
  const { t, campaign, person } = ctx
  return (
    <>
      <h1>{t('case.title')}</h1>
      <p>{t('case.lead')}</p>
      {may(person, caseRights.keep) && (
        <p>
          <a class="button primary" href={`${address}/moi`}>
            {t('case.new')}
          </a>
        </p>
      )}
      {cases.length === 0 ? (
        <p class="empty">{t('case.none')}</p>
      ) : (
        <table class="records">
          <thead>
            <tr>
              {['code', 'unit', 'happenedOn', 'state'].map(name => (
                <th scope="col">{t(`case.fields.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map(({ caseId, code, content }) => (
              <tr>
                <th scope="row">
                  <a href={`${address}/${caseId}`}>{code}</a>
                </th>
                <td>{content ? unitName(campaign, content.unitCode) : t('case.unreadable')}</td>
                <td>{content && formatDate(content.happenedOn)}</td>
                <td>{content && t(`case.states.${content.state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{t('case.export.title')}</h2>
      <p>{t('case.export.lead')}</p>
      <ul class="plain">
        {wanted.map(({ id, why, askedById, askedBy, askedAt, agreedAt }) => (
          <li>
            <p>{t('case.export.line', { who: askedBy.fullName, at: ctx.localTime(askedAt), why })}</p>
            {agreedAt === null && askedById !== person.id && (
              <Press {...{ to: `${address}/dong-y`, id, csrf, label: t('case.export.agree') }} />
            )}
            {agreedAt !== null && askedById === person.id && (
              <Press {...{ to: `${address}/tai`, id, csrf, label: t('case.export.take') }} />
            )}
          </li>
        ))}
      </ul>
      <form class="compose" method="post" action={`${address}/xuat`}>
        <input type="hidden" name="csrf" value={csrf} />
        <label>
          {t('case.export.why')}
          <input type="text" name="ly-do" required minlength={5} maxlength={500} />
        </label>
        <button type="submit" class="button">
          {t('case.export.ask')}
        </button>
      </form>
    </>
  )
}

function Press({ to, id, csrf, label }: { to: string; id: string; csrf: string; label: string }) {
  return (
    <form method="post" action={to}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="id" value={id} />
      <button type="submit" class="button">
        {label}
      </button>
    </form>
  )
}

interface Opened {
  ctx: Ctx
  known: Case | null
  mayKeep: boolean
  address: string
  csrf: string
}

/** One case, whole; those who keep the register change it here, and what stood before stays. */
export function CasePage({ ctx, known, mayKeep, address, csrf }: Opened) {
  const { t, campaign, today } = ctx
  const content = known?.content ?? null
  const field = (name: string) => t(`case.fields.${name}`)
  if (known && !content)
    return (
      <>
        <h1>{known.code}</h1>
        <p class="problems">{t('case.unreadable')}</p>
      </>
    )
  const units = [...campaign.units.values()].filter(
    unit => existsOn(unit, today.toString()) || unit.code === content?.unitCode,
  )
  return (
    <>
      <p>
        <a href={address}>{t('case.title')}</a>
      </p>
      <h1>{known?.code ?? t('case.new')}</h1>
      <p>{t('case.secret')}</p>
      <form class="compose" method="post" action={`${address}/${known?.caseId ?? 'moi'}`} autocomplete="off">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="ban" value={String(known?.version ?? 0)} />
        <label>
          {field('unit')}
          <select name="don-vi" required>
            <option value="" />
            {units.map(({ code, name }) => (
              <option value={code} selected={code === content?.unitCode}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {field('people')}
          <input type="text" name="nguoi" maxlength={500} value={content?.people.join('; ') ?? ''} />
        </label>
        <label>
          {field('happenedOn')}
          <input type="date" name="ngay" required max={today.toString()} value={content?.happenedOn ?? ''} />
        </label>
        <label>
          {field('what')}
          <textarea name="noi-dung" required minlength={5} maxlength={5_000} rows={5}>
            {content?.what ?? ''}
          </textarea>
        </label>
        <label>
          {field('state')}
          <select name="trang-thai" required>
            {caseStates.map(state => (
              <option value={state} selected={state === content?.state}>
                {t(`case.states.${state}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {field('conclusion')}
          <textarea name="ket-luan" maxlength={5_000} rows={3}>
            {content?.conclusion ?? ''}
          </textarea>
        </label>
        <label>
          {field('handling')}
          <textarea name="xu-ly" maxlength={2_000} rows={2}>
            {content?.handling ?? ''}
          </textarea>
        </label>
        <label>
          {field('concludedOn')}
          <input type="date" name="ngay-ket-luan" max={today.toString()} value={content?.concludedOn ?? ''} />
        </label>
        {mayKeep && (
          <button type="submit" class="button primary">
            {t('case.keep')}
          </button>
        )}
      </form>
    </>
  )
}
