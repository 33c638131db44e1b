import { review } from '../conversation/draft.ts'
import { firstOpen } from '../conversation/form.ts'
import type { GuestCtx, StartForm } from '../features/feature.ts'
import { newId } from '../store/new-id.ts'
import { askAgain } from './fill.ts'
import { readDraft } from './read-draft.ts'
import type { Registry } from './registry.ts'
import { runningDraft } from './running-draft.ts'
import { screenTurn, type Turn } from './turn.ts'

/** Starts a form, or offers to go on with the open draft of the same matter. */
export async function begin(ctx: GuestCtx, registry: Registry, wanted: StartForm, promptNo: number): Promise<Turn> {
  const entry = registry.form(wanted.start)
  if (!entry) throw new Error(`no feature has the form ${wanted.start}`)
  const key = wanted.key ?? ''
  const open = await ctx.tx.draft.findFirst({
    where: { ...ownerOf(ctx), form: wanted.start, key, state: 'OPEN' },
    select: { id: true, _count: { select: { answers: true } } },
  })
  if (open && open._count.answers > 0) return offerOpen(ctx, open.id, wanted, promptNo)
  if (open) await ctx.tx.draft.update({ where: { id: open.id }, data: { state: 'CANCELLED' } })

  const id = newId(ctx.now)
  const position = firstOpen(entry.form, {}, wanted.params) ?? review
  await ctx.tx.draft.create({
    data: {
      id,
      ...ownerOf(ctx),
      form: entry.form.id,
      formVersion: entry.form.version,
      key,
      params: wanted.params,
      position,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
  })
  const state = { position, pending: null, params: wanted.params, answers: {} }
  const running = { id, revision: 0, entry, form: entry.form, state, moved: false, upgrade: <T>(same: T) => same }
  return askAgain(ctx, running, promptNo)
}

/** Goes on with an open draft of this person, from whichever chat it was begun in. */
export async function resume(ctx: GuestCtx, registry: Registry, draftId: string, promptNo: number): Promise<Turn> {
  const stored = await readDraft(ctx.tx, draftId, ownerOf(ctx))
  if (!stored) return screenTurn({ text: ctx.t('conversation.draftGone') }, promptNo)
  const running = runningDraft(stored, registry)
  if (!running) return screenTurn({ text: ctx.t('conversation.newerForm') }, promptNo)
  return askAgain(ctx, running, promptNo, [ctx.t('conversation.resumed')])
}

function offerOpen(ctx: GuestCtx, draftId: string, wanted: StartForm, promptNo: number): Turn {
  const restart = { draft: draftId, start: wanted.start, key: wanted.key ?? '', params: JSON.stringify(wanted.params) }
  return screenTurn(
    {
      text: ctx.t('conversation.openDraft'),
      choices: [
        { label: ctx.t('conversation.openDraftContinue'), go: { to: 'drafts.open', args: { id: draftId } } },
        { label: ctx.t('conversation.openDraftRestart'), go: { to: 'form.restart', args: restart } },
      ],
    },
    promptNo,
  )
}

function ownerOf(ctx: GuestCtx): { personId: string } | { accountId: string; personId: null } {
  return ctx.person ? { personId: ctx.person.id } : { accountId: ctx.account.id, personId: null }
}
