import type { Ctx } from '../../contract/feature.ts'
import type { ToDeliver } from './deliver.ts'
import type { PaperWithFiles } from './store.ts'

interface DeliveriesProps {
  ctx: Ctx
  paper: PaperWithFiles
  recipients: readonly ToDeliver[]
  address: string
  csrf: string
}

/** The distribution list: to whom it has gone, how and when; and the form that sends it on. */
export function Deliveries({ ctx, paper, recipients, address, csrf }: DeliveriesProps) {
  const { t } = ctx
  const here = `${address}/${paper.id}`
  return (
    <form class="compose" method="post" action={here}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="viec" value="gui" />
      <fieldset>
        <legend>{t('papers.deliver.title')}</legend>
        <table class="records">
          <thead>
            <tr>
              {['choose', 'recipient', 'people', 'sent'].map(name => (
                <th scope="col">{t(`papers.deliver.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {recipients.map(({ name, people }) => (
              <tr>
                <td data-label={t('papers.deliver.choose')}>
                  <input type="checkbox" name="noi-nhan" value={name} aria-label={name} />
                </td>
                <td data-label={t('papers.deliver.recipient')}>{name}</td>
                <td data-label={t('papers.deliver.people')} class="number">
                  {people.length}
                </td>
                <td data-label={t('papers.deliver.sent')}>{sentTo(ctx, paper, name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="field">
          <label for="cach">{t('papers.deliver.way')}</label>
          <select id="cach" name="cach">
            <option value="ELSEWHERE">{t('papers.deliver.elsewhere')}</option>
            <option value="HERE">{t('papers.deliver.here')}</option>
          </select>
        </div>
        <div class="field">
          <label for="ghi-chu">{t('papers.deliver.note')}</label>
          <input id="ghi-chu" name="ghi-chu" maxlength={200} placeholder={t('papers.deliver.noteHint')} />
        </div>
        <p class="row">
          <button type="submit" class="button">
            {t('papers.deliver.do')}
          </button>{' '}
          <a href={`${here}/thu`}>{t('papers.deliver.letter')}</a>
        </p>
      </fieldset>
    </form>
  )
}

function sentTo({ t, localTime }: Ctx, { deliveries }: PaperWithFiles, name: string): string {
  return deliveries
    .filter(({ recipient }) => recipient === name)
    .map(({ way, note, personIds, sentAt }) => {
      const at = localTime(sentAt)
      return way === 'HERE'
        ? t('papers.deliver.toPeople', { count: personIds.length, at })
        : t('papers.deliver.noted', { note, at })
    })
    .join('; ')
}
