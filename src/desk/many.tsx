import type { DeskAction, DeskEntry, DeskPage, DoneToMany } from '../contract/desk-page.ts'
import { reasonLength } from '../contract/reason.ts'
import type { Visit } from '../web/visit.ts'
import { DeskFrame } from './desk-frame.tsx'
import { buttonClass } from './detail-page.tsx'
import { ReasonChoice } from './reason-choice.tsx'
import { UndoForm } from './undo-form.tsx'

/** Below a list: one text and one button for all that were chosen. */
export function ManyActions({ actions, t }: { actions: readonly DeskAction[]; t: Visit['t'] }) {
  const isReasoned = actions.some(({ needsReason }) => needsReason)
  return (
    <section class="actions" aria-label={t('desk.many.title')}>
      {isReasoned && (
        <div class="reason">
          <ReasonChoice id="ly-do-chung" reasons={actions.flatMap(({ reasons = [] }) => reasons)} t={t} />
          <label for="ly-do-chung">{t('desk.many.reason')}</label>
          <textarea id="ly-do-chung" name="reason" rows={2} maxlength={reasonLength.max} />
        </div>
      )}
      {actions.map(({ name, label, tone }) => (
        <button type="submit" name="action" value={name} class={buttonClass(tone)}>
          {t('desk.many.button', { action: label })}
        </button>
      ))}
    </section>
  )
}

interface ResultProps {
  visit: Visit
  pages: readonly DeskEntry[]
  page: DeskPage
  result: DoneToMany
  /** Address of the list from which they were chosen. */
  back: string
}

/** What was done, and what was not and why. */
export function ManyResult({ visit, pages, page, result: { done, not, undo }, back }: ResultProps) {
  const { t } = visit
  const part = (heading: string, lines: readonly string[]) =>
    lines.length > 0 && (
      <section>
        <h2>{t(heading, { count: lines.length })}</h2>
        <ul>
          {lines.map(line => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
    )
  return (
    <DeskFrame visit={visit} pages={pages} path={page.path} title={t('desk.many.title')}>
      <p class="crumbs">
        <a href={back}>← {t(page.title)}</a>
      </p>
      <h1>{t('desk.many.title')}</h1>
      {done.length + not.length === 0 && <p class="empty">{t('desk.many.none')}</p>}
      {part('desk.many.not', not)}
      {part('desk.many.done', done)}
      {undo && <UndoForm visit={visit} undo={{ ...undo, address: back }} ids={undo.ids} />}
    </DeskFrame>
  )
}
