import type { Alike, DeskAction, DeskDetail, DeskEntry, DeskPage, Tone } from '../contract/desk-page.ts'
import { reasonLength } from '../contract/reason.ts'
import type { Flash } from '../web/flash.ts'
import { LinkedText } from '../web/linked-text.tsx'
import type { Visit } from '../web/visit.ts'
import { AlikeOnes } from './alike.tsx'
import type { Beside } from './beside.ts'
import { Around, BesideList } from './beside-list.tsx'
import { DeskFrame } from './desk-frame.tsx'
import { DetailFiles } from './detail-files.tsx'
import { comparingAddress, fromToday, listAddress, openedAddress } from './list-address.ts'
import { ReasonChoice } from './reason-choice.tsx'
import { StateChip } from './state-chip.tsx'

/** An action that was not done, with what was typed for it. */
export interface Refused {
  action: string
  reason: string
  /** Questions that were ticked, with what stood beside them. */
  ticked: ReadonlyMap<string, string>
  say: string
}

interface DetailProps {
  visit: Visit
  pages: readonly DeskEntry[]
  page: DeskPage
  id: string
  detail: DeskDetail
  flash: Flash | null
  refused: Refused | null
  /** The list from which it was opened; null: from somewhere else. */
  beside: Beside | null
  /** It was opened from what waits today. */
  isOfToday: boolean
  /** Records much like it, where they were asked for. */
  alike: readonly Alike[] | null
}

/** One record: what it says, its files, what was done with it, and what this person may do now. */
export function DetailPage({ visit, pages, page, id, detail, flash, refused, beside, isOfToday, alike }: DetailProps) {
  const { t, base } = visit
  const path = `${base}/desk/${page.path}`
  const own = `${path}/${encodeURIComponent(id)}`
  const address = beside ? openedAddress(path, id, beside.query) : isOfToday ? fromToday(own) : own
  const shownFlash = refused ? { isGood: false, say: refused.say } : flash
  return (
    <DeskFrame visit={visit} pages={pages} path={page.path} title={detail.title} flash={shownFlash}>
      <div class={beside ? 'record with-list' : 'record'}>
        {beside && <BesideList {...{ path, id, beside, t }} title={t(page.title)} />}
        <div class="opened">
          <p class="crumbs">
            {isOfToday && <a href={`${base}/desk`}>← {t('desk.start.title')}</a>}{' '}
            <a href={beside ? listAddress(path, beside.query, beside.query) : path}>← {t(page.title)}</a>
            {beside && <Around {...{ path, beside, t }} />}
          </p>
          <h1>{detail.title}</h1>
          <p>
            <StateChip state={detail.state} />
          </p>
          <Actions visit={visit} address={address} actions={detail.actions} refused={refused} />
          {detail.pictures?.map(({ fileId, words }) => (
            <p class="picture">
              <img src={`${base}/files/${fileId}`} alt={words} />
            </p>
          ))}
          <dl class="fields">
            {detail.fields.map(({ label, value }) => (
              <div>
                <dt>{label}</dt>
                <dd>
                  <LinkedText text={value} />
                </dd>
              </div>
            ))}
          </dl>
          {page.alike && <AlikeOnes {...{ visit, found: alike, address: comparingAddress(address) }} />}
          <CountsIn visit={visit} counts={detail.countsIn ?? []} />
          <Changes visit={visit} changes={detail.changes ?? []} />
          <DetailFiles visit={visit} files={detail.files} />
          <History visit={visit} history={detail.history} />
        </div>
      </div>
    </DeskFrame>
  )
}

function CountsIn({ visit: { t, base }, counts }: { visit: Visit; counts: NonNullable<DeskDetail['countsIn']> }) {
  if (counts.length === 0) return null
  return (
    <section aria-labelledby="tinh-vao">
      <h2 id="tinh-vao">{t('desk.record.countsIn')}</h2>
      <ul>
        {counts.map(({ words, page }) => (
          <li>{page === undefined ? words : <a href={`${base}/desk/${page}`}>{words}</a>}</li>
        ))}
      </ul>
    </section>
  )
}

interface ActionsProps {
  visit: Visit
  address: string
  actions: readonly DeskAction[]
  refused: Refused | null
}

