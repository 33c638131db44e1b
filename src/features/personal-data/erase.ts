import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import type { Erasure, PersonalData } from '../../people/personal-data.ts'
import { replaceName } from './rename.ts'

/**
 * Removes everything personal of somebody, as the parts of the system declare it. Records handed in stay as official records under a
 * pseudonym (law 91/2025, articles 14.2 and 19; domain.md §9).
 */
export async function erase(ctx: Ctx, personId: string, parts: readonly PersonalData[]): Promise<void> {
  const { fullName, givenName, accounts } = await ctx.tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { fullName: true, givenName: true, accounts: { select: { id: true } } },
  })
  const erasure: Erasure = {
    personId,
    accountIds: accounts.map(account => account.id),
    accountInHand: ctx.account.id,
    fullName,
    givenName,
    pseudonym: ctx.texts('vi')('mydata.pseudonym', { code: personId.slice(-6) }),
    neutralFileName: fileId => ctx.texts('vi')('mydata.neutralFile', { code: fileId.slice(-6) }),
    now: ctx.now,
    today: ctx.today.toString(),
  }
  for (const part of parts) await part.erase?.(ctx.tx, erasure)
  await replaceName(ctx.tx, parts, erasure)
  await writeAudit(
    ctx.tx,
    { actorId: personId, actorRole: 'SYSTEM', action: 'person.erase', subjectType: 'person', subjectId: personId },
    ctx.now,
  )
}
