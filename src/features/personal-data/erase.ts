import { forgetLetters } from '../../intake/dead-letter.ts'
import { record } from '../../people/audit.ts'
import { removePhone } from '../../people/reminder-phone.ts'
import type { Ctx } from '../feature.ts'

/**
 * Removes chat identities, drafts and the name. Records handed in stay as official records under a pseudonym
 * (law 91/2025, articles 14.2 and 19; domain.md §9).
 */
export async function erase(ctx: Ctx, personId: string): Promise<void> {
  const accounts = await ctx.tx.account.findMany({ where: { personId }, select: { id: true } })
  const ids = accounts.map(account => account.id)
  const pseudonym = ctx.t('mydata.pseudonym', { code: personId.slice(-6) })
  await ctx.tx.draft.deleteMany({
    where: { OR: [{ personId }, { accountId: { in: ids } }], state: { not: 'SUBMITTED' } },
  })
  // What was planned for this person under the old name does not go out any more.
  await ctx.tx.outbox.updateMany({
    where: { accountId: { in: ids }, state: 'QUEUED', kind: { not: 'REPLY' } },
    data: { state: 'EXPIRED', why: 'erased' },
  })
  await ctx.tx.chatLine.deleteMany({ where: { accountId: { in: ids } } })
  await ctx.tx.webSession.deleteMany({ where: { personId } })
  await ctx.tx.oneTimeLink.deleteMany({ where: { personId } })
  await removePhone(ctx.tx, personId)
  await forgetLetters(ctx.tx, ids)
  await ctx.tx.roleAssignment.updateMany({
    where: { personId, validTo: null },
    data: { validTo: ctx.today.subtract({ days: 1 }).toString(), position: '' },
  })
  await ctx.tx.consent.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: ctx.now } })
  // The chat in hand stays addressable for the last reply; as an account of nobody it is cleared with the other guests.
  await ctx.tx.account.update({ where: { id: ctx.account.id }, data: { personId: null, displayName: '' } })
  for (const id of ids.filter(id => id !== ctx.account.id)) {
    await ctx.tx.account.update({
      where: { id },
      data: { personId: null, externalId: `erased:${id}`, displayName: '', state: 'INACTIVE', inactiveWhy: 'erased' },
    })
  }
  await ctx.tx.person.update({
    where: { id: personId },
    data: {
      fullName: pseudonym,
      givenName: pseudonym,
      preferredAccountId: null,
      quietFrom: null,
      quietTo: null,
      erasedAt: ctx.now,
    },
  })
  await record(
    ctx.tx,
    { actorId: personId, actorRole: 'SYSTEM', action: 'person.erase', subjectType: 'person', subjectId: personId },
    ctx.now,
  )
}
