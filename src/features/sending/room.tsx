import { heldSince, letGo } from '../../backup/sending.ts'
import { instantOf } from '../../clock.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole, may } from '../../people/may.ts'

/** Where an officer of a restored copy turns sending on, with a reason. */
export const sendingRoom: DeskRoom = {
  path: 'bat-gui-tin',
  title: 'sending.title',
  isAside: true,
  mayOpen: person => may(person, 'sending.letGo'),
  answer: async (ctx, request) => {
    if (!may(ctx.person, 'sending.letGo')) return null
    if (request.form === null) return showing(ctx, request, null)
    const reason = String(request.form.get('ly-do') ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, 2_000)
    if (reason.length < 5) return showing(ctx, request, ctx.t('sending.reasonMissing'))
    const isDone = await letGo(ctx.tx)
    if (isDone) {
      const actorRole = givingRole(ctx.person, 'sending.letGo', {})?.role ?? 'PNV'
      const subject = { subjectType: 'sending', subjectId: 'all', from: 'HELD', to: 'ON' } as const
      await writeAudit(
        ctx.tx,
        { ...subject, actorId: ctx.person.id, actorRole, action: 'sending.letGo', reason },
        ctx.now,
      )
    }
    return { goTo: request.address, isGood: true, say: ctx.t(isDone ? 'sending.done' : 'sending.on') }
  },
}

async function showing(ctx: Ctx, { address, csrf }: RoomRequest, problem: string | null): Promise<RoomAnswer> {
  const { t } = ctx
  const held = await heldSince(ctx.tx)
  const times = held && {
    restored: ctx.localTime(instantOf(held.restoredAt)),
    taken: ctx.localTime(instantOf(held.takenAt)),
  }
  return {
    title: t('sending.title'),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => (
      <>
        <h1>{t('sending.title')}</h1>
        {problem !== null && (
          <p class="flash bad" role="alert">
            {problem}
          </p>
        )}
        {times === null ? (
          <p>{t('sending.on')}</p>
        ) : (
          <form class="compose" method="post" action={`${address}/bat`}>
            <input type="hidden" name="csrf" value={csrf} />
            <p>{t('sending.lead', times)}</p>
            <p>{t('sending.warning')}</p>
            <div class="field">
              <label for="ly-do">{t('sending.reason')}</label>
              <input id="ly-do" name="ly-do" minlength={5} maxlength={2_000} required />
            </div>
            <button type="submit" class="button primary">
              {t('sending.letGo')}
            </button>
          </form>
        )}
      </>
    ),
  }
}
