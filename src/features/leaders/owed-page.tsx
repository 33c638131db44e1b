import { unitName } from '../../campaign/names.ts'
import { provisionalDuties } from '../../campaign/provisional.ts'
import type { Ctx } from '../../contract/feature.ts'
import { expectedOn, overdueOn } from '../../obligations/overdue.ts'
import { formatDate } from '../../reading/format.ts'
import { subjectFor } from '../../reminders/words/subject.ts'
import type { Obligation } from '../../store/generated/client.ts'

/** What is overdue today, the longest first; `of`: «duty:period», only that. The rows of the leaders' first two lines. */
export async function overdueRows({ tx, campaign, today }: Ctx, of: string | null): Promise<Obligation[]> {
  const [dutyCode = '', period = ''] = of?.split(':') ?? []
  // Each item of a list is a period of its own.
  const isOf = of === null ? {} : { dutyCode, OR: [{ period }, ...(period === '' ? [{ NOT: { about: '' } }] : [])] }
  return tx.obligation.findMany({
    where: {
      ...{ campaignId: campaign.id, ...overdueOn(today.toString()), ...isOf },
      NOT: { dutyCode: { in: provisionalDuties(campaign.plan) } },
    },
    orderBy: [{ dueOn: 'asc' }, { dutyCode: 'asc' }, { unitCode: 'asc' }],
  })
}

/** Duties of units as a table: unit, what, since when, whether the head has it or it is handed in. */
export function OwedPage({ ctx, rows, desk, title }: OwedPageProps) {
  const { t } = ctx
  return (
    <>
      <h1>{title}</h1>
      {rows.length === 0 ? (
        <p>{t('leaders.owedPage.nothing')}</p>
      ) : (
        <table class="records">
          <thead>
            <tr>
              {['unit', 'what', 'due', 'state'].map(name => (
                <th scope="col">{t(`leaders.owedPage.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr>
                <th scope="row">
                  <a class="open" href={`${desk}/bang-so-lieu/don-vi/${encodeURIComponent(row.unitCode)}`}>
                    {unitName(ctx.campaign, row.unitCode)}
                  </a>
                </th>
                <td data-label={t('leaders.owedPage.what')}>{subjectFor(ctx, row).what}</td>
                <td data-label={t('leaders.owedPage.due')}>{formatDate(expectedOn(row))}</td>
                <td data-label={t('leaders.owedPage.state')}>{t(`leaders.owedPage.${stateOf(row)}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

interface OwedPageProps {
  ctx: Ctx
  rows: readonly Obligation[]
  desk: string
  title: string
}

function stateOf({ state, isLate }: Obligation): 'withHead' | 'open' | 'met' | 'late' {
  if (state === 'MET') return isLate ? 'late' : 'met'
  return state === 'WITH_HEAD' ? 'withHead' : 'open'
}
