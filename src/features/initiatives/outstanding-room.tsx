import { unitName } from '../../campaign/names.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole, may } from '../../people/may.ts'
import { decision } from '../../people/right.ts'
import { counting } from '../../records/kind.ts'
import { initiative } from './kind.ts'

export const chooseOutstanding = decision('initiative.outstanding', { PNV: 'all' })

/** Which initiatives are outstanding («tiêu biểu», plan IV.2): people choose, the list of DOC10 follows. */
export const outstandingRoom: DeskRoom = {
  path: 'sang-kien-tieu-bieu',
  group: 'grounds',
  title: 'initiative.outstanding.title',
  door: 'praise',
  mayOpen: person => may(person, chooseOutstanding),

  answer: async (ctx, request) => {
    if (request.rest !== '' && request.rest !== 'moi') return null
    return request.form ? chosen(ctx, request, request.form) : choosing(ctx, request)
  },
}

function candidates({ tx, campaign }: Ctx) {
  return tx.record.findMany({
    where: {
      ...{ campaignId: campaign.id, kind: initiative.name, state: { in: counting(initiative) } },
      ...{ passedVersion: { gt: 0 }, initiativeFact: { isNot: null } },
    },
    orderBy: { number: 'asc' },
    include: { initiativeFact: { select: { isOutstanding: true } } },
  })
}

async function choosing(ctx: Ctx, { address, csrf }: RoomRequest): Promise<RoomAnswer> {
  const { t, campaign } = ctx
  const rows = await candidates(ctx)
  const desk = address.slice(0, address.lastIndexOf('/'))
  return {
    title: t('initiative.outstanding.title'),
    body: () => (
      <>
        <h1>{t('initiative.outstanding.title')}</h1>
        <p>{t('initiative.outstanding.lead')}</p>
        {rows.length === 0 && <p class="empty">{t('initiative.outstanding.none')}</p>}
        <form class="compose" method="post" action={`${address}/moi`}>
          <input type="hidden" name="csrf" value={csrf} />
          {rows.map(({ id, initiativeFact }) =>
            initiativeFact?.isOutstanding ? <input type="hidden" name="da-chon" value={id} /> : null,
          )}
          <ul class="plain">
            {rows.map(({ id, code, title, unitCode, state, initiativeFact }) => (
              <li>
                <label class="choice">
                  <input type="checkbox" name="sk" value={id} checked={initiativeFact?.isOutstanding ?? false} /> {code}
                  : {title} ({unitName(campaign, unitCode)}; {t(`initiative.states.${state}`)})
                </label>{' '}
                <a href={`${desk}/${initiative.path}/${id}`}>{t('initiative.outstanding.open')}</a>
              </li>
            ))}
          </ul>
          <button type="submit" class="button primary">
            {t('initiative.outstanding.keep')}
          </button>
        </form>
      </>
    ),
  }
}

/** Only what was ticked or cleared on this page changes: what somebody else has chosen meanwhile stays. */
async function chosen(ctx: Ctx, { address }: RoomRequest, form: FormData): Promise<RoomAnswer> {
  const [wanted, shown] = ['sk', 'da-chon'].map(name => new Set(form.getAll(name).map(String)))
  let changed = 0
  for (const { id, unitCode, authorId, initiativeFact } of await candidates(ctx)) {
    const isOutstanding = wanted?.has(id) ?? false
    if (isOutstanding === shown?.has(id)) continue
    const giving = givingRole(ctx.person, chooseOutstanding, { unitCode, authorId })
    if (initiativeFact?.isOutstanding === isOutstanding || !giving) continue
    await ctx.tx.initiativeFact.update({ where: { recordId: id }, data: { isOutstanding } })
    const action = isOutstanding ? 'initiative.outstanding' : 'initiative.ordinary'
    const entry = {
      actorId: ctx.person.id,
      actorRole: giving.role,
      action,
      subjectType: 'initiative',
      subjectId: id,
    } as const
    await writeAudit(ctx.tx, entry, ctx.now)
    changed++
  }
  return { goTo: address, isGood: true, say: ctx.t('initiative.outstanding.kept', { count: changed }) }
}
