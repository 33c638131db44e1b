import type { Ctx, Feature, Outcome, Waiting } from '../feature.ts'
import { formEntry } from '../feature.ts'
import { decideLaunch } from './decide.ts'
import { launchForm, launchReasonForm } from './form.ts'
import { heldOfLaunch } from './held.ts'
import { launchPage } from './page.ts'
import { type LaunchAction, launchActions, moves } from './rules.ts'
import { launch, showDocument } from './screens.ts'
import { submitLaunch } from './submit.ts'
import { waitingDocuments } from './waiting.ts'

/** A decision that needs a reason asks for it; the others are done at once. */
async function decide(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const action = actionOf(args.action)
  const id = args.id ?? ''
  if (action === null) return showDocument(ctx, id)
  if (moves[action].some(move => move.needsReason))
    return { start: 'launch.reason', key: `${id}:${action}`, params: { id, action } }
  return decided(ctx, id, action, '')
}

async function decided(ctx: Ctx, id: string, action: LaunchAction, reason: string): Promise<Outcome> {
  const { say } = await decideLaunch(ctx, id, action, reason)
  return { text: say, choices: [{ label: ctx.t('decisions.next'), go: { to: 'decide' } }] }
}

function actionOf(name: unknown): LaunchAction | null {
  return launchActions.find(action => action === name) ?? null
}

export const launching: Feature = {
  name: 'launch',
  personalData: heldOfLaunch,
  routes: { launch, 'launch.show': (ctx, args) => showDocument(ctx, args.id ?? ''), 'launch.decide': decide },
  forms: [
    formEntry(launchForm, { submit: submitLaunch }),
    formEntry(launchReasonForm, {
      isConfirmed: false,
      submit: async (ctx, { answers, params }) => {
        const action = actionOf(params.action)
        return action === null
          ? { text: ctx.t('launch.gone') }
          : decided(ctx, String(params.id), action, answers.reason)
      },
    }),
  ],
  waiting: (ctx): Promise<Waiting[]> => waitingDocuments(ctx),
  page: launchPage,
}
