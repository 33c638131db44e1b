import { unitName } from '../../campaign/names.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { reasonLength } from '../../contract/reason.ts'
import { givingRole, may, mayEver } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { normalise } from '../../reading/text.ts'
import { nomineesOf } from '../nominations/nominees.ts'
import { whereOf } from './candidates.ts'
import { type PublicList, publicLists } from './live.ts'
import { keepObjection } from './objections.ts'
import { object } from './rights.ts'
import { city, type Scope } from './scope.ts'

/** Lists that are public: who is to be awarded, without anybody's reasons, and where one objects. */
export const publicRoom: DeskRoom = {
  path: 'danh-sach-khen',
  group: 'deciding',
  title: 'awarding.public.title',
  door: 'praise',
  mayOpen: person => mayEver(person, object),

  answer: async (ctx, request) => {
    if (request.rest !== '') return null
    const lists = await listsFor(ctx)
    if (request.form) return objected(ctx, request, lists, request.form)
    const shown: Shown[] = []
    for (const list of lists) shown.push({ list, names: await namesIn(ctx, list) })
    return { title: ctx.t('awarding.public.title'), body: () => <PublicPage {...{ ctx, request, shown }} /> }
  },
}

/** The City's list is for every unit; a ward's own for its people and the office. */
function listsFor(ctx: Ctx): Promise<PublicList[]> {
  const wards = [...ctx.campaign.units.keys()].filter(unitCode => may(ctx.person, object, { unitCode }))
  return publicLists(ctx, [city, ...wards.map((unitCode): Scope => ({ level: 'WARD', unitCode }))])
}

interface Shown {
  list: PublicList
  names: Awaited<ReturnType<typeof namesIn>>
}

async function namesIn(ctx: Ctx, { choices }: PublicList) {
  const chosen = choices.filter(({ isAwarded }) => isAwarded).map(({ recordId }) => recordId)
  return nomineesOf(ctx.tx, { campaignId: ctx.campaign.id, recordIds: chosen })
}

async function objected(
  ctx: Ctx,
  { address }: RoomRequest,
  lists: readonly PublicList[],
  form: FormData,
): Promise<RoomAnswer | null> {
  const list = lists.find(({ id }) => id === form.get('danh-sach'))
  const held = ctx.person.roles.map(role => givingRole(ctx.person, object, role)).find(role => role !== null)
  if (!list || !held) return null
  const word = (name: string, max: number) => normalise(String(form.get(name) ?? '')).slice(0, max)
  const [objector, text] = [word('nguoi', 200), word('noi-dung', reasonLength.max)]
  const about = word('ve', 40)
  const recordId = list.choices.some(({ recordId: one }) => one === about) ? about : null
  if (objector.length < 2 || text.length < reasonLength.min)
    return { goTo: address, isGood: false, say: ctx.t('awarding.public.missing') }
  const isKept = await keepObjection(ctx, list, { recordId, objector, text }, held.role)
  return { goTo: address, isGood: isKept, say: ctx.t(isKept ? 'awarding.public.kept' : 'awarding.public.over') }
}

interface PageProps {
  ctx: Ctx
  request: RoomRequest
  shown: readonly Shown[]
}

function PublicPage({ ctx, request, shown }: PageProps) {
  const { t, campaign, person } = ctx
  return (
    <>
      <h1>{t('awarding.public.title')}</h1>
      {shown.length === 0 && <p class="empty">{t('awarding.public.none')}</p>}
      {shown.map(({ list, names }) => (
        <section aria-label={t('awarding.public.title')}>
          <h2>{list.unitCode === null ? t('awarding.city') : unitName(campaign, list.unitCode)}</h2>
          <p>{t('awarding.publicUntil', { until: formatDate(list.publicUntil ?? '') })}</p>
          <ol>
            {names.map(({ name, position, ofUnit }) => (
              <li>{[name, whereOf(campaign, { name, position, ofUnit })].filter(part => part !== '').join(', ')}</li>
            ))}
          </ol>
          <form class="compose" method="post" action={request.address}>
            <input type="hidden" name="csrf" value={request.csrf} />
            <input type="hidden" name="danh-sach" value={list.id} />
            <div class="field">
              <label for={`ve-${list.id}`}>{t('awarding.public.about')}</label>
              <select id={`ve-${list.id}`} name="ve">
                <option value="">{t('awarding.objections.list')}</option>
                {names.map(({ recordId, name }) => (
                  <option value={recordId}>{name}</option>
                ))}
              </select>
            </div>
            <div class="field">
              <label for={`nguoi-${list.id}`}>{t('awarding.public.who')}</label>
              <input id={`nguoi-${list.id}`} name="nguoi" value={person.fullName} maxlength={200} />
            </div>
            <div class="field">
              <label for={`nd-${list.id}`}>{t('awarding.public.text')}</label>
              <textarea id={`nd-${list.id}`} name="noi-dung" rows={3} maxlength={reasonLength.max} />
            </div>
            <button type="submit" class="button">
              {t('awarding.public.send')}
            </button>
          </form>
        </section>
      ))}
    </>
  )
}
