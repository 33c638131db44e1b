import { campaignOf } from '../../campaign/active.ts'
import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { heldOfForms } from './held.ts'
import { showWaiting, takeBack, waitingChoice, waitingDrafts } from './waiting.ts'

/** `/nhap`: everything begun and not sent, on whichever channel. */
async function list(ctx: Ctx): Promise<Outcome> {
  const drafts = await ctx.tx.draft.findMany({
    where: { personId: ctx.person.id, state: 'OPEN' },
    orderBy: { updatedAt: 'desc' },
    take: 9,
    include: { _count: { select: { answers: true } } },
  })
  const waiting = await waitingDrafts(ctx)
  const { among } = ctx.campaign
  const of = (id: string | null) => campaignOf(among, id)?.shownAs ?? null
  if (drafts.length + waiting.length === 0) return { text: ctx.t('drafts.none') }
  return {
    title: ctx.t('drafts.title'),
    text: ctx.t('drafts.text'),
    choices: [
      ...waiting.map(draft => waitingChoice(ctx, draft)),
      ...drafts.map(draft => ({
        label: ctx.t('drafts.line', {
          form: ctx.t(`drafts.forms.${draft.form}`),
          about: `${about(draft.params)}${besides(of(draft.campaignId))}`,
          count: draft._count.answers,
        }),
        go: { to: 'drafts.open', args: { id: draft.id } },
      })),
    ],
  }
}

/** Where several campaigns are open, a draft says of which it is. */
function besides(shownAs: string | null): string {
  return shownAs === null ? '' : ` [${shownAs}]`
}

function about(params: unknown): string {
  const { about } = params as { about?: unknown }
  return typeof about === 'string' ? ` ${about}` : ''
}

/** Goes on with an open draft; of one that is confirmed and waits for its files, says so. */
async function open(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const id = args.id ?? ''
  return (await showWaiting(ctx, id)) ?? { resume: id }
}

/** Whoever begins anew loses what is in the old draft: a number pressed in passing must not do that. */
async function askToRestart(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  const waiting = await showWaiting(ctx, args.draft ?? '')
  if (waiting) return waiting
  const count = await ctx.tx.answer.count({ where: { draftId: args.draft ?? '' } })
  const wordsOf = (answer: 'yes' | 'no') => ctx.t(`conversation.say.${answer}`).split('|')
  return {
    text: ctx.t('drafts.restartAsk', { count }),
    choices: [
      { label: ctx.t('drafts.restartYes'), aliases: wordsOf('yes'), go: { to: 'form.restart', args } },
      {
        label: ctx.t('drafts.restartNo'),
        aliases: wordsOf('no'),
        go: { to: 'drafts.open', args: { id: args.draft ?? '' } },
      },
    ],
  }
}

/** Throws the old draft away and begins the same form anew; only its owner's chat ever shows this choice. */
async function restart(ctx: Ctx, args: Readonly<Record<string, string>>): Promise<Outcome> {
  if (args.draft) {
    const waiting = await showWaiting(ctx, args.draft)
    if (waiting) return waiting
    await ctx.tx.draft.updateMany({
      where: {
        id: args.draft,
        state: 'OPEN',
        OR: [{ personId: ctx.person?.id ?? null }, { accountId: ctx.account.id }],
      },
      data: { state: 'CANCELLED', updatedAt: ctx.now },
    })
  }
  return { start: args.start ?? '', params: JSON.parse(args.params ?? '{}'), key: args.key ?? '' }
}

export const drafts: Feature = {
  name: 'drafts',
  isAboveCampaigns: true,
  commands: [
    { to: 'drafts', says: 'drafts.command', slash: 'nhap', offeredTo: 'everybody', behind: 'around', isHelped: true },
  ],
  personalData: heldOfForms,
  routes: {
    drafts: list,
    'drafts.open': open,
    'drafts.takeBack': takeBack,
    'form.restart.ask': askToRestart,
    'form.restart': restart,
  },
}
