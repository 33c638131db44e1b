import { randomInt } from 'node:crypto'
import { campaignOf } from '../campaign/active.ts'
import { campaignsMark } from '../campaign/source.ts'
import type { OutboundMessage } from '../channels/channel.ts'
import { after, dayOf } from '../clock.ts'
import type { AskAgain, ChangeCampaign, Ctx, GuestCtx, Outcome } from '../contract/feature.ts'
import { review } from '../conversation/draft.ts'
import type { Answers } from '../conversation/field.ts'
import { brokenCheck, firstOpen } from '../conversation/form.ts'
import { lockChat } from '../files/leave-answers.ts'
import { enqueueToAccount } from '../outbox/enqueue.ts'
import type { Go } from '../outbox/go.ts'
import { readPerson } from '../people/read-person.ts'
import { Prisma } from '../store/generated/client.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { isTransient } from '../store/transient.ts'
import { contextOf } from './context.ts'
import { readDraft } from './read-draft.ts'
import { encoded, type RunningDraft, runningDraft } from './running-draft.ts'
import type { System } from './system.ts'

/** Sends confirmed drafts whose files have all come in. */
export interface WaitingSender {
  /** One round. Costs next to nothing when nothing waits. */
  turn(): Promise<void>
}

/** A submission that failed here for a reason of its own is tried again after this, and at once after a restart. */
const RETRY_MS = 600_000

/**
 * Each draft goes in a transaction of its own: the form's `submit` in the context of the person who confirmed it (the roles of that
 * day, the time of the confirmation), the end of the draft and the receipt. Found by its state, so that a restart goes on; whoever
 * comes second, on this instance or another, finds it sent. A fault in the feature leaves it waiting: it is never lost and
 * keeps its time; the person is told once.
 */
export function waitingSender(system: System): WaitingSender {
  const { prisma, clock, log } = system
  const notBefore = new Map<string, Date>()

  async function attempt(id: string): Promise<void> {
    try {
      await inTransaction(prisma, tx => sendOne(system, tx, id))
      notBefore.delete(id)
    } catch (error) {
      if (isTransient(error)) throw error
      notBefore.set(id, after(clock.now(), RETRY_MS))
      const code = `L-${randomInt(100_000, 999_999)}`
      log.error({ err: error, code, draft: id }, 'a confirmed form could not be sent')
      await inTransaction(prisma, tx => apologise(system, tx, id, code))
    }
  }

  return {
    turn: async () => {
      const ready = await prisma.$queryRaw<{ id: string }[]>`
        SELECT d.id FROM draft d WHERE d.state = 'WAITING'
          AND NOT EXISTS (SELECT FROM stored_file f WHERE f.id = ANY(d.waits_for) AND f.state = 'PENDING')
        ORDER BY d.confirmed_at, d.id LIMIT 100`
      for (const { id } of ready) {
        const earliest = notBefore.get(id)
        if (!earliest || earliest <= clock.now()) await attempt(id)
      }
      if (ready.length > 0) system.wake('outbox')
    },
  }
}

async function sendOne(system: System, tx: Tx, id: string): Promise<void> {
  const seen = await tx.draft.findUnique({ where: { id }, select: { confirmedIn: true } })
  if (!seen?.confirmedIn) return
  await lockChat(tx, seen.confirmedIn)
  const waiting = await tx.draft.findFirst({ where: { id, state: 'WAITING', confirmedIn: seen.confirmedIn } })
  const account = await tx.account.findUniqueOrThrow({ where: { id: seen.confirmedIn } })
  if (!waiting?.confirmedAt) return
  const { personId, accountId, confirmedAt, claimedAt } = waiting
  const owner = personId === null ? { personId: null, accountId: accountId ?? account.id } : { personId }
  const stored = await readDraft(tx, id, owner, 'WAITING')
  const running = stored && runningDraft(stored, system.registry)
  if (!running) throw new Error('the form of a confirmed draft is not known here')
  const now = system.clock.now()
  const { among, timeZone } = await system.campaign(tx, await campaignsMark(tx))
  const person = personId === null ? null : await readPerson(tx, personId, dayOf(confirmedAt, timeZone))
  // Confirmed while it was open: it goes in, even where the campaign has been closed since.
  const campaign = campaignOf(among, waiting.campaignId) ?? among.main
  const scene = {
    account: {
      id: account.id,
      channel: account.channel as Ctx['account']['channel'],
      isActive: account.state === 'ACTIVE',
    },
    ...{ person, promptNo: 0, prompt: null, draft: stored, heldBy: null },
    ...{ campaignId: waiting.campaignId, campaignsMark: among.mark },
  }
  const ctx = contextOf(system, tx, scene, campaign, now, { sentAt: confirmedAt, claimedAt })
  const { answers, params } = running.state
  // A newer version of the form asks something more: nothing is sent behind the person's back.
  const isOver = running.entry.isOver?.(answers, params) === true
  const open = isOver
    ? undefined
    : (firstOpen(running.form, answers, params) ?? brokenCheck(running.form, answers, params, ctx.sentOn)?.field)
  const outcome = open
    ? { text: ctx.t('drafts.waiting.changed', { form: nameOf(ctx, running.form.id) }), ...goOn(ctx, id) }
    : await running.entry.submit(ctx, { answers: running.upgrade(answers), params, draftId: id })
  if ('campaign' in outcome) throw new Error('a form that was confirmed does not change the campaign')
  // Somebody else was faster: the person is asked once more, as in the chat.
  const isAsked = 'askAgain' in outcome
  const position = isAsked ? review : open
  const ended = isAsked ? { text: outcome.askAgain.join('\n\n'), ...goOn(ctx, id) } : outcome
  const known = { ...params, ...(isAsked ? outcome.params : {}) } as Prisma.InputJsonObject
  const data = position ? { ...reopened, position, params: known } : { state: 'SUBMITTED' as const, updatedAt: now }
  await tx.draft.update({ where: { id }, data })
  const of = waiting.campaignId === null ? null : campaign
  if (isAsked) await putIn(tx, id, running, outcome.answers ?? {}, now)
  const dedupeKey = `waited:${id}:${confirmedAt.toISOString()}`
  await enqueueToAccount(
    tx,
    account,
    { dedupeKey, kind: 'NOTICE', campaign: of, ...receiptOf(ctx, ended, running.form.id) },
    now,
  )
}

