import type { Ctx, GuestCtx, Outcome } from '../../contract/feature.ts'
import { waitingScreen } from '../../contract/waiting-screen.ts'

/** A confirmed draft of this person that waits for its files. */
export interface WaitingDraft {
  id: string
  form: string
  confirmedAt: Date | null
  waitsFor: readonly string[]
}

/** Confirmed drafts of this person that wait for their files, the oldest first. */
export function waitingDrafts(ctx: Ctx): Promise<WaitingDraft[]> {
  return ctx.tx.draft.findMany({
    where: { personId: ctx.person.id, state: 'WAITING' },
    orderBy: { confirmedAt: 'asc' },
  })
}

/** What a draft waits for and how to take it back; null when it does not wait, or is not this person's. */
export async function showWaiting(ctx: GuestCtx, id: string): Promise<Outcome | null> {
  const draft = await ctx.tx.draft.findFirst({ where: { id, state: 'WAITING', ...ownedBy(ctx) } })
  if (!draft) return null
  const files = await ctx.tx.storedFile.findMany({
    where: { id: { in: draft.waitsFor } },
    select: { name: true, state: true },
    orderBy: { id: 'asc' },
  })
  const time = draft.confirmedAt ? ctx.localTime(draft.confirmedAt) : ''
  const pending = files.filter(({ state }) => state === 'PENDING')
  const names = (pending.length > 0 ? pending : files).map(({ name }) => name)
  return waitingScreen(ctx.t, { id, form: draft.form, time, files: names })
}

/** Its line in a list. */
export function waitingChoice(ctx: Ctx, { id, form }: WaitingDraft) {
  const label = ctx.t('drafts.waiting.line', { form: ctx.t(`drafts.forms.${form}`) })
  return { label, go: { to: 'drafts.open', args: { id } } }
}

/** Opens a confirmed draft again before it is sent; when it is gone already, says so. */
export async function takeBack(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const { count } = await ctx.tx.draft.updateMany({
    where: { id: args.id ?? '', state: 'WAITING', ...ownedBy(ctx) },
    data: {
      ...{ state: 'OPEN', position: 'review', revision: { increment: 1 }, updatedAt: ctx.now },
      ...{ confirmedAt: null, claimedAt: null, confirmedIn: null, waitsFor: [] },
    },
  })
  return count === 1 ? { resume: args.id ?? '' } : { text: ctx.t('drafts.waiting.gone') }
}

/** The person, or the chat until the person is known. */
export function ownedBy(ctx: GuestCtx) {
  return ctx.person ? { personId: ctx.person.id } : { personId: null, accountId: ctx.account.id }
}
