import type { Inbound } from '../channels/channel.ts'
import { readableBy } from '../contract/campaigns-of.ts'
import type { ChangeCampaign, Ctx, GuestCtx, Outcome } from '../contract/feature.ts'
import { isFormWord, opensCode } from '../conversation/commanded.ts'
import type { FileAnswer } from '../conversation/draft.ts'
import { understands } from '../conversation/own-answer.ts'
import type { StepInput } from '../conversation/step.ts'
import type { Go } from '../outbox/go.ts'
import { type CommandWord, readCommandWord } from '../reading/command-words.ts'
import { readingOnly } from '../store/reading-only.ts'
import { begin, resume } from './begin.ts'
import { ownerOf } from './beginning.ts'
import { askAgain, fill } from './fill.ts'
import { isTaken } from './is-taken.ts'
import { meaningOf } from './meaning.ts'
import { namedBy } from './named.ts'
import { noticeTarget } from './notice-target.ts'
import { offerUpload } from './offer-upload.ts'
import { byLabel, chosenOn, screenAgain } from './on-the-screen.ts'
import { questionOf } from './question-of.ts'
import { readDraft } from './read-draft.ts'
import type { Registry } from './registry.ts'
import { type RunningDraft, runningDraft } from './running-draft.ts'
import type { Scene, StoredDraft } from './scene.ts'
import type { Talk } from './talk.ts'
import { screenTurn, type Turn } from './turn.ts'
import { arrivedInWords, askWhich, choosingOf, closedScreen, offerAll, placeOf, possibleIn } from './which-campaign.ts'
import { isOfAnotherDraft, ofAlbum } from './with-files.ts'

/** Decides what one event does to the conversation. Writes only through the features it calls, in `ctx.tx`. */
export async function converse(
  ctx: GuestCtx,
  scene: Scene,
  registry: Registry,
  inbound: Inbound,
  files: readonly FileAnswer[],
): Promise<Turn | null> {
  const running = scene.draft ? runningDraft(scene.draft, registry) : null
  const talk: Talk = { ctx, scene, registry, running, choosing: choosingOf(ctx, scene) }
  const turn = await (isShutOut(talk, inbound) ? shutOut(talk) : meant(talk, inbound, files))
  return turn && { ...turn, place: turn.place ?? placeOf(ctx, talk.choosing) }
}

/** The campaign of the draft takes it no more: it stays as it is, and the chat goes on without it. */
function isShutOut({ ctx, running, registry }: Talk, { content }: Inbound): boolean {
  return content.type !== 'left' && running !== null && !isTaken(ctx, registry, running.stored)
}

async function shutOut({ ctx, scene }: Talk): Promise<Turn> {
  // Drafts of guests are of no campaign.
  const turn = screenTurn(closedScreen(ctx as Ctx, null), scene.promptNo)
  // Nobody has chosen to look back: the chat does not stay in it.
  return { ...turn, place: { chosen: null, shownAs: ctx.campaign.shownAs } }
}

async function meant(talk: Talk, inbound: Inbound, files: readonly FileAnswer[]): Promise<Turn | null> {
  const { ctx, scene } = talk
  const meaning = meaningOf(inbound, files, scene, ctx.t)
  switch (meaning.is) {
    case 'left':
      return null
    case 'opened':
      return present(talk)
    case 'stale':
      return present(talk, ctx.t('conversation.stale'))
    case 'go':
      return go(talk, meaning.go)
    case 'notice': {
      if (meaning.typed !== undefined && isUnderstood(talk, meaning.typed))
        return input(talk, { type: 'text', text: meaning.typed })
      const target = await noticeTarget(ctx, meaning.seq, meaning.number)
      if (!target) return present(talk, ctx.t('conversation.stale'))
      return within(talk, target.campaignId, there => go(there, target.go))
    }
    case 'input':
      if (isOfAnotherDraft(talk, inbound)) return present(talk, ctx.t('conversation.fileTooLate'))
      return ofAlbum(talk, inbound, await input(talk, await withQuestion(talk, inbound, meaning.input)))
  }
}

