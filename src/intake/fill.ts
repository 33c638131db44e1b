import type { ChannelName } from '../channels/channel.ts'
import type { GuestCtx, Outcome } from '../contract/feature.ts'
import { waitingScreen } from '../contract/waiting-screen.ts'
import { type DraftState, review } from '../conversation/draft.ts'
import { nextOpen, type Step } from '../conversation/outcome.ts'
import { promptOf } from '../conversation/prompt.ts'
import { type StepInput, step } from '../conversation/step.ts'
import type { StepEnv } from '../conversation/summary.ts'
import { maxMegabytes } from '../files/file-limits.ts'
import type { CommandWord } from '../reading/command-words.ts'
import { filesUnderWay, withoutLost } from './files-under-way.ts'
import { isCodeOf } from './named.ts'
import { encoded, type RunningDraft } from './running-draft.ts'
import type { DraftChange } from './save.ts'
import { questionTurn, type Turn } from './turn.ts'

/**
 * What came of one input to a form: another question; or the form has ended and a screen follows; or a word led out of it, and the draft
 * stays.
 */
export type Filled =
  | { turn: Turn }
  | { ended: Outcome; draft: DraftChange }
  | { leaves: CommandWord; draft: DraftChange | null }

/** Where the clients of the platforms cut what is pasted (telegram.md, zalo.md: texts of one message). */
const longestTyped: Readonly<Record<ChannelName, number | null>> = {
  telegram: 4_096,
  'zalo-oa': 2_000,
  'zalo-bot': 2_000,
  web: null,
}

/** Takes one input to the running form, with the look-ups and the submit that its feature wants. */
export async function fill(ctx: GuestCtx, running: RunningDraft, input: StepInput, promptNo: number): Promise<Filled> {
  const { form, entry } = running
  // «hôm nay» is the day on which it was typed.
  const isCode = (typed: string) => ctx.person !== null && isCodeOf(typed, ctx)
  const env = { t: ctx.t, today: ctx.sentOn, words: running.words, isCode }
  const longest = longestTyped[ctx.account.channel]
  const taken = step(form, running.state, input, longest === null ? env : { ...env, longestTyped: longest })
  const answers = { ...running.state.answers }
  for (const change of taken.changes) answers[change.field] = change.value
  let { params } = running.state
  let { position } = taken
  for (const { field } of taken.changes) {
    const lookUp = entry.lookUps?.[field]
    if (!lookUp) continue
    params = { ...params, ...(await lookUp(ctx, answers, params)) }
    // What was found may be asked about, at once.
    if (position !== field && taken.pending === null)
      position = nextOpen(form, { answers: running.state.answers, params }, field, answers) ?? review
  }
  const state = { position, pending: taken.pending, params, answers }
  const isOver = taken.changes.length > 0 && entry.isOver?.(answers, params) === true
  const isWhole = taken.outcome === 'asking' && (isOver || (position === review && !entry.isConfirmed))
  if (taken.outcome === 'asking' && !isWhole) return { turn: asking(running, taken, state, promptNo, ctx) }
  const draft = changeOf(running, state, taken.changes)
  if (taken.leaves) return { leaves: taken.leaves, draft: running.state.pending ? draft : null }
  switch (taken.outcome) {
    case 'cancelled':
      return { ended: { text: ctx.t('conversation.cancelled') }, draft: { ...draft, ends: 'CANCELLED' } }
    case 'later':
      return { ended: { text: ctx.t('conversation.later') }, draft }
    default: {
      const { onTheWay, lost } = await filesUnderWay(ctx.tx, running, answers)
      if (lost.length > 0) {
        const without = await withoutLost(ctx.tx, state, lost)
        const said = lost.map(({ file, why }) =>
          ctx.t(`files.refused.${why}`, { name: file.name, megabytes: maxMegabytes }),
        )
        return {
          turn: asking(running, { ...taken, changes: withFilesOf(without, taken), said }, without, promptNo, ctx),
        }
      }
      if (onTheWay.length > 0) {
        const { id } = running.stored
        const waits = { confirmedAt: ctx.sentAt, claimedAt: ctx.claimedAt, confirmedIn: ctx.account.id }
        const shown = { id, form: form.id, time: ctx.localTime(ctx.sentAt), files: onTheWay.map(({ name }) => name) }
        return {
          ended: waitingScreen(ctx.t, shown),
          draft: { ...draft, ends: 'WAITING', waits: { ...waits, files: onTheWay.map(file => file.id) } },
        }
      }
      const ended = await entry.submit(ctx, {
        answers: running.upgrade(answers),
        params,
        draftId: running.stored.id,
      })
      if ('askAgain' in ended) {
        const put = ended.answers ?? {}
        const stands = { answers: { ...answers, ...put }, params: { ...params, ...ended.params } }
        const given = taken.changes.filter(({ field }) => !(field in put))
        const changes = [...given, ...Object.entries(put).map(([field, value]) => ({ field, value, typed: '' }))]
        const again = { ...state, ...stands, position: review, pending: null }
        return { turn: asking(running, { ...taken, changes, said: [...ended.askAgain] }, again, promptNo, ctx) }
      }
      return { ended, draft: { ...draft, ends: 'SUBMITTED' } }
    }
  }
}

/** The answers just given, without files that were lost. */
function withFilesOf({ answers }: DraftState, { changes }: Step): Step['changes'] {
  return changes.filter(({ field }) => field in answers).map(change => ({ ...change, value: answers[change.field] }))
}

function asking(running: RunningDraft, taken: Step, state: DraftState, promptNo: number, env: StepEnv): Turn {
  const changes = [changeOf(running, state, taken.changes)]
  const at = { draft: running.stored, revision: running.stored.revision + 1, promptNo, changes }
  return questionTurn(promptOf(running.form, state, env), taken.said, at, env.t)
}

/** Asks the present question (again), changing nothing but the place. */
export function askAgain(ctx: StepEnv, running: RunningDraft, promptNo: number, said: readonly string[] = []): Turn {
  const at = {
    draft: running.stored,
    revision: running.moved ? running.stored.revision + 1 : running.stored.revision,
    promptNo,
    changes: running.moved ? [changeOf(running, running.state, [])] : [],
  }
  return questionTurn(promptOf(running.form, running.state, ctx), said, at, ctx.t)
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
    id: running.stored.id,
    position: state.position,
    pending: state.pending,
    params: state.params,
    formVersion: running.form.version,
    ends: null,
    answers: [...moved, ...changes].map(change => ({
      ...change,
      value: encoded(running.form, change.field, change.value),
    })),
  }
}
