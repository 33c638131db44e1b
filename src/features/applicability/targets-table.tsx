import type { Target } from '../../campaign/target.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Applicability } from '../../store/generated/client.ts'

interface TargetsProps {
  ctx: Ctx
  targets: readonly Target[]
  rows: readonly Applicability[]
  address: string
}

/** Every target with how many units it applies to, and how many nobody has settled yet. */
export function TargetsTable({ ctx, targets, rows, address }: TargetsProps) {
  const { t } = ctx
  const count = (code: string, state: string) =>
    rows.filter(row => row.targetCode === code && row.state === state).length
  const pending = rows.filter(({ state }) => state === 'PENDING').length
  return (
    <>
      <h1>{t('applicability.room.title')}</h1>
      <p>{t(pending > 0 ? 'applicability.room.lead' : 'applicability.room.settled', { pending })}</p>
      <table class="records">
        <thead>
          <tr>
            <th scope="col">{t('applicability.room.target')}</th>
            {states.map(state => (
              <th scope="col">{t(`applicability.states.of.${state}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {targets.map(({ code, name }) => (
            <tr>
              <th scope="row">
                <a class="open" href={`${address}/${code}`}>
                  {name}
                </a>
              </th>
              {states.map(state => (
                <td>
                  <a href={`${address}/${code}?trang-thai=${state}`}>{count(code, state)}</a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const states = ['PENDING', 'APPLIES', 'NOT_APPLICABLE'] as const
