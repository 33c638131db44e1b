import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { StopFact } from '../../store/generated/client.ts'
import { nomination } from './kind.ts'
import type { GivenList } from './stop-facts.ts'
import type { matchesOf } from './stop-matches.ts'

type Matches = Awaited<ReturnType<typeof matchesOf>>

interface Shown {
  ctx: Ctx
  facts: readonly StopFact[]
  matches: Matches
  problems: readonly string[]
  address: string
  csrf: string
}

/** Those that hold, whom they are about, and the way in for a new list. */
export function StopPage({ ctx, facts, matches, problems, address, csrf }: Shown) {
  const { t } = ctx
  return (
    <>
      <h1>{t('nomination.stop.title')}</h1>
      <p>{t('nomination.stop.lead')}</p>
      {problems.length > 0 && (
        <ul class="problems" role="alert">
          {problems.map(problem => (
            <li>{problem}</li>
          ))}
        </ul>
      )}
      <form class="compose" method="post" action={`${address}/xem`} enctype="multipart/form-data">
        <h2>{t('nomination.stop.new')}</h2>
        <input type="hidden" name="csrf" value={csrf} />
        <label>
          {t('nomination.stop.agency')}
          <input type="text" name="co-quan" required maxlength={200} />
        </label>
        <label>
          {t('nomination.stop.givenOn')}
          <input type="date" name="ngay" required value={ctx.today.toString()} />
        </label>
        <label>
          {t('nomination.stop.expiresOn')}
          <input type="date" name="den-ngay" required />
        </label>
        <label>
          {t('nomination.stop.list')}
          <input type="file" name="tep" required accept=".xlsx,.csv" />
        </label>
        <button type="submit" class="button primary">
          {t('nomination.stop.preview')}
        </button>
      </form>
      <h2>{t('nomination.stop.holding')}</h2>
      {facts.length === 0 && <p class="empty">{t('nomination.stop.none')}</p>}
      <ul class="plain">
        {facts.map((fact, at) => (
          <li>
            <p>
              {entryInWords(ctx, fact)} – {fact.agency} ({formatDate(fact.givenOn)}).{' '}
              <Whom {...{ ctx, address, whom: matches[at] ?? [] }} />
              {fact.conclusion !== null &&
                t(`nomination.stop.conclusions.${fact.conclusion}`, {
                  day: formatDate(fact.concludedOn ?? ''),
                  note: fact.note,
                })}
            </p>
            {fact.conclusion === null && (
              <form class="compose" method="post" action={`${address}/ket-luan`}>
                <input type="hidden" name="csrf" value={csrf} />
                <input type="hidden" name="id" value={fact.id} />
                <label>
                  {t('nomination.stop.note')}
                  <input type="text" name="ket-luan" required maxlength={1_000} />
                </label>
                <button type="submit" class="button" name="kq" value="CLEARED">
                  {t('nomination.stop.clear')}
                </button>
                <button type="submit" class="button" name="kq" value="VIOLATION">
                  {t('nomination.stop.violation')}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

interface Previewed {
  ctx: Ctx
  given: GivenList
  matches: Matches
  address: string
  csrf: string
}

/** What the list says before anything is taken in. */
export function PreviewPage({ ctx, given, matches, address, csrf }: Previewed) {
  const { t } = ctx
  const found = matches.filter(whom => whom.length > 0).length
  const parts = { agency: given.agency, day: formatDate(given.givenOn), count: given.entries.length, found }
  return (
    <>
      <h1>{t('nomination.stop.title')}</h1>
      <p>{t('nomination.stop.previewed', parts)}</p>
      <ul>
        {given.entries.map((entry, at) => (
          <li>
            {entryInWords(ctx, entry)}. <Whom {...{ ctx, address, whom: matches[at] ?? [] }} />
          </li>
        ))}
      </ul>
      <form method="post" action={`${address}/nap`}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="co-quan" value={given.agency} />
        <input type="hidden" name="ngay" value={given.givenOn} />
        <input type="hidden" name="danh-sach" value={JSON.stringify(given.entries)} />
        <button type="submit" class="button primary">
          {t('nomination.stop.load')}
        </button>{' '}
        <a href={address}>{t('nomination.stop.leave')}</a>
      </form>
    </>
  )
}

function entryInWords(
  { t, campaign }: Ctx,
  { name, unitCode, kind, detail, expiresOn }: Pick<StopFact, 'name' | 'unitCode' | 'kind' | 'detail' | 'expiresOn'>,
): string {
  const unit = unitCode === null ? t('nomination.stop.noUnit') : unitName(campaign, unitCode)
  const parts = { name, unit, kind: t(`nomination.stopKinds.${kind}`), day: formatDate(expiresOn) }
  return [t('nomination.stop.entry', parts), ...(detail === '' ? [] : [detail])].join(': ')
}

function Whom({ ctx, address, whom }: { ctx: Ctx; address: string; whom: Matches[number] }) {
  const desk = address.slice(0, address.lastIndexOf('/'))
  return (
    <>
      {whom.map(({ code, recordId, isByNameOnly }) => (
        <>
          <a href={`${desk}/${nomination.path}/${recordId}`}>{code}</a>{' '}
          {isByNameOnly ? ctx.t('nomination.stop.byName') : ''}{' '}
        </>
      ))}
    </>
  )
}
