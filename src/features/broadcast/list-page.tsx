import type { Ctx } from '../../contract/feature.ts'
import { cut } from '../../reminders/words/cut.ts'
import { ANNOUNCEMENT } from './announcement.ts'
import { audienceInWords } from './options.ts'
import { audienceSchema } from './rules.ts'
import type { BroadcastLine } from './store.ts'

/** What was written so far, the newest first, each with how far it has come. */
export function BroadcastsPage({
  ctx,
  address,
  lines,
  announced,
}: {
  ctx: Ctx
  address: string
  lines: readonly BroadcastLine[]
  /** The launch has been announced. */
  announced: boolean
}) {
  const { t, localTime } = ctx
  return (
    <>
      <h1>{t('broadcast.title')}</h1>
      <p>{t('broadcast.list.lead')}</p>
      <p>
        <a class="button primary" href={`${address}/moi`}>
          {t('broadcast.list.new')}
        </a>{' '}
        <a class="button" href={`${address}/moi?mau=${ANNOUNCEMENT}`}>
          {t(announced ? 'broadcast.announcement.open' : 'broadcast.announcement.write')}
        </a>
      </p>
      {lines.length === 0 && <p class="empty">{t('broadcast.list.none')}</p>}
      {lines.length > 0 && (
        <table class="records">
          <thead>
            <tr>
              {(['at', 'to', 'by', 'progress'] as const).map(column => (
                <th scope="col">{t(`broadcast.list.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(line => {
              const audience = audienceSchema.safeParse(line.audience).data
              return (
                <tr>
                  <td data-label={t('broadcast.list.at')}>
                    <a class="open" href={`${address}/${line.id}`}>
                      {localTime(line.sendAt)}
                    </a>
                  </td>
                  <td data-label={t('broadcast.list.to')}>
                    {audience ? cut(audienceInWords(ctx, audience), 160) : ''}
                  </td>
                  <td data-label={t('broadcast.list.by')}>{line.byName}</td>
                  <td data-label={t('broadcast.list.progress')}>
                    {t('broadcast.list.counts', { sent: line.sent, all: line.all })}
                    {line.cancelledAt && ` (${t('broadcast.list.cancelled')})`}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </>
  )
}
