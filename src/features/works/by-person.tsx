import { unitName } from '../../campaign/names.ts'
import type { DeskRoom, RoomAnswer } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { mayEver } from '../../people/may.ts'
import { pressInitiatives } from '../initiatives/of-press.ts'
import { countWorks, worksToCount } from './counts.ts'
import { worksTargets } from './targets.ts'

/** How many works each person has: accepted (by target), waiting, returned. */
export const worksByPerson: DeskRoom = {
  path: 'tac-pham-theo-nguoi',
  title: 'work.byPerson.title',
  mayOpen: person => mayEver(person, 'campaign.see'),
  answer: async (ctx, { rest, address }) => (rest === '' ? counted(ctx, address) : null),
}

async function counted(ctx: Ctx, address: string): Promise<RoomAnswer> {
  const { t, campaign, tx } = ctx
  const counts = countWorks(campaign.plan, await worksToCount(tx, campaign.id))
  const initiatives = await pressInitiatives(tx, campaign.id)
  const isOf = (a: { authorId: string; unitCode: string }, b: { authorId: string; unitCode: string }) =>
    a.authorId === b.authorId && a.unitCode === b.unitCode
  const without = initiatives.filter(one => !counts.some(row => isOf(row, one)))
  const rows = [
    ...counts.map(row => ({ ...row, initiatives: initiatives.find(one => isOf(row, one))?.count ?? 0 })),
    ...without.map(({ authorId, unitCode, count }) => ({
      ...{ authorId, unitCode, initiatives: count, accepted: 0, waiting: 0, returned: 0 },
      byTarget: new Map<string, number>(),
    })),
  ]
  const ofInitiatives = campaign.plan.targets.find(({ code }) => code === 'P03')
  const where = { id: { in: [...new Set(rows.map(({ authorId }) => authorId))] } }
  const people = await tx.person.findMany({ where, select: { id: true, fullName: true } })
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]))
  const targets = worksTargets(campaign.plan)
  const list = `${address.slice(0, address.lastIndexOf('/'))}/tac-pham`
  return {
    title: t('work.byPerson.title'),
    body: () => (
      <>
        <h1>{t('work.byPerson.title')}</h1>
        <p>
          {t('work.byPerson.lead')} <a href={list}>{t('work.byPerson.list')}</a>
        </p>
        {rows.length === 0 ? (
          <p class="empty">{t('work.byPerson.none')}</p>
        ) : (
          <table class="records">
            <thead>
              <tr>
                <th scope="col">{t('work.byPerson.person')}</th>
                <th scope="col">{t('records.page.unit')}</th>
                <th scope="col">{t('work.states.ACCEPTED')}</th>
                {targets.map(({ code, name }) => (
                  <th scope="col">
                    {code} {name}
                  </th>
                ))}
                <th scope="col">
                  {ofInitiatives ? `${ofInitiatives.code} ${ofInitiatives.name}` : t('work.byPerson.initiatives')}
                </th>
                <th scope="col">{t('work.states.SUBMITTED')}</th>
                <th scope="col">{t('work.states.RETURNED')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ authorId, unitCode, accepted, waiting, returned, byTarget, initiatives: own }) => (
                <tr>
                  <th scope="row">{names.get(authorId) ?? ''}</th>
                  <td>{unitName(campaign, unitCode)}</td>
                  <td>{accepted}</td>
                  {targets.map(({ code }) => (
                    <td>{byTarget.get(code) ?? 0}</td>
                  ))}
                  <td>{own}</td>
                  <td>{waiting}</td>
                  <td>{returned}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </>
    ),
  }
}
