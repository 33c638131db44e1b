import type { Ctx } from '../../contract/feature.ts'
import { deliveriesOf, receivedBy } from './received.ts'
import { type Sendable, sendableKinds } from './sendable.ts'

/** One that can be sent, and how far it has come. */
export interface Summary {
  sent: Sendable
  recipients: number
  /** Recipients to whom it went, whichever way. */
  reached: number
  failed: number
  waiting: number
}

export async function summaryOf(ctx: Ctx, sent: Sendable): Promise<Summary> {
  const { recipients } = ctx.campaign.plan
  const past = await deliveriesOf(ctx, sent)
  const received = [...(await receivedBy(ctx, sent)).values()]
  const reached = new Set(past.map(({ recipient }) => recipient))
  return {
    ...{ sent, recipients: recipients.length, reached: recipients.filter(({ name }) => reached.has(name)).length },
    failed: received.filter(({ arrival }) => arrival === 'failed').length,
    waiting: received.filter(({ arrival }) => arrival === 'waiting').length,
  }
}

export function addressOf(room: string, { kind, id }: Pick<Sendable, 'kind' | 'id'>): string {
  return `${room}/${sendableKinds[kind]}/${id}`
}

interface ListProps {
  ctx: Ctx
  all: readonly Summary[]
  address: string
  csrf: string
  problem: string | null
}

/** What can be sent, each with how far it has come; and where the signed plan is put in. */
export function DeliveriesPage({ ctx, all, address, csrf, problem }: ListProps) {
  const { t } = ctx
  const hasPlan = all.some(({ sent }) => sent.kind === 'PLAN')
  return (
    <>
      <h1>{t('deliveries.title')}</h1>
      <p>{t('deliveries.lead')}</p>
      {problem !== null && (
        <p class="flash bad" role="alert">
          {problem}
        </p>
      )}
      {all.length === 0 ? (
        <p>{t('deliveries.none')}</p>
      ) : (
        <table class="records">
          <thead>
            <tr>
              {['what', 'reached', 'trouble'].map(name => (
                <th scope="col">{t(`deliveries.columns.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.map(({ sent, recipients, reached, failed, waiting }) => (
              <tr>
                <td data-label={t('deliveries.columns.what')}>
                  <a href={addressOf(address, sent)}>{sent.title}</a>
                </td>
                <td data-label={t('deliveries.columns.reached')} class="number">
                  {t('deliveries.reached', { reached, of: recipients })}
                </td>
                <td data-label={t('deliveries.columns.trouble')}>
                  {[
                    ...(failed > 0 ? [t('deliveries.failed', { count: failed })] : []),
                    ...(waiting > 0 ? [t('deliveries.waiting', { count: waiting })] : []),
                  ].join('; ') || '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form class="compose" method="post" action={address} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={csrf} />
        <div class="field">
          <label for="tep">{t(hasPlan ? 'deliveries.planAgain' : 'deliveries.planMissing')}</label>
          <input id="tep" type="file" name="tep" accept=".pdf,.docx" required />
        </div>
        <button type="submit" class={hasPlan ? 'button' : 'button primary'}>
          {t('deliveries.planKeep')}
        </button>
      </form>
    </>
  )
}
