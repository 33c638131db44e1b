import type { Child } from 'hono/jsx'
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

/** What would be done to each of the chosen and who would be told, before it is done: with the button that does it. */
export function ManyPreview({
  asked: { action, label, reason },
  ...shown
}: ResultProps & { asked: { action: string; label: string; reason: string } }) {
  const { visit, result, back } = shown
  const { done, not } = result
  const { t } = visit
  return (
    <ManyFrame {...shown} title={t('desk.many.preview.title', { action: label })}>
      {reason !== '' && <p class="why">{t('desk.record.because', { reason })}</p>}
      <Lines heading={t('desk.many.preview.not', { count: not.length })} lines={not} />
      <Lines
        heading={t('desk.many.preview.would', { count: done.length })}
        lines={done.map(({ becomes, told }) => {
          if (told.length === 0) return t('desk.many.preview.tellsNobody', { becomes })
          return t('desk.many.preview.tells', { becomes, people: told.join(', ') })
        })}
      />
      {done.length > 0 && (
        <form class="actions" method="post" action={back}>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <input type="hidden" name="chac" value="co" />
          <input type="hidden" name="reason" value={reason} />
          {done.map(({ id }) => (
            <input type="hidden" name="chon" value={id} />
          ))}
          <button type="submit" name="action" value={action} class="button primary" aria-keyshortcuts="a">
            {t('desk.many.preview.button', { action: label, count: done.length })}
          </button>
          <a href={back}>{t('desk.many.preview.leave')}</a>
        </form>
      )}
    </ManyFrame>
  )
}

/** What was done, and what was not and why. */
export function ManyResult(shown: ResultProps) {
  const { visit, result, back } = shown
  const { done, not, undo } = result
  const { t } = visit
  return (
    <ManyFrame {...shown} title={t('desk.many.title')}>
      <Lines heading={t('desk.many.not', { count: not.length })} lines={not} />
      <Lines heading={t('desk.many.done', { count: done.length })} lines={done.map(({ say }) => say)} />
      {undo && <UndoForm visit={visit} undo={{ ...undo, address: back }} ids={undo.ids} />}
    </ManyFrame>
  )
}

function ManyFrame({
  visit,
  pages,
  page,
  result: { done, not },
  back,
  title,
  children,
}: ResultProps & { title: string; children: Child }) {
  const { t } = visit
  return (
    <DeskFrame visit={visit} pages={pages} path={page.path} title={title}>
      <p class="crumbs">
        <a href={back}>← {t(page.title)}</a>
      </p>
      <h1>{title}</h1>
      {done.length + not.length === 0 && <p class="empty">{t('desk.many.none')}</p>}
      {children}
    </DeskFrame>
  )
}

function Lines({ heading, lines }: { heading: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="lines">
        {lines.map(line => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  )
}
