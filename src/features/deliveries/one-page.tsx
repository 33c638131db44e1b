import type { RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { Delivery } from '../../store/generated/client.ts'
import type { Arrival, Received } from './received.ts'
import type { Recipient } from './recipients.ts'
import type { Sendable } from './sendable.ts'

interface OneProps {
  ctx: Ctx
  request: RoomRequest
  sent: Sendable
  recipients: readonly Recipient[]
  received: ReadonlyMap<string, Received>
  past: readonly (Delivery & { sentBy: { fullName: string } })[]
  problem: string | null
}

const tones: Readonly<Record<Arrival, string>> = {
  ...{ none: 'neutral', sent: 'good', waiting: 'waiting', unknown: 'neutral', failed: 'bad' },
}

/** The distribution list: who of each recipient has received it, how it went otherwise, and the form that sends it on. */
export function OnePage({ ctx, request, sent, recipients, received, past, problem }: OneProps) {
  const { t } = ctx
  const { address, csrf, rest } = request
  const base = address.slice(0, address.lastIndexOf('/desk/'))
  return (
    <>
      <p class="crumbs">
        <a href={address}>← {t('deliveries.title')}</a>
      </p>
      <h1>{sent.title}</h1>
      {problem !== null && (
        <p class="flash bad" role="alert">
          {problem}
        </p>
      )}
      <p>
        <a href={`${base}/files/${sent.fileId}`}>{sent.fileName}</a>
      </p>
      {sent.isForSome && <p class="hint">{t('deliveries.forSome')}</p>}
      <form method="post" action={`${address}/${rest}`}>
        <input type="hidden" name="csrf" value={csrf} />
        <table class="records">
          <thead>
            <tr>
              {['recipient', 'people', 'otherwise'].map(name => (
                <th scope="col">{t(`deliveries.columns.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {recipients.map(recipient => (
              <tr>
                <td data-label={t('deliveries.columns.recipient')}>
                  <label class="tick">
                    <input type="checkbox" name="noi-nhan" value={recipient.name} /> {recipient.name}
                  </label>
                </td>
                <td data-label={t('deliveries.columns.people')}>
                  <People {...{ ctx, recipient, received }} />
                </td>
                <td data-label={t('deliveries.columns.otherwise')}>
                  <div>
                    {past
                      .filter(one => one.recipient === recipient.name && one.way !== 'HERE')
                      .map(one => (
                        <p>{otherwise(ctx, one)}</p>
                      ))}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="compose">
          <Ways ctx={ctx} />
        </div>
      </form>
    </>
  )
}

function People({ ctx, recipient, received }: Pick<OneProps, 'ctx' | 'received'> & { recipient: Recipient }) {
  const { t } = ctx
  const { people, isFiled, name } = recipient
  if (isFiled) return <>{t('deliveries.filed')}</>
  if (people.length === 0) return <>{t('deliveries.nobody')}</>
  const arrivals = people.map(({ id }) => received.get(id)?.arrival ?? 'none')
  const failed = arrivals.filter(arrival => arrival === 'failed').length
  const count = (arrival: Arrival) => arrivals.filter(one => one === arrival).length
  const named = (['sent', 'waiting', 'unknown', 'failed', 'none'] as const).filter(arrival => count(arrival) > 0)
  return (
    <>
      <details>
        <summary>
          {named.map((arrival, at) => (
            <>
              {at > 0 && ' '}
              <span class={`chip ${tones[arrival]}`}>
                {t(`deliveries.arrivals.${arrival}`)} ({count(arrival)})
              </span>
            </>
          ))}
        </summary>
        <ul>
          {people.map(({ id, fullName }) => (
            <li>
              {fullName}: {inWords(ctx, received.get(id))}
            </li>
          ))}
        </ul>
      </details>
      {failed > 0 && (
        <button type="submit" name="lai" value={name} class="button">
          {t('deliveries.again', { count: failed })}
        </button>
      )}
    </>
  )
}

function inWords({ t, localTime }: Ctx, received: Received | undefined): string {
  const arrival = t(`deliveries.arrivals.${received?.arrival ?? 'none'}`)
  const at = received?.at ? localTime(received.at) : ''
  return at === '' ? arrival : t('deliveries.at', { arrival, at })
}

function otherwise(
  { t, localTime }: Ctx,
  { way, number, day, note, sentAt, sentBy }: OneProps['past'][number],
): string {
  const how =
    way === 'AXIS'
      ? t('deliveries.ways.axisOf', { number, day: formatDate(day ?? '') })
      : way === 'MAIL'
        ? t(note === '' ? 'deliveries.ways.mailed' : 'deliveries.ways.mailedTo', { address: note })
        : note
  return t('deliveries.noted', { how, at: localTime(sentAt), who: sentBy.fullName })
}

function Ways({ ctx: { t, today } }: Pick<OneProps, 'ctx'>) {
  const way = (value: string, more: unknown = null) => (
    <div class="field">
      <label class="tick">
        <input type="radio" name="cach" value={value} checked={value === 'HERE'} /> {t(`deliveries.ways.${value}`)}
      </label>
      {more}
    </div>
  )
  return (
    <fieldset>
      <legend>{t('deliveries.way')}</legend>
      {way('HERE')}
      {way(
        'MAIL',
        <>
          <label for="dia-chi">{t('deliveries.address')}</label>
          <input id="dia-chi" name="dia-chi" maxlength={500} />
        </>,
      )}
      {way(
        'AXIS',
        <>
          <label for="so">{t('deliveries.number')}</label>
          <input id="so" name="so" maxlength={60} />
          <label for="ngay">{t('deliveries.day')}</label>
          <input id="ngay" name="ngay" type="date" max={today.toString()} />
        </>,
      )}
      {way(
        'ELSEWHERE',
        <>
          <label for="ghi-chu">{t('deliveries.note')}</label>
          <input id="ghi-chu" name="ghi-chu" maxlength={200} placeholder={t('deliveries.noteHint')} />
        </>,
      )}
      <button type="submit" class="button primary">
        {t('deliveries.do')}
      </button>
    </fieldset>
  )
}
