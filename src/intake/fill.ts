import { review } from '../conversation/draft.ts'
import type { Params } from '../conversation/field.ts'
import { promptOf } from '../conversation/prompt.ts'
import { type StepInput, step } from '../conversation/step.ts'
import type { StepEnv } from '../conversation/summary.ts'
import type { GuestCtx, Outcome } from '../features/feature.ts'
import { encoded, type RunningDraft } from './running-draft.ts'
import type { DraftChange } from './save.ts'
import { questionTurn, type Turn } from './turn.ts'

/** What came of one input to a form: another question, or the form has ended and a screen follows. */
export type Filled = { turn: Turn } | { ended: Outcome; draft: DraftChange; state: 'SUBMITTED' | 'CANCELLED' | 'OPEN' }

/** Takes one input to the running form, with the look-ups and the submit that its feature wants. */
export async function fill(ctx: GuestCtx, running: RunningDraft, input: StepInput, promptNo: number): Promise<Filled> {
  const env = stepEnv(ctx)
  const taken = step(running.form, running.state, input, env)
  const answers = { ...running.state.answers }
  for (const change of taken.changes) answers[change.field] = change.value
  const params = await lookUp(
    ctx,
    running,
    taken.changes.map(change => change.field),
    answers,
  )
  const state = { position: taken.position, pending: taken.pending, params, answers }
  const change = changeOf(running, state, taken.changes)

  const isWhole = taken.outcome === 'asking' && state.position === review && !running.entry.isConfirmed
  if (taken.outcome === 'submit' || isWhole) {
    const ended = await running.entry.submit(ctx, { answers: running.upgrade(answers), params, draftId: running.id })
    return { ended, draft: change, state: 'SUBMITTED' }
  }
  if (taken.outcome === 'cancelled')
    return { ended: { text: ctx.t('conversation.cancelled') }, draft: change, state: 'CANCELLED' }
  if (taken.outcome === 'later') return { ended: { text: ctx.t('conversation.later') }, draft: change, state: 'OPEN' }
  const at = { draftId: running.id, revision: running.revision + 1, promptNo, change }
  return { turn: questionTurn(promptOf(running.form, state, env), taken.said, at, ctx.t) }
}

/** Asks the present question (again), changing nothing but the place. */
export function askAgain(ctx: GuestCtx, running: RunningDraft, promptNo: number, said: readonly string[] = []): Turn {
  const at = {
    draftId: running.id,
    revision: running.moved ? running.revision + 1 : running.revision,
    promptNo,
    change: running.moved ? changeOf(running, running.state, []) : null,
  }
  return questionTurn(promptOf(running.form, running.state, stepEnv(ctx)), said, at, ctx.t)
}

function stepEnv(ctx: GuestCtx): StepEnv {
  return { t: ctx.t, today: ctx.today }
}

async function lookUp(
  ctx: GuestCtx,
  running: RunningDraft,
  fields: readonly string[],
  answers: Record<string, unknown>,
): Promise<Params> {
  let params = running.state.params
  for (const field of fields) {
    const found = await running.entry.onAnswer?.(ctx, field, answers, params)
    if (found) params = { ...params, ...found }
  }
  return params
}

function changeOf(
  running: RunningDraft,
  state: RunningDraft['state'],
  changes: readonly { field: string; value: unknown; typed: string }[],
): DraftChange {
  const moved = running.moved
    ? Object.entries(state.answers)
        .filter(([field]) => !changes.some(change => change.field === field))
        .map(([field, value]) => ({ field, value, typed: '' }))
    : []
  return {
    id: running.id,
    position: state.position,
    pending: state.pending,
    params: state.params,
    formVersion: running.form.version,
    answers: [...moved, ...changes].map(change => ({
      ...change,
      value: encoded(running.form, change.field, change.value),
    })),
  }
}
