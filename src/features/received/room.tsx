import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { noteReceived } from './keep.ts'
import { receivedPage } from './page.ts'
import { type ReceivedWay, receivedWays } from './rules.ts'
import { noteTitle } from './wording.ts'

/** Where an officer notes what was received outside this system; the address may name the obligation. */
export const noteRoom: DeskRoom = {
  path: 'ghi-nhan',
  title: 'received.room.title',
  door: 'records',
  mayOpen: person => may(person, 'received.note'),

  answer: async (ctx, request) => {
    const typed = request.form ? typedIn(request.form) : { ...nothingTyped, obligation: request.rest }
    if (!request.form) return asking(ctx, request, typed, null)
    const problem = problemIn(ctx, typed)
    if (problem !== null) return asking(ctx, request, typed, problem)
    const { obligation, way, number, receivedOn, reason } = typed
    const { ok, say } = await noteReceived(ctx, obligation, { way, number, receivedOn }, reason)
    if (!ok) return asking(ctx, request, typed, say)
    return { goTo: request.address.replace(noteRoom.path, receivedPage.path), isGood: true, say }
  },
}

interface Typed {
  obligation: string
  way: ReceivedWay
  number: string
  receivedOn: string
  reason: string
}

const nothingTyped: Typed = { obligation: '', way: 'PAPER', number: '', receivedOn: '', reason: '' }

function typedIn(form: FormData): Typed {
  const words = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, most)
  return {
    obligation: words('viec', 40),
    way: receivedWays.find(way => way === form.get('cach')) ?? 'OTHER',
    number: words('so', 60),
    receivedOn: words('ngay', 10),
    reason: words('ly-do', 2_000),
  }
}

/** The sentence that says what is wrong; null: nothing. */
function problemIn(ctx: Ctx, { receivedOn, reason }: Typed): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(receivedOn)) return ctx.t('received.room.dayMissing')
  if (receivedOn > ctx.today.toString()) return ctx.t('received.claim.receivedOn.problems.inFuture')
  return reason.length < 5 ? ctx.t('received.room.reasonMissing') : null
}

async function asking(
  ctx: Ctx,
  { address, csrf }: RoomRequest,
  typed: Typed,
  problem: string | null,
): Promise<RoomAnswer> {
  const open = await ctx.tx.obligation.findMany({
    where: { campaignId: ctx.campaign.id, state: { in: ['OPEN', 'WITH_HEAD'] } },
    orderBy: [{ unitCode: 'asc' }, { dueOn: 'asc' }, { dutyCode: 'asc' }],
  })
  const options = open.map(obligation => ({
    value: obligation.id,
    label: `${noteTitle(ctx, obligation)} (${formatDate(obligation.dueOn)})`,
  }))
  const { t } = ctx
  return {
    title: t('received.room.title'),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => (
      <>
        <h1>{t('received.room.title')}</h1>
        <p>{t('received.room.lead')}</p>
        {problem !== null && (
          <p class="flash bad" role="alert">
            {problem}
          </p>
        )}
        <form class="compose" method="post" action={`${address}/moi`}>
          <input type="hidden" name="csrf" value={csrf} />
          <div class="field">
            <label for="viec">{t('received.room.what')}</label>
            <select id="viec" name="viec" required>
              {options.map(({ value, label }) => (
                <option value={value} selected={value === typed.obligation}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="cach">{t('received.claim.way.label')}</label>
            <select id="cach" name="cach">
              {receivedWays.map(way => (
                <option value={way} selected={way === typed.way}>
                  {t(`received.claim.way.options.${way}`)}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="so">{t('received.claim.number.label')}</label>
            <input id="so" name="so" value={typed.number} maxlength={60} />
          </div>
          <div class="field">
            <label for="ngay">{t('received.claim.receivedOn.label')}</label>
            <input id="ngay" name="ngay" type="date" value={typed.receivedOn} max={ctx.today.toString()} required />
          </div>
          <div class="field">
            <label for="ly-do">{t('received.room.reason')}</label>
            <input id="ly-do" name="ly-do" value={typed.reason} minlength={5} maxlength={2_000} required />
          </div>
          <button type="submit" class="button primary">
            {t('received.room.save')}
          </button>
        </form>
      </>
    ),
  }
}
