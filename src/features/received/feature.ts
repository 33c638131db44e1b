import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { formEntry } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { decideNote } from './decide.ts'
import { claimForm, noteReasonForm } from './form.ts'
import { heldOfReceived } from './held.ts'
import { claimReceived } from './keep.ts'
import { receivedPage } from './page.ts'
import { noteRoom } from './room.tsx'
import { actionNamed } from './rules.ts'
import { askClaim, askReason, showNote } from './screens.ts'
import { waitingClaims } from './store.ts'
import { noteTitle, receiptInWords } from './wording.ts'

async function decided(ctx: Ctx, id: string, name: string | undefined, reason: string): Promise<Outcome> {
  const action = actionNamed(name)
  if (action === null) return showNote(ctx, { id })
  const { say } = await decideNote(ctx, id, action, reason)
  return { text: say, choices: [{ label: ctx.t('decisions.next'), go: { to: 'decide' } }] }
}

/** What is owed here and handed in elsewhere: on paper, through the document axis. A unit claims it, an officer notes or confirms it. */
export const receivedOutside: Feature = {
  name: 'received',
  audits: { obligation: ['claim', 'note', 'confirm', 'decline', 'reopen'].map(action => `received.${action}`) },
  routes: {
    'received.claim': askClaim,
    'received.show': showNote,
    'received.decide': async (ctx, args) =>
      askReason(args.id ?? '', args.action) ?? (await decided(ctx, args.id ?? '', args.action, '')),
  },
  forms: [
    formEntry(claimForm, {
      isConfirmed: false,
      submit: async (ctx, { answers, params }) => {
        const { way, receivedOn, number } = answers
        const { say } = await claimReceived(ctx, String(params.obligation), { way, receivedOn, number: number ?? '' })
        return { text: say, choices: [{ label: ctx.t('tasks.command.menu'), go: { to: 'tasks' } }] }
      },
    }),
    formEntry(noteReasonForm, {
      isConfirmed: false,
      submit: (ctx, { answers, params }) => decided(ctx, String(params.id), String(params.action), answers.reason),
    }),
  ],
  waiting: async ctx => {
    if (!may(ctx.person, 'received.note')) return []
    const claims = await waitingClaims(ctx)
    return claims.map(note => ({
      label: ctx.t('received.waiting', {
        what: noteTitle(ctx, note.obligation),
        receipt: receiptInWords(ctx, note),
      }),
      since: note.at,
      go: { to: 'received.show', args: { id: note.id } },
    }))
  },
  personalData: heldOfReceived,
  page: receivedPage,
  rooms: [noteRoom],
}
