import type { DeskEntry } from '../contract/desk-page.ts'
import type { Visit } from '../web/visit.ts'
import { openDoors } from './doors.ts'

interface NavProps {
  visit: Visit
  entries: readonly DeskEntry[]
  /** Path of the page that is shown; none on the start page. */
  path: string | undefined
}

/** The doors that this person has work behind; below them what stands behind the open one. */
export function DeskNav({ visit: { t, base }, entries, path }: NavProps) {
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
      {open && open.entries.length > 1 && (
        <ul class="behind">
          {open.entries.map(entry => (
            <li>
              <a href={`${base}/desk/${entry.path}`} aria-current={isHere(entry.path === path)}>
                {t(entry.title)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}
