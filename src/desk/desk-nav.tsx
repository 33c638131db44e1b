import type { DeskEntry } from '../contract/desk-page.ts'
import type { Visit } from '../web/visit.ts'
import { behind, type OpenDoor, openDoors } from './doors.ts'

interface NavProps {
  visit: Visit
  entries: readonly DeskEntry[]
  /** Path of the page that is shown; none on the start page. */
  path: string | undefined
}

/** The doors that this person has work behind; below them what stands behind the open one. */
export function DeskNav({ visit, entries, path }: NavProps) {
  const { t, base } = visit
  const doors = openDoors(entries)
  const open = doors.find(door => door.entries.some(entry => entry.path === path))
  const isHere = (here: boolean) => (here ? 'page' : undefined)
  return (
    <nav class="desk-nav" aria-label={t('desk.rooms')}>
      <ul class="doors">
        <li>
          <a href={`${base}/desk`} aria-current={isHere(path === undefined)} aria-keyshortcuts="g t">
            {t('desk.start.title')}
          </a>
        </li>
        {doors.map(door => (
          <li>
            <a
              href={`${base}/desk/${door.entries[0].path}`}
              aria-current={door === open ? (door.entries.length === 1 ? 'page' : 'true') : undefined}
              aria-keyshortcuts={`g ${t(`desk.doors.${door.name}.key`)}`}
            >
              {t(`desk.doors.${door.name}.name`)}
            </a>
          </li>
        ))}
      </ul>
      <search class="everywhere">
        <form method="get" action={`${base}/desk/tim`}>
          <input type="search" name="q" aria-label={t('desk.everywhere')} placeholder={t('desk.everywhere')} />
        </form>
      </search>
      {open && open.entries.length > 1 && <Behind visit={visit} door={open} path={path} />}
    </nav>
  )
}

/** What stands behind the open door: a few pages in sight, the rest by what they are about. */
function Behind({ visit: { t, base }, door, path }: Pick<NavProps, 'visit' | 'path'> & { door: OpenDoor }) {
  const { visible, rest } = behind(door, path)
  const way = (entry: DeskEntry) => (
    <li>
      <a href={`${base}/desk/${entry.path}`} aria-current={entry.path === path ? 'page' : undefined}>
        {t(entry.title)}
      </a>
    </li>
  )
  return (
    <div class="behind">
      <ul>{visible.map(way)}</ul>
      {rest.length > 0 && (
        <details class="more-behind">
          <summary>{t('desk.more', { count: rest.flatMap(({ entries }) => entries).length })}</summary>
          <div class="groups">
            {rest.map(({ group, entries }) => (
              <div>
                <p id={`nhom-${group}`}>{t(`desk.groups.${group}`)}</p>
                <ul aria-labelledby={`nhom-${group}`}>{entries.map(way)}</ul>
              </div>
            ))}
          </div>
        </details>
      )}
    </div>
  )
}
