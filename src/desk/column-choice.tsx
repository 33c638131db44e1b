import { columnName, shownColumns, stateColumn } from '../contract/columns.ts'
import type { DeskPage, DeskQuery } from '../contract/desk-page.ts'
import type { Visit } from '../web/visit.ts'
import { sortWord } from './list-address.ts'

interface ChoiceProps {
  path: string
  page: DeskPage
  query: DeskQuery
  t: Visit['t']
}

/** Which columns a list shows and in which order it stands: a form whose answer is an address, which a saved search keeps. */
export function ColumnChoice({ path, page, query, t }: ChoiceProps) {
  const shown = shownColumns(page, query)
  const sorted = query.sort ? sortWord(query.sort) : ''
  const headings = new Map([
    ...page.columns.map(key => [columnName(key), t(key)] as const),
    [stateColumn, t('desk.list.state')] as const,
  ])
  const orders = (page.sorts ?? []).flatMap(column =>
    [false, true].map(isDescending => ({
      value: sortWord({ column, isDescending }),
      label: t(isDescending ? 'desk.columns.falling' : 'desk.columns.rising', { column: headings.get(column) ?? '' }),
    })),
  )
  return (
    <details class="column-choice">
      <summary>{t('desk.columns.title')}</summary>
      <form method="get" action={path} class="search">
        {query.q !== '' && <input type="hidden" name="q" value={query.q} />}
        {Object.entries(query.filters).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {orders.length > 0 && (
          <div class="field">
            <label for="xep">{t('desk.columns.order')}</label>
            <select id="xep" name="xep">
              <option value="">{t('desk.columns.own')}</option>
              {orders.map(({ value, label }) => (
                <option value={value} selected={value === sorted}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        )}
        <fieldset class="row">
          <legend>{t('desk.columns.shown')}</legend>
          {page.columns.map((key, at) =>
            at === 0 ? null : (
              <label class="tick">
                <input type="checkbox" name="cot" value={columnName(key)} checked={shown.includes(at)} /> {t(key)}
              </label>
            ),
          )}
        </fieldset>
        <button type="submit" class="button">
          {t('desk.columns.apply')}
        </button>
      </form>
    </details>
  )
}
