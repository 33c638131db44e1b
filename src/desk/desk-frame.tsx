import type { Child } from 'hono/jsx'
import type { DeskEntry } from '../contract/desk-page.ts'
import type { Flash } from '../web/flash.ts'
import { Page } from '../web/page.tsx'
import type { Visit } from '../web/visit.ts'
import { HeldNote } from './held-note.tsx'

interface FrameProps {
  visit: Visit
  pages: readonly DeskEntry[]
  /** Path of the page that is shown; none on the start page. */
  path?: string
  title: string
  flash?: Flash | null
  children?: Child
}

/** The desk: its rooms for this person on the side, the result of the last action on top. */
export function DeskFrame({ visit, pages, path, title, flash, children }: FrameProps) {
  const { t, base } = visit
  return (
    <Page visit={visit} title={title} room="desk">
      <div class="desk">
        <nav class="desk-nav" aria-label={t('desk.rooms')}>
          <ul>
            <li>
              <a href={`${base}/desk`} aria-current={path === undefined ? 'page' : undefined}>
                {t('desk.start.title')}
              </a>
            </li>
            {pages.map(page => (
              <li>
                <a href={`${base}/desk/${page.path}`} aria-current={page.path === path ? 'page' : undefined}>
                  {t(page.title)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="desk-content">
          {visit.held && <HeldNote visit={visit} held={visit.held} />}
          {flash && (
            <p class={flash.isGood ? 'flash good' : 'flash bad'} role={flash.isGood ? 'status' : 'alert'}>
              {flash.say}
            </p>
          )}
          {children}
        </div>
      </div>
    </Page>
  )
}
