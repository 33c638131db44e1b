import type { Child } from 'hono/jsx'
import type { Ctx } from '../../../contract/feature.ts'
import { reasonLength } from '../../../contract/reason.ts'
import type { Waits } from '../deciding.ts'

interface DecideProps {
  ctx: Ctx
  address: string
  /** Who, where: fields that every form carries. */
  hidden: Child
  waits: Waits
}

/** What waits for this person, ticked: approved once, or all but some. */
export function DecidePart({ ctx: { t }, address, hidden, waits }: DecideProps) {
  return (
    <section>
      <h2>{t('dossier.grid.decideTitle')}</h2>
      <p>{t('dossier.grid.decideLead')}</p>
      <form method="post" action={`${address}/luu`}>
        {hidden}
        <table class="records">
          <thead>
            <tr>
              <th scope="col">{t('dossier.grid.target')}</th>
              <th scope="col">{t('dossier.grid.last')}</th>
              <th scope="col">{t('dossier.grid.present')}</th>
            </tr>
          </thead>
          <tbody>
            {waits.rows.map(({ n, name, lastShown, sent }) => (
              <tr>
                <td data-label={t('dossier.grid.target')}>
                  <label class="tick">
                    <input type="checkbox" name="chon" value={`${sent.recordId}:${sent.version}`} checked /> {n}. {name}
                  </label>
                </td>
                <td data-label={t('dossier.grid.last')}>{lastShown}</td>
                <td data-label={t('dossier.grid.present')}>
                  {lastShown === sent.shown ? sent.shown : <strong>{sent.shown}</strong>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="actions">
          <button type="submit" name="do" value="duyet" class="button good">
            {t(`dossier.grid.${waits.as}`)}
          </button>
        </p>
        <div class="reason">
          <label for="ly-do">{t('dossier.grid.why')}</label>
          <textarea id="ly-do" name="ly-do" rows={2} maxlength={reasonLength.max} />
          <button type="submit" name="do" value="tra-lai" class="button bad">
            {t('dossier.grid.back')}
          </button>
        </div>
      </form>
    </section>
  )
}