/** A reply to an older question of the draft that is open is about that one. */
async function withQuestion(talk: Talk, { content }: Inbound, given: StepInput): Promise<StepInput> {
  if (content.type !== 'text' || content.repliesTo === undefined || given.type !== 'text' || !talk.running) return given
  const asked = await questionOf(talk.ctx, content.repliesTo)
  return asked?.draft === talk.running.stored.id ? { ...given, about: asked.field } : given
}

/** The same talk in another campaign, which it keeps from here on. Of one campaign alone, nothing is kept; of one that is not theirs, neither. */
async function within(talk: Talk, id: string | null, work: (talk: Talk) => Promise<Turn>): Promise<Turn> {
  const { person, campaign, today } = talk.ctx
  const { among } = campaign
  const readable = person ? readableBy(person, among, today.toString()) : []
  const chosen = readable.find(one => one.id === id)
  if (!chosen || readable.length === 1) return work(talk)
  const choosing = { isOpen: false, chosen }
  const there = { ...talk, ctx: { ...talk.ctx, campaign: chosen }, choosing }
  const turn = await work(there)
  return { ...turn, place: turn.place ?? placeOf(there.ctx, choosing) }
}

/** Whether the question that is open understands a text by itself. */
function isUnderstood({ ctx, running }: Talk, typed: string): boolean {
  return running !== null && understands(running.form, running.state, typed, ctx)
}

async function input(talk: Talk, given: StepInput): Promise<Turn> {
  const { ctx, scene, running } = talk
  const asked = given.type === 'text' && ctx.person ? talk.registry.asked(given.text) : undefined
  if (asked) return go(talk, asked)
  if (running) return answer(talk, running, given)
  const word = given.type === 'text' ? readCommandWord(given.text, talk.registry.words) : null
  const labelled = given.type === 'text' && !scene.draft ? byLabel(scene, given.text) : undefined
  if (labelled) return go(talk, labelled)
  if (word && !isFormWord(word)) return follow(talk, word)
  if (scene.draft) return screenTurn({ text: ctx.t('conversation.newerForm') }, scene.promptNo)
  if (word?.command === 'help') return go(talk, { to: 'help' })
  const chosen = given.type === 'text' ? chosenOn(scene, given.text) : undefined
  if (chosen) return go(talk, chosen)
  const named = given.type === 'text' && ctx.person ? namedBy(given.text, ctx) : undefined
  if (named) return go(talk, named)
  const found =
    given.type === 'text' && ctx.person && !word ? await talk.registry.named(ctx as Ctx, given.text) : undefined
  if (found) return go(talk, found)
  if (word && ctx.person) return present(talk, ctx.t('conversation.nothingOpen'))
  if (!ctx.person) return go(talk, { to: 'start', args: given.type === 'text' ? { typed: given.text } : {} })
  if (given.type === 'other') return present(talk, ctx.t(`conversation.other.${given.what}`))
  if (given.type === 'files') return present(talk, ctx.t('conversation.fileNowhere'))
  return (await screenAgain(talk)) ?? present(talk, ctx.t('conversation.notUnderstood'))
}

/** A word of the menu. */
function follow(talk: Talk, { command, code, day }: CommandWord): Promise<Turn> {
  return go(talk, { to: command, args: { ...(code ? { code } : {}), ...(day ? { day } : {}) } })
}

/** Out of a form: to what a code names, or where a word leads. */
function leave(talk: Talk, word: CommandWord): Promise<Turn> {
  const named = word.command === opensCode ? namedBy(word.code ?? '', talk.ctx) : undefined
  return named ? go(talk, named) : follow(talk, word)
}

async function answer(talk: Talk, running: RunningDraft, given: StepInput): Promise<Turn> {
  const { ctx, scene } = talk
  const isBound = given.type === 'files' && given.about !== undefined
  if (!isBound && scene.prompt?.on === 'draft' && scene.prompt.revision !== running.stored.revision) {
    const word = given.type === 'text' ? readCommandWord(given.text, talk.registry.words) : null
    if (word && !isFormWord(word)) return follow(talk, word)
    return askAgain(ctx, running, scene.promptNo, [ctx.t('conversation.continuedElsewhere')])
  }
  if (given.type === 'other' && given.what === 'unseen') {
    const turn = await offerUpload(ctx, running, scene)
    if (turn) return turn
  }
  const filled = await fill(ctx, running, given, scene.promptNo)
  if ('turn' in filled) return filled.turn
  const turn = 'leaves' in filled ? await leave(talk, filled.leaves) : await show(talk, filled.ended)
  return filled.draft ? { ...turn, changes: [filled.draft, ...turn.changes] } : turn
}

