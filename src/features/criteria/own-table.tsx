import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { OwnCriterion } from './own-criteria.ts'

/** Below the targets of the plan on the page of a unit, and apart from them; each leads to what it is made of. */
export function OwnCriteriaTable({ ctx: { t }, criteria, desk }: Props) {
  if (criteria.length === 0) return null
  const names = ['name', 'goal', 'dueOn', 'stands', 'result'] as const
  return (
    <section>
      <h2>{t('criterion.own.title')}</h2>
      <p>{t('criterion.own.lead')}</p>
      <table class="records">
        <thead>
          <tr>
            {names.map(name => (
              <th scope="col">{t(`criterion.own.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, name, goal, dueOn, report }) => (
            <tr>
              <th scope="row">
                <a class="open" href={`${desk}/tieu-chi-rieng/${id}`}>
                  {name}
                </a>
              </th>
              <td data-label={t('criterion.own.goal')}>{goal}</td>
              <td data-label={t('criterion.own.dueOn')}>{formatDate(dueOn)}</td>
              <td data-label={t('criterion.own.stands')}>
                {report ? (
                  <a href={`${desk}/bao-cao-tieu-chi-rieng/${report.id}`}>
                    {t(`criterionReport.form.outcome.options.${report.outcome}`)}
                  </a>
                ) : (
                  t('criterion.own.notYet')
                )}
              </td>
              <td data-label={t('criterion.own.result')}>{report?.result ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface Props {
  ctx: Ctx
  criteria: readonly OwnCriterion[]
  /** Address of the desk. */
  desk: string
}