/** What the form asked once more has in it now. */
async function putIn(tx: Tx, draftId: string, { form }: RunningDraft, answers: Answers, at: Date): Promise<void> {
  for (const [field, answer] of Object.entries(answers)) {
    const value = encoded(form, field, answer)
    const stands = { value: value === null ? Prisma.JsonNull : value, typed: '', at }
    const where = { draftId_field: { draftId, field } }
    await tx.answer.upsert({ where, create: { draftId, field, ...stands }, update: stands })
  }
}

const reopened = { state: 'OPEN' as const, confirmedAt: null, claimedAt: null, confirmedIn: null, waitsFor: [] }

function goOn(ctx: GuestCtx, id: string) {
  return { choices: [{ label: ctx.t('drafts.waiting.open'), go: { to: 'drafts.open', args: { id } } }] }
}

const nameOf = (ctx: GuestCtx, form: string) => ctx.t(`drafts.forms.${form}`)

/** What the chat would have shown, as a message that comes by itself: its choices are buttons, and nothing begins unasked. */
function receiptOf(
  ctx: GuestCtx,
  ended: Exclude<Outcome, AskAgain | ChangeCampaign>,
  form: string,
): { message: OutboundMessage; go: readonly Go[] } {
  const lead = ctx.t('drafts.waiting.here', { form: nameOf(ctx, form) })
  if ('start' in ended) {
    const args = { draft: '', start: ended.start, key: ended.key ?? '', params: JSON.stringify(ended.params) }
    const message = { text: `${lead} ${ctx.t('drafts.waiting.sent')}`, words: [ctx.t('drafts.waiting.next')] }
    return { message, go: [{ to: 'form.restart', args }] }
  }
  if ('resume' in ended) {
    const message = { text: `${lead} ${ctx.t('drafts.waiting.sent')}`, words: [ctx.t('drafts.waiting.open')] }
    return { message, go: [{ to: 'drafts.open', args: { id: ended.resume } }] }
  }
  const { title, text, choices = [], links, attachments } = ended
  return {
    message: {
      ...(title ? { title } : {}),
      text: `${lead}\n\n${text}`,
      ...(choices.length > 0 ? { words: choices.map(({ label }) => label) } : {}),
      ...(links ? { links } : {}),
      ...(attachments ? { attachments } : {}),
    },
    go: choices.map(({ go }) => go),
  }
}

async function apologise(system: System, tx: Tx, id: string, code: string): Promise<void> {
  const draft = await tx.draft.findFirst({
    where: { id, state: 'WAITING', confirmedIn: { not: null } },
    include: { person: { select: { locale: true } } },
  })
  const account = draft?.confirmedIn ? await tx.account.findUnique({ where: { id: draft.confirmedIn } }) : null
  if (!draft || !account) return
  const t = system.texts(draft.person?.locale === 'en' ? 'en' : 'vi')
  const message = { text: t('drafts.waiting.fault', { code, form: t(`drafts.forms.${draft.form}`) }) }
  await enqueueToAccount(
    tx,
    account,
    { dedupeKey: `waited-fault:${id}`, kind: 'NOTICE', campaign: null, message },
    system.clock.now(),
  )
}
