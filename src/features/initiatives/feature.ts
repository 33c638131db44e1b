import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { formEntry } from '../../contract/feature.ts'
import { correctInitiative } from './correct.ts'
import { decideInitiative } from './decide.ts'
import { initiativeForm, noteForm } from './form.ts'
import { heldOfInitiatives } from './held.ts'
import { lookUpSimilar } from './look-up.ts'
import { mayReadFile } from './may-read-file.ts'
import { initiativesPage } from './page.ts'
import { type InitiativeAction, isAction } from './rules.ts'
import { askNote, myInitiatives, showInitiative, startInitiative } from './screens.ts'
import { submitInitiative } from './submit.ts'
import { waitingForDecision } from './waiting.ts'

async function decide(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const id = args.id ?? ''
  const next = await askNote(ctx, id, args.action ?? '')
  return typeof next === 'string' ? decided(ctx, id, next, '') : next
}

async function decided(ctx: Ctx, id: string, action: InitiativeAction, note: string): Promise<Outcome> {
  const { say } = await decideInitiative(ctx, id, action, note)
  return {
    text: say,
    choices: [
      { label: ctx.t('initiatives.open'), go: { to: 'initiatives.show', args: { id } } },
      { label: ctx.t('initiatives.nextDecision'), go: { to: 'decide' } },
      { label: ctx.t('initiatives.toMenu'), go: { to: 'menu' } },
    ],
  }
}

/** Registering models, solutions and initiatives, and what becomes of them (plan §9.5, C15, K04). */
export const initiatives: Feature = {
  name: 'initiatives',
  personalData: heldOfInitiatives,
  routes: {
    initiative: startInitiative,
    'initiatives.mine': myInitiatives,
    'initiatives.show': (ctx, args) => showInitiative(ctx, args.id ?? ''),
    'initiatives.correct': (ctx, args) => correctInitiative(ctx, args.id ?? ''),
    'initiatives.decide': decide,
  },
  forms: [
    formEntry(initiativeForm, { submit: submitInitiative, lookUps: { title: lookUpSimilar } }),
    formEntry(noteForm, {
      isConfirmed: false,
      submit: async (ctx, { answers, params }) => {
        const action = String(params.action)
        return isAction(action)
          ? decided(ctx, String(params.id), action, answers.reason)
          : { text: ctx.t('initiatives.gone') }
      },
    }),
  ],
  waiting: waitingForDecision,
  mayReadFile,
  page: initiativesPage,
}
