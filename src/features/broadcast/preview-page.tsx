import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import { MessageSample } from '../../contract/message-sample.tsx'
import { weekdayAndDate } from '../../reminders/words/days-in-words.ts'
import { Labelled } from './labelled.tsx'
import { audienceInWords } from './options.ts'
import type { PlannedBroadcast, PlannedOne } from './plan.ts'
import { audienceValue } from './read-draft.ts'
import type { Draft } from './rules.ts'

interface PreviewProps {
  ctx: Ctx
  address: string
  csrf: string
  draft: Draft
  planned: PlannedBroadcast
}

/** Who would get it, who cannot, when, and how it reads: before anything is sent. */
export function PreviewPage({ ctx, address, csrf, draft, planned }: PreviewProps) {
  const { t } = ctx
  const { ones, unreachable, begin, isMoved } = planned
  const units = new Set(ones.map(({ recipient }) => recipient.unitCode)).size
  const day = weekdayAndDate(begin.day, t)
  const again = ones.filter(({ recipient }) => (recipient.person?.toldToday ?? 0) > 0).length
  return (
    <>
      <h1>{t('broadcast.preview.title')}</h1>
      <dl class="fields">
        <Labelled label={t('broadcast.preview.to')} value={audienceInWords(ctx, draft.audience)} />
        <Labelled
          label={t('broadcast.preview.count')}
          value={t('broadcast.preview.people', { people: ones.length, units })}
        />
        <Labelled
          label={t('broadcast.preview.when')}
          value={t(`broadcast.preview.${isMoved ? 'moved' : draft.at ? 'at' : 'now'}`, { hour: begin.hour, day })}
        />
        <Labelled label={t('broadcast.compose.reason')} value={draft.reason} />
      </dl>
      {again > 0 && <p class="note">{t('broadcast.preview.toldToday', { count: again })}</p>}
      <section aria-labelledby="doc-thu">
        <h2 id="doc-thu">{t('broadcast.preview.reads')}</h2>
        {samples(ones).map(one => (
          <Sample ctx={ctx} one={one} />
        ))}
      </section>
      <Unreachable ctx={ctx} unreachable={unreachable} />
      <details>
        <summary>{t('broadcast.preview.everybody', { count: ones.length })}</summary>
        <ul class="people">
          {ones.map(({ recipient }) => (
            <li>
              <strong>{recipient.person?.fullName}</strong>{' '}
              <span class="by">
                {recipient.group && t(`broadcast.roles.${recipient.group}`)},{' '}
                {unitName(ctx.campaign, recipient.owed?.unit_code ?? recipient.unitCode)}
                {recipient.account && ` (${t(`channels.${recipient.account.channel}`)})`}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <form class="actions" method="post" action={`${address}/moi`}>
        <input type="hidden" name="csrf" value={csrf} />
        <Hidden draft={draft} />
        {ones.length > 0 && (
          <button type="submit" name="do" value="gui" class="button primary">
            {t('broadcast.preview.send', { count: ones.length })}
          </button>
        )}
        <button type="submit" name="do" value="sua" class="button">
          {t('broadcast.preview.edit')}
        </button>
      </form>
    </>
  )
}

/** The first of each role: their buttons differ. */
function samples(ones: readonly PlannedOne[]): PlannedOne[] {
  const byGroup = new Map<string, PlannedOne>()
  for (const one of ones) {
    const key = `${one.recipient.group}|${one.recipient.owed?.state}`
    if (!byGroup.has(key)) byGroup.set(key, one)
  }
  return [...byGroup.values()]
}

function Sample({ ctx, one: { recipient, composed } }: { ctx: Ctx; one: PlannedOne }) {
  const { t } = ctx
  return (
    <MessageSample message={composed.message}>
      {t('broadcast.preview.sampleOf', {
        name: recipient.person?.fullName ?? '',
        role: recipient.group ? t(`broadcast.roles.${recipient.group}`) : '',
        unit: unitName(ctx.campaign, recipient.owed?.unit_code ?? recipient.unitCode),
      })}
    </MessageSample>
  )
}

function Unreachable({ ctx, unreachable }: { ctx: Ctx; unreachable: PlannedBroadcast['unreachable'] }) {
  const { t } = ctx
  if (unreachable.length === 0) return <p>{t('broadcast.preview.allReachable')}</p>
  return (
    <details open={unreachable.length <= 10}>
      <summary>{t('broadcast.preview.unreachable', { count: unreachable.length })}</summary>
      <ul class="people">
        {unreachable.map(recipient => (
          <li>
            <strong>{recipient.person?.fullName ?? unitName(ctx.campaign, recipient.unitCode)}</strong>{' '}
            <span class="by">
              {recipient.person && `${unitName(ctx.campaign, recipient.owed?.unit_code ?? recipient.unitCode)}: `}
              {recipient.why && t(`broadcast.why.${recipient.why}`)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What was written travels along, and is read and checked anew when it is confirmed. */
function Hidden({ draft }: { draft: Draft }) {
  const { id, audience, text, at, reason } = draft
  const units = audience.to.of === 'units' ? audience.to.units : []
  return (
    <>
      <input type="hidden" name="ma" value={id} />
      <input type="hidden" name="toi" value={audienceValue(audience)} />
      {units.map(code => (
        <input type="hidden" name="don-vi" value={code} />
      ))}
      {audience.roles.map(role => (
        <input type="hidden" name="vai" value={role} />
      ))}
      <input type="hidden" name="noi-dung" value={text} />
      <input type="hidden" name="khi" value={at ? 'hen' : 'ngay'} />
      {at && <input type="hidden" name="luc" value={`${at.day}T${at.hour}`} />}
      <input type="hidden" name="ly-do" value={reason} />
    </>
  )
}