function Actions({ visit, address, actions, refused }: ActionsProps) {
  if (actions.length === 0) return null
  const { t } = visit
  const direct = actions.filter(action => !action.needsReason)
  const reasoned = actions.filter(action => action.needsReason)
  const accepting = direct.find(({ tone }) => tone === 'good')
  return (
    <section class="actions" aria-label={t('desk.record.actions')}>
      {direct.map(({ name, label, tone }) => (
        <form method="post" action={address}>
          <input type="hidden" name="csrf" value={visit.csrf} />
          <button
            type="submit"
            name="action"
            value={name}
            class={buttonClass(tone)}
            aria-keyshortcuts={name === accepting?.name ? 'a' : undefined}
          >
            {label}
          </button>
        </form>
      ))}
      {reasoned.map(({ name, label, tone, reasonLabel: own, reasonHint, questions = [], reasons = [] }) => {
        const isOpen = refused?.action === name
        return (
          <details open={isOpen}>
            <summary class={buttonClass(tone)} aria-keyshortcuts={name === reasoned[0]?.name ? 'r' : undefined}>
              {label}
            </summary>
            <form class="reason" method="post" action={address}>
              <input type="hidden" name="csrf" value={visit.csrf} />
              {questions.length > 0 && (
                <Questions
                  visit={visit}
                  action={name}
                  questions={questions}
                  ticked={isOpen ? refused.ticked : noneTicked}
                />
              )}
              <ReasonChoice id={`ly-do-${name}`} reasons={reasons} t={t} />
              <label for={`ly-do-${name}`}>{own ?? t(reasonLabel(questions.length > 0, reasonHint))}</label>
              <textarea
                id={`ly-do-${name}`}
                name="reason"
                rows={3}
                required={questions.length === 0 && reasons.length === 0}
                minlength={reasonLength.min}
                maxlength={reasonLength.max}
                aria-describedby={`giup-${name}`}
              >
                {isOpen ? refused.reason : ''}
              </textarea>
              <p class="hint" id={`giup-${name}`}>
                {reasonHint ?? t('desk.record.reasonHint')}
              </p>
              <button type="submit" name="action" value={name} class={buttonClass(tone)}>
                {t('desk.record.confirm', { action: label })}
              </button>
            </form>
          </details>
        )
      })}
    </section>
  )
}

function Changes({ visit, changes }: { visit: Visit; changes: NonNullable<DeskDetail['changes']> }) {
  if (changes.length === 0) return null
  const { t } = visit
  return (
    <section aria-labelledby="thay-doi">
      <h2 id="thay-doi">{t('desk.record.changes')}</h2>
      <dl class="fields">
        {changes.map(({ label, before, after }) => (
          <div>
            <dt>{label}</dt>
            <dd>
              {t('desk.record.changedFrom')}: <del>{before}</del> · {t('desk.record.changedTo')}: <ins>{after}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function History({ visit, history }: { visit: Visit; history: DeskDetail['history'] }) {
  if (history.length === 0) return null
  const { t } = visit
  return (
    <section aria-labelledby="lich-su">
      <h2 id="lich-su">{t('desk.record.history')}</h2>
      <ol class="history">
        {history.map(({ at, who, what, reason, noted }) => (
          <li>
            <span class="when">{at}</span> <strong>{what}</strong> <span class="by">{who}</span>
            {reason && (
              <p class="why">
                {noted ? t('desk.record.noted', { noted, reason }) : t('desk.record.because', { reason })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Each question that must be corrected, with its own reason: the person is asked only these again. */
function Questions({
  visit,
  action,
  questions,
  ticked,
}: {
  visit: Visit
  action: string
  questions: NonNullable<DeskAction['questions']>
  ticked: ReadonlyMap<string, string>
}) {
  const { t } = visit
  return (
    <fieldset class="marks">
      <legend>{t('desk.record.marks')}</legend>
      {questions.map(({ name, label }) => (
        <div class="mark">
          <label>
            <input type="checkbox" name="mark" value={name} checked={ticked.has(name)} /> {label}
          </label>
          <input
            type="text"
            name={`why-${name}`}
            id={`vi-sao-${action}-${name}`}
            maxlength={reasonLength.max}
            value={ticked.get(name) ?? ''}
            aria-label={t('desk.record.markReason', { label })}
          />
        </div>
      ))}
    </fieldset>
  )
}

const noneTicked: ReadonlyMap<string, string> = new Map()

function reasonLabel(hasQuestions: boolean, hint: string | undefined): string {
  if (hasQuestions) return 'desk.record.wholeReason'
  return hint ? 'desk.record.reasonKept' : 'desk.record.reason'
}

export function buttonClass(tone: Tone): string {
  if (tone === 'good') return 'button primary'
  return tone === 'bad' ? 'button danger' : 'button'
}
