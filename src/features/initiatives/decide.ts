import type { Ctx } from '../../contract/feature.ts'
import { record } from '../../people/audit.ts'
import { reopen } from '../../records/meeting.ts'
import type { Initiative } from '../../store/generated/client.ts'
import { actingRole } from './acting-role.ts'
import { tellAuthor } from './notices.ts'
import { type InitiativeAction, isOpenTo, mayMove, maySee, moves } from './rules.ts'
import { stateKey } from './state-key.ts'
import { findInitiative, hasCounted, move } from './store.ts'

/**
 * Decides on an initiative, in chat and on the desk alike: checks the right again, changes the state under a row condition,
 * writes it down, opens the duty again when nothing counts any more, tells the author. A second press hears that it is done.
 */
export async function decideInitiative(
  ctx: Ctx,
  id: string,
  action: InitiativeAction,
  note: string,
): Promise<{ ok: boolean; say: string }> {
  const initiative = await findInitiative(ctx.tx, ctx.campaign.id, id)
  if (!initiative || !maySee(ctx.person, initiative)) return { ok: false, say: ctx.t('initiatives.gone') }
  if (!mayMove(ctx.person, initiative, action)) return { ok: false, say: ctx.t('initiatives.notAllowed') }
  if (!isOpenTo(initiative, action)) return { ok: false, say: await doneAlready(ctx, initiative) }
  if (moves[action].note !== 'none' && note.trim() === '')
    return { ok: false, say: ctx.t(`initiatives.noteNeeded.${moves[action].note}`) }

  if (!(await move(ctx.tx, initiative, action, ctx.now))) return { ok: false, say: await doneAlready(ctx, initiative) }
  const { unitCode, authorId, state } = initiative
  await record(
    ctx.tx,
    {
      actorId: ctx.person.id,
      actorRole: actingRole(ctx.person, moves[action].right, { unitCode, authorId }),
      action: `initiative.${action}`,
      subjectType: 'initiative',
      subjectId: id,
      from: state,
      to: moves[action].to,
      ...(note.trim() === '' ? {} : { reason: note.trim() }),
    },
    ctx.now,
  )
  if (!(await hasCounted(ctx.tx, ctx.campaign.id, unitCode))) {
    const { calendar, plan } = ctx.campaign
    const expected = calendar.addWorkingDays(ctx.today, plan.timeLimits.correctReturned).toString()
    await reopen(ctx.tx, ctx.campaign, { unitCode, item: { kind: 'initiative' } }, expected)
  }
  await tellAuthor(ctx, initiative, action, note.trim())
  return { ok: true, say: ctx.t(`initiatives.done.${action}`, { code: initiative.code, title: initiative.title }) }
}

/** Who did it, and when: the second of two people must not wonder. */
async function doneAlready(ctx: Ctx, initiative: Initiative): Promise<string> {
  const last = await ctx.tx.audit.findFirst({
    where: { subjectType: 'initiative', subjectId: initiative.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const actor = last?.actorId ? await ctx.tx.person.findUnique({ where: { id: last.actorId } }) : null
  const present = await ctx.tx.initiative.findUniqueOrThrow({ where: { id: initiative.id } })
  return ctx.t('initiatives.doneAlready', {
    code: initiative.code,
    state: ctx.t(stateKey(present)),
    who: actor?.fullName ?? '',
    at: ctx.localTime(last?.at ?? present.updatedAt),
  })
}
