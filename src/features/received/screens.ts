import type { Ctx, Outcome, Screen } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { subjectFor } from '../../reminders/words/subject.ts'
import { actionNamed, decisions, type NoteAction, noteActions } from './rules.ts'
import { findNote, liveNote, type NoteWithObligation } from './store.ts'
import { noteTitle, receiptInWords } from './wording.ts'

type Args = Readonly<Record<string, string>>

/** Somebody of the unit says how it was handed in. */
export async function askClaim(ctx: Ctx, args: Args): Promise<Outcome> {
  const obligation = await ctx.tx.obligation.findFirst({
    where: { id: args.obligation ?? '', campaignId: ctx.campaign.id },
  })
  if (!obligation || !may(ctx.person, 'received.claim', { unitCode: obligation.unitCode }))
    return { text: ctx.t('received.gone') }
  if (obligation.state === 'MET' || obligation.state === 'WITHDRAWN') return { text: ctx.t('received.metAlready') }
  const standing = await liveNote(ctx.tx, obligation.id)
  if (standing?.state === 'CLAIMED') return { text: ctx.t('received.claimedAlready') }
  const { what } = subjectFor(ctx, obligation)
  return {
    start: 'received.claim',
    key: obligation.id,
    params: { obligation: obligation.id, what, about: what },
  }
}

/** One note with what this person may do with it. */
export async function showNote(ctx: Ctx, args: Args): Promise<Screen> {
  const note = await findNote(ctx, args.id ?? '')
  if (!note || !may(ctx.person, 'received.note')) return { text: ctx.t('received.gone') }
  const by = await ctx.tx.person.findUnique({ where: { id: note.byId }, select: { fullName: true } })
  return {
    title: noteTitle(ctx, note.obligation),
    text: ctx.t('received.show', {
      receipt: receiptInWords(ctx, note),
      who: by?.fullName ?? '',
      at: ctx.localTime(note.at),
      state: ctx.t(`received.states.${note.state}`),
    }),
    choices: offered(ctx, note).map(action => ({
      label: ctx.t(`received.actions.${action}`),
      go: { to: 'received.decide', args: { id: note.id, action } },
    })),
  }
}

export function offered(ctx: Ctx, note: NoteWithObligation): NoteAction[] {
  return noteActions.filter(
    action =>
      decisions[action].from === note.state && may(ctx.person, decisions[action].right, { authorId: note.byId }),
  )
}

/** A decision that needs a reason asks for it; null: it can be taken at once. */
export function askReason(id: string, name: string | undefined): Outcome | null {
  const action = actionNamed(name)
  if (action === null || !decisions[action].needsReason) return null
  return { start: 'received.reason', key: `${id}:${action}`, params: { id, action } }
}
