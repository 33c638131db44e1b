import { unitName } from '../../campaign/names.ts'
import { closedReasons } from '../../channels/channel.ts'
import type { Ctx } from '../../contract/feature.ts'
import { Labelled } from './labelled.tsx'
import { audienceInWords } from './options.ts'
import { type BroadcastResults, type Outcome, outcomes, type Result } from './results.ts'
import { audienceSchema, reasonLength } from './rules.ts'

interface ResultProps {
  ctx: Ctx
  address: string
  csrf: string
  found: BroadcastResults
  outcome: Outcome | null
  page: number
  /** What was typed as a reason that was too short. */
  refused: string | null
}

/** What became of a broadcast: counts on top, then one line a recipient; what waits can still be taken back. */
export function ResultPage({ ctx, address, csrf, found, outcome, page, refused }: ResultProps) {
  const { t, localTime } = ctx
  const { broadcast, byName, results, counts } = found
  const own = `${address}/${broadcast.id}`
  const shown = results.filter(result => outcome === null || result.outcome === outcome)
  const last = Math.max(1, Math.ceil(shown.length / PAGE))
  const at = Math.min(page, last)
  const audience = audienceSchema.safeParse(broadcast.audience).data
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('broadcast.title')}</a>
      </p>
      <h1>{t('broadcast.result.title', { time: localTime(broadcast.at) })}</h1>
      {refused !== null && (
        <p class="flash bad" role="alert">
          {t('broadcast.problems.noReason')}
        </p>
      )}
      <nav class="chips" aria-label={t('broadcast.result.outcome')}>
        <a href={own} aria-current={outcome === null ? 'true' : undefined}>
          {t('broadcast.result.all', { count: results.length })}
        </a>
        {outcomes
          .filter(name => counts[name] > 0)
          .map(name => (
            <a href={`${own}?kq=${name}`} aria-current={outcome === name ? 'true' : undefined}>
              {t(`broadcast.outcomes.${name}`)} ({counts[name]})
            </a>
          ))}
      </nav>
      {counts.waiting > 0 && <Cancel ctx={ctx} own={own} csrf={csrf} waiting={counts.waiting} refused={refused} />}
      <dl class="fields">
        <Labelled label={t('broadcast.preview.to')} value={audience ? audienceInWords(ctx, audience) : ''} />
        <Labelled label={t('broadcast.result.by')} value={byName} />
        <Labelled label={t('broadcast.preview.when')} value={localTime(broadcast.sendAt)} />
        <Labelled label={t('broadcast.compose.reason')} value={broadcast.reason} />
        {broadcast.cancelledAt && (
          <Labelled label={t('broadcast.result.cancelledAt')} value={localTime(broadcast.cancelledAt)} />
        )}
      </dl>
      <details>
        <summary>{t('broadcast.compose.words')}</summary>
        <p class="sample sample-text">{broadcast.text}</p>
      </details>
      <table class="records">
        <thead>
          <tr>
            {columns.map(column => (
              <th scope="col">{t(`broadcast.result.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice((at - 1) * PAGE, at * PAGE).map(result => (
            <Row ctx={ctx} result={result} />
          ))}
        </tbody>
      </table>
      {last > 1 && (
        <nav class="pages" aria-label={t('desk.list.pages')}>
          {at > 1 && <Turn own={own} outcome={outcome} page={at - 1} label={t('desk.list.previous')} />}
          <span>{t('desk.list.pageOf', { page: at, last })}</span>
          {at < last && <Turn own={own} outcome={outcome} page={at + 1} label={t('desk.list.next')} />}
        </nav>
      )}
    </>
  )
}

const PAGE = 25
const columns = ['unit', 'person', 'at', 'outcome'] as const
const tones: Record<Outcome, string> = {
  sent: 'good',
  waiting: 'waiting',
  unknown: 'waiting',
  unreachable: 'bad',
  expired: 'bad',
  dead: 'bad',
  cancelled: 'neutral',
}

function Row({ ctx, result }: { ctx: Ctx; result: Result }) {
  const { t, localTime } = ctx
  const { outcome, why } = result
  return (
    <tr>
      <td data-label={t('broadcast.result.unit')}>{unitName(ctx.campaign, result.unitCode)}</td>
      <td data-label={t('broadcast.result.person')}>
        {result.name ?? '–'}
        {result.channel && <span class="by"> ({t(`channels.${result.channel}`)})</span>}
      </td>
      <td data-label={t('broadcast.result.at')}>
        {result.at
          ? t(`broadcast.result.${outcome === 'waiting' ? 'from' : 'sentAt'}`, { time: localTime(result.at) })
          : '–'}
      </td>
      <td data-label={t('broadcast.result.outcome')}>
        <span class={`chip ${tones[outcome]}`}>{t(`broadcast.outcomes.${outcome}`)}</span>
        {why !== null && <p class="hint">{whyInWords(ctx, outcome, why)}</p>}
      </td>
    </tr>
  )
}

/** A platform's own word for a refusal is shown as it is: an administrator can look it up. */
function whyInWords({ t }: Ctx, outcome: Outcome, why: string): string {
  const known = knownReasons.find(name => name === why)
  if (known) return t(`broadcast.why.${known}`)
  const way = wayReasons.find(name => name === why)
  if (way) return t(`reminders.why.${way}`)
  return outcome === 'sent' || outcome === 'waiting'
    ? t('broadcast.why.again')
    : t('broadcast.why.platform', { why: why.slice(0, 80) })
}

/** Why a message goes the way it goes, or none: the same words as of a reminder. */
const wayReasons = [...closedReasons, 'otherLost', 'charged', 'withinWeek', 'night'] as const

const knownReasons = [
  'nobody',
  'noAccount',
  'inactive',
  'quiet',
  'met',
  'withHead',
  'withdrawn',
  'campaignOver',
  'cancelled',
  'notInCharge',
  'erased',
  'expired',
  'sender-gone',
] as const

function Turn({ own, outcome, page, label }: { own: string; outcome: Outcome | null; page: number; label: string }) {
  const search = new URLSearchParams({ ...(outcome ? { kq: outcome } : {}), trang: String(page) })
  return (
    <a class="button" href={`${own}?${search}`}>
      {label}
    </a>
  )
}

interface CancelProps {
  ctx: Ctx
  own: string
  csrf: string
  waiting: number
  refused: string | null
}

function Cancel({ ctx: { t }, own, csrf, waiting, refused }: CancelProps) {
  return (
    <section class="actions">
      <details open={refused !== null}>
        <summary class="button danger">{t('broadcast.cancel.open', { count: waiting })}</summary>
        <form class="reason" method="post" action={own}>
          <input type="hidden" name="csrf" value={csrf} />
          <label for="ly-do">{t('broadcast.cancel.reason')}</label>
          <textarea id="ly-do" name="ly-do" rows={2} required minlength={reasonLength.min} maxlength={reasonLength.max}>
            {refused ?? ''}
          </textarea>
          <button type="submit" name="do" value="huy" class="button danger">
            {t('broadcast.cancel.confirm')}
          </button>
        </form>
      </details>
    </section>
  )
}
