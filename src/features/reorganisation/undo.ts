import { after as later } from '../../clock.ts'
import { loadPlan } from '../../loading/load-plan.ts'
import { loadedPlans } from '../../loading/loaded-plans.ts'
import { unitsStandAlone } from '../../loading/reorganise-units.ts'
import { recordsComeBack } from '../../records/succession.ts'
import { comesBack, ledgerGoes } from '../../reminders/round/go-on.ts'
import type { RowChange } from '../../store/kept-rows.ts'
import { changedSince, pointingAt, putBack } from '../../store/kept-rows.ts'
import { orNothing } from '../../store/trial.ts'
import { draftGoesOn } from '../succession/go-on.ts'
import type { Carrying } from './carry-out.ts'
import { names, touched } from './looking.ts'
import type { Stored, Trace } from './stored.ts'

/** How long it can be undone. */
const whole = 24 * 3_600_000

/** What came later and rests on it: words of `reorganisation.rests`, and how much of it. */
export interface Rests {
  what: string
  count: number
}

export type Undone = { ok: true } | { ok: false; rests: readonly Rests[] }

/** Not carried out yet, or carried out within a day. */
export function mayBeUndone({ doneAt, undoneAt, trace }: Stored, now: Date): boolean {
  return undoneAt === null && (doneAt === null || (trace !== null && later(doneAt, whole) >= now))
}

/**
 * Puts everything back as it was; nothing of it where somebody has handed in, decided, joined or been given a role since that rests on
 * it: then it is told on what. Histories keep both ways. In the caller's transaction.
 */
export function undo(ctx: Carrying, stored: Stored): Promise<Undone> {
  const { trace } = stored
  return orNothing(ctx.tx, async () => {
    if (trace === null) return { ok: true }
    const rests = await restingOn(ctx, trace)
    if (rests.length > 0) return { ok: false, rests }
    await backAgain(ctx, trace)
    await unitsStandAlone(ctx.tx, newCodes(trace))
    const pointing = await pointingAt(ctx.tx, 'unit', newCodes(trace))
    if (pointing.size > 0)
      return {
        ok: false,
        rests: [...pointing].map(([what, count]) => ({ what: worded.has(what) ? what : 'other', count })),
      }
    await putBack(ctx.tx, touched.units, trace.units)
    for (const plan of await loadedPlans(ctx.tx)) await loadPlan(ctx.tx, plan, ctx.now)
    await comesBack(ctx.tx, trace.cancelled, ctx.now)
    return { ok: true }
  })
}

/** A draft that was gone on with, and a message that was sent, stand in nobody's way. */
async function restingOn({ tx }: Carrying, trace: Trace): Promise<Rests[]> {
  const found: Rests[] = []
  for (const name of names) {
    if (name === 'ledger' || name === 'drafts') continue
    const count = (await changedSince(tx, touched[name], trace[name])).length
    if (count > 0) found.push({ what: touched[name].table, count })
  }
  return found
}

async function backAgain(ctx: Carrying, trace: Trace): Promise<void> {
  const { tx } = ctx
  const moved = trace.records.flatMap(({ before, after }) =>
    before && after ? [{ id: String(after.id), from: String(before.unit_code), to: String(after.unit_code) }] : [],
  )
  for (const campaign of ctx.campaign.among.open) await recordsComeBack({ ...ctx, campaign }, moved)
  await draftsComeBack(ctx, trace)
  const ledger = await unchanged(ctx, 'ledger', trace.ledger)
  await ledgerGoes(
    tx,
    trace.duties.flatMap(({ before, after }) => (before === null && after ? [String(after.id)] : [])),
  )
  await putBack(tx, touched.duties, trace.duties)
  await putBack(
    tx,
    touched.ledger,
    ledger.filter(({ before, after }) => before && after),
  )
  for (const name of ['applicability', 'roles', 'sheets', 'successions'] as const)
    await putBack(tx, touched[name], trace[name])
}

/** What was begun in a draft since stays in it; what was begun for a new unit goes where its person goes. */
async function draftsComeBack(ctx: Carrying, trace: Trace): Promise<void> {
  const same = await unchanged(ctx, 'drafts', trace.drafts)
  await putBack(ctx.tx, touched.drafts, same)
  const places = trace.drafts
    .filter(change => !same.includes(change))
    .flatMap(({ before, after }) =>
      before && after ? [{ id: String(after.id), from: unitIn(before), to: unitIn(after) }] : [],
    )
  for (const { id, from, to } of places) {
    const draft = await ctx.tx.draft.findUnique({ where: { id } })
    if (draft) await draftGoesOn(ctx, draft, to, from)
  }
}

async function unchanged(
  { tx }: Carrying,
  name: 'ledger' | 'drafts',
  changes: readonly RowChange[],
): Promise<RowChange[]> {
  const since = await changedSince(tx, touched[name], changes)
  return changes.filter(change => !since.includes(change))
}

function unitIn({ params }: Readonly<Record<string, unknown>>): string {
  return params !== null && typeof params === 'object' && 'unit' in params ? String(params.unit) : ''
}

function newCodes(trace: Trace): string[] {
  return trace.units.flatMap(({ before, after }) => (before === null && after ? [String(after.code)] : []))
}

/** Tables that have words of their own. */
const worded: ReadonlySet<string> = new Set(['record', 'role_assignment', 'invitation', 'obligation', 'unit'])
