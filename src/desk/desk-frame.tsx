import type { Child } from 'hono/jsx'
import type { DeskEntry } from '../contract/desk-page.ts'
import type { Flash } from '../web/flash.ts'
import { Page } from '../web/page.tsx'
import type { Visit } from '../web/visit.ts'
import { CampaignSwitch } from './campaign-switch.tsx'
import { DeskNav } from './desk-nav.tsx'
import { HeldNote } from './held-note.tsx'
import { KeysHelp } from './keys-help.tsx'
import { UndoForm } from './undo-form.tsx'

interface FrameProps {
  visit: Visit
  pages: readonly DeskEntry[]
  /** Path of the page that is shown; none on the start page. */
  path?: string
  title: string
  flash?: Flash | null
  children?: Child
}

/** The desk: its doors for this person on top, the result of the last action, the page. */
export function DeskFrame({ visit, pages, path, title, flash, children }: FrameProps) {
  const { t } = visit
  return (
    <Page visit={visit} title={title} room="desk">
      <div class="desk">
        <DeskNav visit={visit} entries={pages} path={path} />
        <div class="desk-content">
          <CampaignSwitch visit={visit} />
          {visit.held && <HeldNote visit={visit} held={visit.held} />}
          {flash && (
            <div class={flash.isGood ? 'flash good' : 'flash bad'} role={flash.isGood ? 'status' : 'alert'}>
              <p>{flash.say}</p>
              {flash.undo && <UndoForm visit={visit} undo={flash.undo} />}
            </div>
          )}
          {children}
        </div>
        <KeysHelp t={t} />
      </div>
    </Page>
  )
}
