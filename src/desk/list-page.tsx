import { columnName, shownColumns, stateColumn } from '../contract/columns.ts'
import type { DeskAction, DeskEntry, DeskPage, DeskQuery, DeskRow } from '../contract/desk-page.ts'
import type { SavedView } from '../store/generated/client.ts'
import type { Flash } from '../web/flash.ts'
import type { Visit } from '../web/visit.ts'
import { ColumnChoice } from './column-choice.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { Heading } from './heading.tsx'
import { exportAddress, listAddress, listFormats, openedAddress, sortWord } from './list-address.ts'
import { ManyActions } from './many.tsx'
import { SavedViews } from './saved-views.tsx'
import { StateChip } from './state-chip.tsx'

export type Filters = Awaited<ReturnType<DeskPage['filters']>>

interface ListProps {
  visit: Visit
  pages: readonly DeskEntry[]
  page: DeskPage
  query: DeskQuery
  filters: Filters
  rows: readonly DeskRow[]
  total: number
  /** There are more than that. */
  isMore: boolean
  /** What can be decided on several rows at once; empty: nothing. */
  many: readonly DeskAction[]
  /** Searches that this person keeps of the list. */
  views: readonly SavedView[]
  flash: Flash | null
}

/** One collection: search, filters, a table that becomes cards on a phone. Works without any script. */
export function ListPage({ visit, pages, page, query, filters, rows, total, isMore, many, views, flash }: ListProps) {
  const { t, base } = visit
  const path = `${base}/desk/${page.path}`
  const isNarrowed = query.q !== '' || Object.keys(query.filters).length > 0
  return (
    <DeskFrame visit={visit} pages={pages} path={page.path} title={t(page.title)} flash={flash}>
      <h1>{t(page.title)}</h1>
      <Chips path={path} query={query} filters={filters} t={t} />
      <Search path={path} query={query} filters={filters} isNarrowed={isNarrowed} t={t} />
      <SavedViews {...{ visit, path, query, views }} />
      {rows.length > 0 && <ColumnChoice {...{ path, page, query, t }} />}
      {rows.length > 0 && <Downloads path={path} query={query} t={t} />}
      <p class="total" role="status">
        {t(isMore ? 'desk.list.totalMore' : 'desk.list.total', { count: total })}
      </p>
      {rows.length === 0 && <p class="empty">{t(isNarrowed ? 'desk.list.nothingFound' : 'desk.list.nothingYet')}</p>}
      {rows.length > 0 &&
        (many.length > 0 && rows.some(row => row.isChoosable) ? (
          <form method="post" action={listAddress(path, query, query)}>
            <input type="hidden" name="csrf" value={visit.csrf} />
            <Table path={path} query={query} page={page} rows={rows} t={t} isChosenFrom />
            <ManyActions actions={many} t={t} />
          </form>
        ) : (
          <Table path={path} query={query} page={page} rows={rows} t={t} />
        ))}
      <Pages path={path} query={query} total={total} isMore={isMore} isFull={rows.length === query.size} t={t} />
    </DeskFrame>
  )
}

type PartProps = { path: string; t: Visit['t'] }

