import { unitName } from '../../../campaign/names.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { councilName } from '../../papers/frame.ts'
import type { WholeSitting } from '../sitting.ts'

interface ListProps {
  ctx: Ctx
  address: string
  sittings: readonly WholeSitting[]
  /** Councils for which this person prepares. */
  councils: readonly string[]
  isMember: boolean
  hasKey: boolean
}

export function SittingsPage({ ctx, address, sittings, councils, isMember, hasKey }: ListProps) {
  const { t, campaign, localTime } = ctx
  return (
    <>
      <h1>{t('council.title')}</h1>
      <p>{t('council.lead')}</p>
      {isMember && (
        <p>
          {t(hasKey ? 'council.key.have' : 'council.key.haveNone')}{' '}
          <a href={`${address}/khoa`}>{t('council.key.title')}</a>
        </p>
      )}
      {councils.length > 0 && (
        <>
          <h2>{t('council.councils')}</h2>
          <ul>
            {councils.map(code => (
              <li>
                {councilName({ t, campaign }, code)}:{' '}
                <a href={`${address}/thanh-vien/${code}`}>{t('council.members.title')}</a>
                {' · '}
                <a href={`${address}/moi/${code}`}>{t('council.prepare.title')}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('council.sittings')}</h2>
      {sittings.length === 0 && <p class="empty">{t('council.none')}</p>}
      {sittings.length > 0 && (
        <table class="records">
          <thead>
            <tr>
              {(['code', 'councilOf', 'at', 'cases', 'state'] as const).map(column => (
                <th scope="col">{t(`council.columns.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sittings.map(({ id, code, unitCode, at, cases, state }) => (
              <tr>
                <td data-label={t('council.columns.code')}>
                  <a class="open" href={`${address}/${id}`}>
                    {code}
                  </a>
                </td>
                <td data-label={t('council.columns.councilOf')}>{unitName(campaign, unitCode)}</td>
                <td data-label={t('council.columns.at')}>{localTime(at)}</td>
                <td data-label={t('council.columns.cases')}>{cases.length}</td>
                <td data-label={t('council.columns.state')}>{t(`council.states.${state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
