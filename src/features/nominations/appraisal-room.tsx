import { unitName } from '../../campaign/names.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole, may, mayEver, reachOf } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { appraisalPath, giveOpinion, opinions } from './appraisal.ts'
import { nomination } from './kind.ts'
import { type Nominee, nomineesOf } from './nominees.ts'
import { nominationRights } from './rights.ts'

interface Asked {
  nominee: Nominee
  agency: string
  dueOn: string
  isGiven: boolean
}

/** What is asked of the agencies at which this person gives opinions: all nominees on one page, each with its own opinion. */
export const appraisalRoom: DeskRoom = {
  path: appraisalPath,
  group: 'dossiers',
  title: 'nomination.appraisal.title',
  door: 'praise',
  mayOpen: person => mayEver(person, nominationRights.appraise),

  answer: async (ctx, request) => {
    if (request.rest !== '' && request.rest !== 'gui') return null
    return request.form ? given(ctx, request, request.form) : asking(ctx, request)
  },
}

/** Nothing of oneself: whoever is nominated gives no opinion, and no agency is asked about its own. */
export async function askedOf(ctx: Ctx): Promise<Asked[]> {
  const { tx, campaign, person } = ctx
  const agencies = reachOf(person, nominationRights.appraise).units
  const where = {
    agency: { in: [...agencies] },
    openedAt: null,
    record: { campaignId: campaign.id, state: 'APPRAISING' },
  }
  const rows = await tx.appraisal.findMany({ where, orderBy: [{ agency: 'asc' }, { recordId: 'asc' }] })
  const recordIds = rows.map(({ recordId }) => recordId)
  const nominees = await nomineesOf(tx, { campaignId: campaign.id, recordIds })
  return rows.flatMap(({ recordId, agency, dueOn, sealed }) => {
    const nominee = nominees.find(one => one.recordId === recordId)
    const isOwn = nominee?.personId === person.id
    return nominee && !isOwn ? [{ nominee, agency, dueOn, isGiven: sealed !== null }] : []
  })
}

async function asking(ctx: Ctx, { address, csrf }: RoomRequest): Promise<RoomAnswer> {
  const { t, campaign } = ctx
  const asked = await askedOf(ctx)
  const desk = address.slice(0, address.lastIndexOf('/'))
  const agencies = [...new Set(asked.map(({ agency }) => agency))]
  return {
    title: t('nomination.appraisal.title'),
    body: () => (
      <>
        <h1>{t('nomination.appraisal.title')}</h1>
        <p>{t('nomination.appraisal.lead')}</p>
        {asked.length === 0 && <p class="empty">{t('nomination.appraisal.none')}</p>}
        {agencies.map(agency => (
          <form class="compose" method="post" action={`${address}/gui`}>
            <h2>{unitName(campaign, agency)}</h2>
            <input type="hidden" name="csrf" value={csrf} />
            <input type="hidden" name="co-quan" value={agency} />
            <ul class="plain">
              {asked
                .filter(one => one.agency === agency)
                .map(({ nominee, dueOn, isGiven }) => (
                  <li>
                    <p>
                      <a href={`${desk}/${nomination.path}/${nominee.recordId}`}>{nominee.code}</a> {nominee.title} (
                      {unitName(campaign, nominee.unitCode)}): {nominee.summary}.{' '}
                      {t(isGiven ? 'nomination.appraisal.sealed' : 'nomination.appraisal.due', {
                        day: formatDate(dueOn),
                      })}
                    </p>
                    <label>
                      {t('nomination.appraisal.opinion', { code: nominee.code })}
                      <select name={`y-${nominee.recordId}`}>
                        <option value="">{t('nomination.appraisal.later')}</option>
                        {opinions.map(opinion => (
                          <option value={opinion}>{t(`nomination.opinions.${opinion}`)}</option>
                        ))}
                      </select>
                    </label>
                    <label>
                      {t('nomination.appraisal.reason', { code: nominee.code })}
                      <input type="text" name={`l-${nominee.recordId}`} maxlength={1_000} autocomplete="off" />
                    </label>
                  </li>
                ))}
            </ul>
            <button type="submit" class="button primary">
              {t('nomination.appraisal.give')}
            </button>
          </form>
        ))}
      </>
    ),
  }
}

async function given(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const { t, person } = ctx
  const agency = String(form.get('co-quan') ?? '')
  if (!may(person, nominationRights.appraise, { unitCode: agency }))
    return { goTo: address, isGood: false, say: t('records.notYours') }
  let kept = 0
  const unreasoned: string[] = []
  for (const { nominee } of (await askedOf(ctx)).filter(one => one.agency === agency)) {
    const opinion = opinions.find(one => one === form.get(`y-${nominee.recordId}`))
    const reason = String(form.get(`l-${nominee.recordId}`) ?? '').trim()
    if (!opinion) continue
    if (opinion === 'DISAGREE' && reason === '') {
      unreasoned.push(nominee.code)
      continue
    }
    await giveOpinion(ctx, { recordId: nominee.recordId, agency }, { opinion, reason })
    await audited(ctx, agency, nominee.recordId)
    kept++
  }
  const say = [
    t('nomination.appraisal.kept', { count: kept }),
    ...(unreasoned.length > 0 ? [t('nomination.appraisal.reasonNeeded', { codes: unreasoned.join(', ') })] : []),
  ]
  return { goTo: address, isGood: unreasoned.length === 0, say: say.join(' ') }
}

/** That an opinion was given, by whom and in which role; never what it says. */
async function audited({ tx, person, now }: Ctx, agency: string, recordId: string): Promise<void> {
  const actorRole = givingRole(person, nominationRights.appraise, { unitCode: agency })?.role ?? 'GUEST'
  const entry = { actorId: person.id, actorRole, action: 'nomination.appraise', subjectType: 'nomination' } as const
  await writeAudit(tx, { ...entry, subjectId: recordId }, now)
}
