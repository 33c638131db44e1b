import { unitName } from '../../campaign/names.ts'
import type { DeskRoom, RoomAnswer } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { answersOf } from '../../records/answers.ts'
import { type AnyKind, anyKind } from '../../records/kind.ts'
import { listRecords } from '../../records/list.ts'
import { stateName } from '../../records/naming.ts'
import { mayOpenList } from '../../records/seeing.ts'
import { answered, headResult, result } from './kind.ts'
import { targetsOf } from './targets.ts'

const kinds: readonly AnyKind[] = [anyKind(result), anyKind(headResult)]
const most = 2_000

/** Personal results by person: what each has reported for each target and where it stands, of those whose results the reader may see. */
export const resultsByPerson: DeskRoom = {
  path: 'ket-qua-theo-nguoi',
  title: 'result.byPerson.title',
  door: 'records',
  mayOpen: person => kinds.some(kind => mayOpenList(person, kind)),
  answer: async (ctx, { rest }) => (rest === '' ? shown(ctx) : null),
}

interface OfPerson {
  authorId: string
  unitCode: string
  /** By target: what was said, and where it stands. */
  cells: Map<string, string>
}

async function shown(ctx: Ctx): Promise<RoomAnswer> {
  const { t, campaign } = ctx
  const people = await peopleSeen(ctx)
  const ids = [...new Set(people.map(({ authorId }) => authorId))]
  const persons = await ctx.tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, fullName: true } })
  const names = new Map(persons.map(({ id, fullName }) => [id, fullName]))
  const targets = targetsOf(campaign.plan, 'heads').filter(
    ({ code, computed }) => computed === null && people.some(({ cells }) => cells.has(code)),
  )
  return {
    title: t('result.byPerson.title'),
    body: () => (
      <>
        <h1>{t('result.byPerson.title')}</h1>
        <p>{t('result.byPerson.lead')}</p>
        {people.length === 0 ? (
          <p class="empty">{t('result.byPerson.none')}</p>
        ) : (
          <table class="records">
            <thead>
              <tr>
                <th scope="col">{t('work.byPerson.person')}</th>
                <th scope="col">{t('records.page.unit')}</th>
                {targets.map(({ code, name }) => (
                  <th scope="col">
                    {code} {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map(({ authorId, unitCode, cells }) => (
                <tr>
                  <th scope="row">{names.get(authorId) ?? ''}</th>
                  <td>{unitName(campaign, unitCode)}</td>
                  {targets.map(({ code }) => (
                    <td>{cells.get(code) ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </>
    ),
  }
}

/** By unit and person; the list of each kind says what the reader may see. */
async function peopleSeen(ctx: Ctx): Promise<OfPerson[]> {
  const people = new Map<string, OfPerson>()
  for (const kind of kinds.filter(one => mayOpenList(ctx.person, one))) {
    const { records } = await listRecords(ctx, kind, { q: '', filters: {}, page: 1, size: most })
    for (const { record, version, isInside } of records) {
      const { authorId, unitCode, topic } = record
      const key = `${unitCode} ${authorId}`
      const person = people.get(key) ?? { authorId, unitCode, cells: new Map() }
      const said = answered(answersOf(kind, version), ctx.t('conversation.yes'), ctx.t('conversation.no'))
      const state = stateName(ctx.t, kind, record, isInside)
      person.cells.set(topic, ctx.t('result.byPerson.cell', { said, state }))
      people.set(key, person)
    }
  }
  return [...people.values()].toSorted(
    (a, b) => a.unitCode.localeCompare(b.unitCode) || a.authorId.localeCompare(b.authorId),
  )
}
