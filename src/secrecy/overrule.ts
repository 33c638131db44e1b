import { after } from '../clock.ts'
import { type Audited, writeAudit } from '../people/audit.ts'
import type { Tx } from '../store/transaction.ts'

/** So long after the reason was given, the same chat is not stopped again. */
const LASTS_MS = 10 * 60_000

/** «không mật: kế hoạch này đã công bố»: the reason; null: it says something else. Accents optional. */
export function overruleReason(text: string): string | null {
  const found = /^\s*[kK](?:hông|hong)\s+(?:mật|mat)\s*[:,–-]\s*(\S[\s\S]*?)\s*$/u.exec(text.normalize('NFC'))?.[1]
  return found !== undefined && found.length >= 5 ? found.slice(0, 2_000) : null
}

/** Keeps who says that it was a false alarm, and why. */
export async function overrule(tx: Tx, accountId: string, reason: string, now: Date): Promise<void> {
  const account = await tx.account.findUnique({
    where: { id: accountId },
    select: { personId: true, person: { select: { roles: { select: { role: true }, take: 1 } } } },
  })
  const actor = { actorId: account?.personId ?? null, actorRole: account?.person?.roles[0]?.role ?? ('GUEST' as const) }
  await writeAudit(tx, { ...actor, action, subjectType: 'account', subjectId: accountId, reason }, now)
}

/** Whether a reason was given in this chat just now. */
export async function isOverruled(tx: Pick<Tx, 'audit'>, accountId: string, now: Date): Promise<boolean> {
  const since = after(now, -LASTS_MS)
  const found = await tx.audit.count({
    where: { subjectType: 'account', subjectId: accountId, action, at: { gt: since } },
  })
  return found > 0
}

const action = 'secrecy.overrule'

export const auditsOfSecrecy: Audited = { account: [action] }
