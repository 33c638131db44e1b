import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { writeAudit } from '../../people/audit.ts'
import { may } from '../../people/may.ts'
import { readPerson } from '../../people/read-person.ts'
import { lookAgain } from '../../reminders/round/look-again.ts'
import { type Kept, meet } from './keep.ts'
import { decisions, type NoteAction } from './rules.ts'
import { findNote, lockObligation, type NoteWithObligation } from './store.ts'
import { noteTitle } from './wording.ts'

/**
 * Decides on a note, in chat and on the desk alike: checks the right again, changes the state under a row condition, meets or opens
 * again what is owed, writes it down, tells the one who claimed. A second press finds it done.
 */
export async function decideNote(ctx: Ctx, id: string, action: NoteAction, reason: string): Promise<Kept> {
  const note = await findNote(ctx, id)
  const decision = decisions[action]
  if (!note) return { ok: false, say: ctx.t('received.gone') }
  if (!may(ctx.person, decision.right, { authorId: note.byId })) return { ok: false, say: ctx.t('received.notAllowed') }
  const why = reason.trim()
  if (decision.needsReason && why === '') return { ok: false, say: ctx.t('received.reasonNeeded') }
  const obligation = await lockObligation(ctx, note.obligationId)
  const isOwed = obligation?.state === 'OPEN' || obligation?.state === 'WITH_HEAD'
  if (!obligation || (action === 'confirm' && !isOwed)) return { ok: false, say: ctx.t('received.metAlready') }
  const { count } = await ctx.tx.receivedNote.updateMany({
    where: { id, state: decision.from },
    data: { state: decision.to, decidedById: ctx.person.id, decidedAt: ctx.now },
  })
  if (count !== 1) return { ok: false, say: ctx.t('received.decidedAlready') }
  if (action === 'confirm') await meet(ctx, obligation, note.receivedOn)
  if (action === 'reopen')
    await ctx.tx.obligation.updateMany({
      where: { id: obligation.id, state: 'MET' },
      data: { state: 'OPEN', metAt: null, isLate: false },
    })
  if (action !== 'confirm') await lookAgain(ctx.tx, [obligation.id])
  await writeAudit(
    ctx.tx,
    {
      ...{ actorId: ctx.person.id, actorRole: 'PNV', action: `received.${action}` },
      ...{ subjectType: 'obligation', subjectId: obligation.id, from: decision.from, to: decision.to },
      ...(why === '' ? {} : { reason: why }),
    },
    ctx.now,
  )
  await tellClaimant(ctx, note, action, why)
  return { ok: true, say: ctx.t(`received.done.${action}`) }
}

async function tellClaimant(ctx: Ctx, note: NoteWithObligation, action: NoteAction, reason: string): Promise<void> {
  if (note.byId === ctx.person.id) return
  const claimant = await readPerson(ctx.tx, note.byId, ctx.today)
  if (!claimant) return
  const t = ctx.texts(claimant.locale)
  await enqueueTo(
    ctx.tx,
    claimant.id,
    {
      dedupeKey: `received:${note.id}:${action}:${ctx.now.toISOString()}`,
      kind: 'NOTICE',
      campaign: ctx.campaign,
      message: {
        text: t(`received.told.${action}`, { who: ctx.person.fullName, what: noteTitle(ctx, note.obligation), reason }),
        words: [t('reminders.button.tasks')],
      },
      go: [{ to: 'tasks' }],
    },
    ctx.now,
  )
}
