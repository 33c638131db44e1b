import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole } from '../../people/may.ts'
import type { StopFact } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import { nominationRights } from './rights.ts'
import type { StopEntry } from './stop-list.ts'

export interface GivenList {
  agency: string
  /** The day on which the agency gave it. */
  givenOn: string
  entries: readonly StopEntry[]
}

/** Takes in what an agency gave on a day; what was taken in before is left as it is. How many were new. */
export async function loadStopFacts(ctx: Ctx, { agency, givenOn, entries }: GivenList): Promise<number> {
  const { tx, now, person } = ctx
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('stop-facts', 0))`
  const known = await tx.stopFact.findMany({ where: { agency, givenOn } })
  const keyOf = ({ kind, nameFolded, unitCode }: Pick<StopFact, 'kind' | 'nameFolded' | 'unitCode'>) =>
    [kind, nameFolded, unitCode ?? ''].join(' ')
  const before = new Set(known.map(keyOf))
  const added = [...new Map(entries.map(entry => [keyOf(entry), entry])).values()].filter(
    entry => !before.has(keyOf(entry)),
  )
  await tx.stopFact.createMany({
    data: added.map(entry => ({ id: newId(now), ...entry, agency, givenOn, loadedById: person.id, loadedAt: now })),
  })
  if (added.length > 0) await audited(ctx, 'stopFact.load', givenOn)
  return added.length
}

/** Notes how it ended: a violation was found, or none was. Whoever is second finds it done. */
export async function concludeStopFact(
  ctx: Ctx,
  id: string,
  conclusion: 'VIOLATION' | 'CLEARED',
  note: string,
): Promise<boolean> {
  const data = { conclusion, concludedOn: ctx.today.toString(), note }
  const { count } = await ctx.tx.stopFact.updateMany({ where: { id, conclusion: null }, data })
  if (count > 0) await audited(ctx, 'stopFact.conclude', id)
  return count > 0
}

async function audited({ tx, now, person }: Ctx, action: string, subjectId: string): Promise<void> {
  const actorRole = givingRole(person, nominationRights.loadStopFacts, {})?.role ?? 'GUEST'
  await writeAudit(tx, { actorId: person.id, actorRole, action, subjectType: 'stopFact', subjectId }, now)
}
