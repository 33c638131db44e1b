import type { Ctx, GuestCtx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { redeem } from '../../people/one-time-link.ts'
import { readPerson } from '../../people/read-person.ts'
import { hashCode } from '../../people/secret-code.ts'

/** Joins this chat account to the person whose short code was typed; null when it is no such code. */
export async function accountLinked(ctx: GuestCtx, code: string): Promise<Ctx | null> {
  if (ctx.person) return null
  const personId = await redeem(ctx.tx, hashCode(code), 'account', ctx.now)
  if (personId === null) return null
  const person = await readPerson(ctx.tx, personId, ctx.today)
  if (!person) return null
  await ctx.tx.account.update({ where: { id: ctx.account.id }, data: { personId } })
  const entry = {
    actorId: personId,
    actorRole: 'GUEST' as const,
    action: 'account.link',
    subjectType: 'account' as const,
  }
  await writeAudit(ctx.tx, { ...entry, subjectId: ctx.account.id, to: ctx.account.channel }, ctx.now)
  return { ...ctx, person }
}