/** Runs a route. A guest reaches only the routes of joining. */
async function go(talk: Talk, target: Go): Promise<Turn> {
  const { ctx, registry } = talk
  const name = ctx.person || guestRoutes.has(target.to) ? target.to : 'start'
  const route = registry.route(name)
  if (!route) return present(talk, ctx.t('conversation.notUnderstood'))
  const isOfCampaign = ctx.person !== null && !registry.isAbove(name)
  const possible = isOfCampaign ? possibleIn(ctx as Ctx, plan => registry.isIn(name, plan)) : []
  const isHere = registry.isIn(name, ctx.campaign.plan)
  if (possible.length > 1 && (talk.choosing.isOpen || !isHere))
    return screenTurn(askWhich(ctx as Ctx, possible, target), talk.scene.promptNo)
  const [only] = possible
  if (only && (talk.choosing.isOpen || !isHere)) return within(talk, only.id, there => go(there, target))
  // Guests reach only routes that do not look at the person.
  const follow = () => route(ctx as Ctx, target.args ?? {})
  const done = isOfCampaign && !ctx.campaign.isWritable ? await readingOnly(ctx.tx, follow) : { result: await follow() }
  if (!done || (isOfCampaign && beginsInClosed(talk, done.result)))
    return screenTurn(closedScreen(ctx as Ctx, target), talk.scene.promptNo)
  const outcome = done.result
  const isKept = ctx.person && talk.running && Object.keys(talk.running.state.answers).length > 0
  return show(talk, outcome, isKept && target.to !== 'drafts.open' ? [ctx.t('conversation.draftKept')] : [])
}

const guestRoutes: ReadonlySet<string> = new Set(['start', 'help', 'drafts.open', 'form.restart.ask', 'form.restart'])

/** Nothing is filled in for a campaign that does not take it. */
function beginsInClosed({ ctx, registry }: Talk, outcome: Outcome): boolean {
  return 'start' in outcome && !isTaken(ctx, registry, { form: outcome.start, params: outcome.params })
}

async function show(talk: Talk, outcome: Outcome, lead: readonly string[] = []): Promise<Turn> {
  const { ctx, scene, registry } = talk
  if ('campaign' in outcome) return change(talk, outcome)
  if ('start' in outcome) return begin(ctx, registry, outcome, scene.promptNo, lead)
  if ('resume' in outcome) {
    const draft = await readDraft(ctx.tx, outcome.resume, ownerOf(ctx))
    return within(talk, draft?.campaignId ?? null, there => goOn(there, draft))
  }
  if ('askAgain' in outcome) throw new Error('only a confirmed form can be asked again')
  return screenTurn(outcome, scene.promptNo, lead)
}

/** Goes on with an open draft in its campaign; when that takes it no more, says so. */
async function goOn({ ctx, registry, scene }: Talk, draft: StoredDraft | null): Promise<Turn> {
  if (draft && !isTaken(ctx, registry, draft)) return screenTurn(closedScreen(ctx as Ctx, null), scene.promptNo)
  return resume(ctx, registry, draft, scene.promptNo)
}

/** Asks which campaign is meant, or goes over to the one that was chosen and does there what was wanted. */
async function change(talk: Talk, { campaign, next }: ChangeCampaign): Promise<Turn> {
  const { ctx, scene } = talk
  if (campaign === null) return screenTurn(offerAll(ctx as Ctx), scene.promptNo)
  return within({ ...talk, running: null }, campaign, there =>
    next ? go(there, next) : present(there, arrivedInWords(there.ctx)),
  )
}

/** Shows again what the chat is about: the question, the screen, or the menu. */
async function present(talk: Talk, ...said: string[]): Promise<Turn> {
  const { ctx, scene, running } = talk
  if (running) return askAgain(ctx, running, scene.promptNo, said)
  const route = talk.registry.route(ctx.person ? 'menu' : 'start')
  const outcome = route ? await route(ctx as Ctx, {}) : { text: '' }
  return show(talk, outcome, said)
}
