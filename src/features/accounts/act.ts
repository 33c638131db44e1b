import type { Ctx } from '../../contract/feature.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { removeSecondStep } from '../../people/second-step.ts'
import { writeSecurity } from '../../people/security-log.ts'
import { endSessionsOf } from '../../people/sessions.ts'
import { newId } from '../../store/new-id.ts'
import type { Holder } from './store.ts'

interface Done {
  ok: boolean
  say: string
}

/** Ends every session of the person; open pages are sent away at once. */
export async function signOutEverywhere(ctx: Ctx, { id, fullName }: Holder, reason: string): Promise<Done> {
  const count = await endSessionsOf(ctx.tx, id)
  if (count === 0) return { ok: true, say: ctx.t('accounts.done.nothing') }
  const entry = { person: ctx.person, action: 'session.endByAdmin', subjectType: 'session', subjectId: id } as const
  await writeSecurity(ctx.tx, { ...entry, reason }, ctx.now)
  await tell(ctx, id, 'signedOut', reason)
  return { ok: true, say: ctx.t('accounts.done.signOut', { name: fullName, count }) }
}

/** For a lost phone: the second step goes, with all sessions; at the next sign-in a new one is set up. */
export async function resetSecondStep(ctx: Ctx, { id, fullName }: Holder, reason: string): Promise<Done> {
  if (!(await removeSecondStep(ctx.tx, id))) return { ok: true, say: ctx.t('accounts.done.nothing') }
  await endSessionsOf(ctx.tx, id)
  const entry = { person: ctx.person, action: 'secondStep.reset', subjectType: 'second-step', subjectId: id } as const
  await writeSecurity(ctx.tx, { ...entry, reason }, ctx.now)
  await tell(ctx, id, 'reset', reason)
  return { ok: true, say: ctx.t('accounts.done.reset', { name: fullName }) }
}

/** The person learns of it, by whom and why: if it was not wanted, they can say so. */
async function tell(ctx: Ctx, personId: string, what: 'signedOut' | 'reset', reason: string): Promise<void> {
  const { locale } = await ctx.tx.person.findUniqueOrThrow({ where: { id: personId }, select: { locale: true } })
  const t = ctx.texts(locale === 'en' ? 'en' : 'vi')
  const text = t(`accounts.told.${what}`, { who: ctx.person.fullName, reason })
  const dedupeKey = `account-${what}:${newId(ctx.now)}`
  await enqueueTo(ctx.tx, personId, { dedupeKey, kind: 'NOTICE', campaign: null, message: { text } }, ctx.now)
}
