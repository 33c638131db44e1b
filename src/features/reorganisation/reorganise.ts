import { faultsOf, type Reorganisation, type ReorganisationFault } from '../../campaign/reorganisation.ts'
import { storedUnits } from '../../campaign/stored-units.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import type { Actor } from '../../people/open-invitations.ts'
import type { AnyKind } from '../../records/kind.ts'
import { asTrial } from '../../store/trial.ts'
import { type Carried, carryOut } from './carry-out.ts'
import { type Choices, keepReorganisation, keepTrace, lockReorganisation, type Stored } from './stored.ts'
import { tellEverybody, tellUndone } from './tell.ts'
import { mayBeUndone, type Rests, undo } from './undo.ts'

export type Ordering = Pick<Ctx, 'tx' | 'now' | 'today' | 'campaign' | 'texts'>

export interface Ordered {
  what: Reorganisation
  choices: Choices
}

export type Previewed = { ok: true; carried: Carried } | { ok: false; faults: readonly ReorganisationFault[] }

/** What it would do if its day were today. Nothing of it stands. */
export async function preview(
  ctx: Ordering,
  kinds: readonly AnyKind[],
  { what, choices }: Ordered,
): Promise<Previewed> {
  const faults = faultsOf(await storedUnits(ctx.tx), what)
  if (faults.length > 0) return { ok: false, faults }
  return { ok: true, carried: await asTrial(ctx.tx, () => carryOut(ctx, kinds, what, choices)) }
}

export type Done =
  | { ok: true; id: string; isLater: boolean; carried: Carried | null }
  | { ok: false; faults: readonly ReorganisationFault[] }

/** Carries it out and tells everybody whom it moves; a coming day is waited for. `by` null: the command line. */
export async function reorganise(
  ctx: Ordering,
  kinds: readonly AnyKind[],
  ordered: Ordered,
  by: Actor | null,
): Promise<Done> {
  const faults = faultsOf(await storedUnits(ctx.tx), ordered.what)
  if (faults.length > 0) return { ok: false, faults }
  const stored = await keepReorganisation(ctx.tx, ordered, by?.id ?? null, ctx.now)
  const isLater = ordered.what.effectiveOn > ctx.today.toString()
  await audit(ctx, stored, isLater ? 'units.planReorganisation' : 'units.reorganise', by)
  return { ok: true, id: stored.id, isLater, carried: isLater ? null : await finish(ctx, kinds, stored) }
}

/** Its day has come. Null: it can no longer be done as it was decided. */
export async function carryOutPlanned(
  ctx: Ordering,
  kinds: readonly AnyKind[],
  stored: Stored,
): Promise<Carried | null> {
  if (faultsOf(await storedUnits(ctx.tx), stored.what).length > 0) return null
  await audit(ctx, stored, 'units.reorganise', null)
  return finish(ctx, kinds, stored)
}

async function finish(ctx: Ordering, kinds: readonly AnyKind[], { id, what, choices }: Stored): Promise<Carried> {
  const carried = await carryOut(ctx, kinds, what, choices)
  const told = await tellEverybody(ctx, carried.campaign, id, what, carried.places)
  await keepTrace(ctx.tx, id, { ...carried.trace, told }, ctx.now)
  return carried
}

export type TakenBack =
  | { ok: true }
  | { ok: false; why: 'tooLate' }
  | { ok: false; why: 'rests'; rests: readonly Rests[] }

/** Takes it back, within a day, and tells those who had been told. A second press finds it done. */
export async function takeBack(ctx: Ordering, id: string, by: Actor | null): Promise<TakenBack> {
  const stored = await lockReorganisation(ctx.tx, id)
  if (stored?.undoneAt) return { ok: true }
  if (!stored || !mayBeUndone(stored, ctx.now)) return { ok: false, why: 'tooLate' }
  const undone = await undo(ctx, stored)
  if (!undone.ok) return { ok: false, why: 'rests', rests: undone.rests }
  const where = { id: stored.id }
  await ctx.tx.reorganisation.update({ where, data: { undoneAt: ctx.now } })
  await tellUndone(ctx, ctx.campaign, id, stored.what, stored.trace?.told ?? [])
  await audit(ctx, stored, 'units.undoReorganisation', by)
  return { ok: true }
}

async function audit({ tx, now }: Ordering, { id, what }: Stored, action: string, by: Actor | null): Promise<void> {
  const actor = by ? { actorId: by.id, actorRole: by.role } : { actorId: null, actorRole: 'SYSTEM' as const }
  const of = { subjectType: 'reorganisation' as const, subjectId: id }
  await writeAudit(tx, { ...actor, action, ...of, to: what.effectiveOn, reason: what.document }, now)
}
