import type { Visit } from '../web/visit.ts'
import type { Beside, Neighbour } from './beside.ts'
import { listAddress, openedAddress } from './list-address.ts'
import { StateChip } from './state-chip.tsx'

interface BesideProps {
  path: string
  beside: Beside
  t: Visit['t']
}

/** The list stays beside the record on a wide screen; on a narrow one the ways to the neighbours stand for it. */
export function BesideList({
  path,
  id,
  title,
  beside: { rows, query },
  t,
}: BesideProps & { id: string; title: string }) {
  return (
    <nav class="beside" aria-label={t('desk.record.list', { title })} data-list={listAddress(path, query, query)}>
      <ul>
        {rows.map(row => (
          <li>
            <a href={openedAddress(path, row.id, query)} aria-current={row.id === id ? 'page' : undefined}>
              <span class="beside-head">
                <strong>{row.cells[0]}</strong> <StateChip state={row.state} />
              </span>
              <span class="beside-more">{row.cells.slice(1, 3).filter(Boolean).join(' · ')}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The record before and the one after in the list. */
export function Around({ path, beside: { previous, next }, t }: BesideProps) {
  if (!previous && !next) return null
  const way = (to: Neighbour | null, rel: 'prev' | 'next', key: string) =>
    to && (
      <a rel={rel} href={openedAddress(path, to.id, to.query)}>
        {t(key)}
      </a>
    )
  return (
    <span class="around">
      {way(previous, 'prev', 'desk.record.previous')} {way(next, 'next', 'desk.record.next')}
    </span>
  )
}
