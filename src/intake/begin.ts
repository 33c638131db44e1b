import type { GuestCtx, StartForm } from '../contract/feature.ts'
import { review } from '../conversation/draft.ts'
import { firstOpen } from '../conversation/form.ts'
import { newId } from '../store/new-id.ts'
import { ownerOf } from './beginning.ts'
import { askAgain } from './fill.ts'
import type { Registry } from './registry.ts'
import { runningDraft, runningIn } from './running-draft.ts'
import type { StoredDraft } from './scene.ts'
import { screenTurn, type Turn } from './turn.ts'

/** Starts a form, or offers to go on with the open draft of the same matter. */
export function begin(
  ctx: GuestCtx,
  registry: Registry,
  wanted: StartForm,
  promptNo: number,
  lead: readonly string[] = [],
): Turn {
  const entry = registry.form(wanted.start)
  if (!entry) throw new Error(`no feature has the form ${wanted.start}`)
  const { form } = entry
  const draft: StoredDraft = {
    id: newId(ctx.now),
    form: form.id,
    formVersion: form.version,
    params: wanted.params,
    position: firstOpen(form, {}, wanted.params) ?? review,
    pending: null,
    revision: 0,
    answers: {},
    campaignId: registry.isAbove(form.id) ? null : ctx.person && ctx.campaign.id,
  }
  const otherwise = (openDraftId: string) => offerOpen(ctx, openDraftId, wanted, promptNo)
  const begins = { draft, key: wanted.key ?? '', owner: ownerOf(ctx), otherwise }
  return { ...askAgain(ctx, runningIn(entry, draft, registry), promptNo, lead), begins }
}

/** Goes on with an open draft of this person, from whichever chat it was begun in. */
export function resume(ctx: GuestCtx, registry: Registry, stored: StoredDraft | null, promptNo: number): Turn {
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
        {
          label: ctx.t('conversation.openDraftContinue'),
          aliases: ctx.t('conversation.openDraftContinueWords').split('|'),
          go: { to: 'drafts.open', args: { id: draftId } },
        },
        {
          label: ctx.t('conversation.openDraftRestart'),
          aliases: ctx.t('conversation.openDraftRestartWords').split('|'),
          go: { to: 'form.restart.ask', args: restart },
        },
      ],
    },
    promptNo,
  )
}
