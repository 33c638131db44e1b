import type { DeskPage, DeskQuery } from '../contract/desk-page.ts'
import { listAddress, pressed } from './list-address.ts'

interface HeadingProps {
  path: string
  page: DeskPage
  query: DeskQuery
  /** See `columnName`. */
  name: string
  words: string
}

/** The heading of a column; where the list can be sorted by it, a press does, a second one the other way round. */
export function Heading({ path, page, query, name, words }: HeadingProps) {
  if (!page.sorts?.includes(name)) return <th scope="col">{words}</th>
  const { sort } = query
  const isSorted = sort?.column === name
  return (
    <th scope="col" aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}>
      <a href={listAddress(path, query, { sort: pressed(sort, name) })}>
        {words}
        {isSorted && <span aria-hidden="true">{sort.isDescending ? ' ▼' : ' ▲'}</span>}
      </a>
    </th>
  )
}