/** The filter by state stands as chips above all others: it is the one used most. */
function Chips({ path, query, filters, t }: PartProps & { query: DeskQuery; filters: Filters }) {
  const states = filters.find(({ name }) => name === stateFilter)
  if (!states) return null
  const all = { value: '', label: t('desk.list.all') }
  return (
    <nav class="chips" aria-label={states.label}>
      {[all, ...states.options].map(({ value, label }) => (
        <a
          href={listAddress(path, query, { filter: { name: stateFilter, value } })}
          aria-current={(query.filters[stateFilter] ?? '') === value ? 'true' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}

function Search({
  path,
  query,
  filters,
  isNarrowed,
  t,
}: PartProps & { query: DeskQuery; filters: Filters; isNarrowed: boolean }) {
  const state = query.filters[stateFilter]
  return (
    <search>
      <form class="search" method="get" action={path}>
        {state && <input type="hidden" name={stateFilter} value={state} />}
        {query.sort && <input type="hidden" name="xep" value={sortWord(query.sort)} />}
        {query.shown?.map(column => (
          <input type="hidden" name="cot" value={column} />
        ))}
        <div class="field grow">
          <label for="tim">{t('desk.list.search')}</label>
          <input id="tim" type="search" name="q" value={query.q} placeholder={t('desk.list.searchHint')} />
        </div>
        {filters
          .filter(({ name }) => name !== stateFilter)
          .map(({ name, label, options }) => (
            <div class="field">
              <label for={`loc-${name}`}>{label}</label>
              <select id={`loc-${name}`} name={name}>
                <option value="">{t('desk.list.all')}</option>
                {options.map(option => (
                  <option value={option.value} selected={query.filters[name] === option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            </div>
          ))}
        <div class="row">
          <button type="submit" class="button">
            {t('desk.list.apply')}
          </button>
          {isNarrowed && <a href={listAddress(path, { ...query, q: '', filters: {} }, {})}>{t('desk.list.clear')}</a>}
        </div>
      </form>
    </search>
  )
}

function Table({
  path,
  query,
  page,
  rows,
  t,
  isChosenFrom,
}: PartProps & { query: DeskQuery; page: DeskPage; rows: readonly DeskRow[]; isChosenFrom?: boolean }) {
  const shown = shownColumns(page, query).map(at => {
    const key = page.columns[at] ?? ''
    return { at, name: columnName(key), words: t(key) }
  })
  return (
    <table class="records">
      <thead>
        <tr>
          {isChosenFrom && (
            <th scope="col">
              <input type="checkbox" data-choose-all aria-label={t('desk.many.chooseAll')} hidden />
              <span class="sr-only">{t('desk.many.choose')}</span>
            </th>
          )}
          {shown.map(({ name, words }) => (
            <Heading {...{ path, page, query, name, words }} />
          ))}
          <Heading {...{ path, page, query, name: stateColumn, words: t('desk.list.state') }} />
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr>
            {isChosenFrom && (
              <td data-label={t('desk.many.choose')}>
                {row.isChoosable && (
                  <input
                    type="checkbox"
                    name="chon"
                    value={row.id}
                    aria-label={t('desk.many.chooseOne', { name: row.cells[0] })}
                  />
                )}
              </td>
            )}
            {shown.map(({ at, words }) => (
              <td data-label={words}>
                <Cell words={row.cells[at] ?? ''} address={at === 0 ? openedAddress(path, row.id, query) : null} />
              </td>
            ))}
            <td data-label={t('desk.list.state')}>
              <StateChip state={row.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ words, address }: { words: string; address: string | null }) {
  return (
    <span class={words.length <= shortest ? 'cell short' : 'cell'}>
      {address === null ? (
        words
      ) : (
        <a class="open" href={address}>
          {words}
        </a>
      )}
    </span>
  )
}

/** The whole list under these filters, as a file. */
function Downloads({ path, query, t }: PartProps & { query: DeskQuery }) {
  return (
    <p class="downloads">
      {listFormats.map(format => (
        <a href={exportAddress(path, query, format)} download>
          {t(`desk.list.download.${format}`)}
        </a>
      ))}
    </p>
  )
}

interface PagesProps extends PartProps {
  query: DeskQuery
  total: number
  isMore: boolean
  /** This page has as many rows as a page can. */
  isFull: boolean
}

/** The ways to the neighbouring pages; where not all was counted, they go on as long as there are rows. */
function Pages({ path, query, total, isMore, isFull, t }: PagesProps) {
  const { page } = query
  const last = Math.max(1, Math.ceil(total / query.size))
  if (last === 1 && page === 1) return null
  return (
    <nav class="pages" aria-label={t('desk.list.pages')}>
      {page > 1 && (
        <a
          class="button"
          rel="prev"
          href={listAddress(path, query, { page: isMore ? page - 1 : Math.min(page - 1, last) })}
        >
          {t('desk.list.previous')}
        </a>
      )}
      <span>{t(isMore ? 'desk.list.pageMore' : 'desk.list.pageOf', { page, last })}</span>
      {(isMore ? isFull : page < last) && (
        <a class="button" rel="next" href={listAddress(path, query, { page: page + 1 })}>
          {t('desk.list.next')}
        </a>
      )}
    </nav>
  )
}

/** Codes, days and periods are never cut on a wide screen; longer texts wrap in the record, not in the list. */
const shortest = 20

const stateFilter = 'state'
