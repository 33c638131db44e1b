import type { Undo } from '../contract/desk-page.ts'
import type { Ctx } from '../contract/feature.ts'
import { reasonLength } from '../contract/reason.ts'
import { may, type Subject } from '../people/may.ts'
import type { RecordMove, Record as StoredRecord } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'
import { settleDuty, stageOf } from './duty.ts'
import type { AnyKind } from './kind.ts'
import { nameOf, stateName } from './naming.ts'
import { type OpenMove, offeredTo, openMoves, takesBack } from './offered.ts'
import { agenciesOf, answeredFor, versionSeenBy } from './seeing.ts'
import { lockRecord, versionOf } from './store.ts'
import { comingBack, goingOn } from './succession.ts'
import { markLate } from './take-in.ts'
import { didOf, tellMoved } from './tell.ts'
import { type Mark, writeMove } from './write.ts'

export interface Decision {
  action: string
  reason: string
  marks: readonly Mark[]
}

/** Makes a move in chat and on the desk alike, and tells everybody concerned: see `makeMove`. */
export async function decideRecord(ctx: Ctx, kind: AnyKind, id: string, decision: Decision): Promise<Decided> {
  const made = await makeMove(ctx, kind, id, decision)
  if (!made.ok) return made
  const { record, asks, moveId, say, becomes, ...written } = made
  const told = await tellMoved(ctx, kind, record, { ...written, action: decision.action, asks, moveId })
  const undo = (await isTakenBack(ctx, kind, record, decision.action)) ? { undo: undoOf(ctx) } : {}
  return { ok: true, say, becomes, told, ...undo }
}

/** `becomes`: what it is and where it stands now; `told`: the names of those who hear of it. */
export type Decided =
  | { ok: false; say: string }
  | { ok: true; say: string; becomes: string; told: readonly string[]; undo?: Undo }

/** One press right after a decision. */
export function undoOf({ t }: Pick<Ctx, 't'>): Undo {
  return { action: 'reopen', reason: t('records.undone') }
}

/** Whether what was just done may be taken back by who did it; taking back itself is not. */
export async function isTakenBack(ctx: Ctx, kind: AnyKind, record: StoredRecord, action: string): Promise<boolean> {
  return action !== 'reopen' && (await movesFor(ctx, kind, record)).some(({ name }) => name === 'reopen')
}

/** A move that was made, or why it was not. */
export type Made =
  | { ok: false; say: string }
  | {
      ok: true
      say: string
      becomes: string
      record: StoredRecord
      asks: OpenMove['asks']
      reason: string
      marks: readonly Mark[]
      moveId: string
    }

/**
 * Makes a move under the lock of the record: asks the right again, changes the state, lets the duty follow. Nobody is told yet: that is
 * the caller's, once for all that is decided together. The second of two people hears what the first did, and when; nothing is done
 * twice.
 */
export async function makeMove(
  ctx: Ctx,
  kind: AnyKind,
  id: string,
  { action, reason, marks }: Decision,
): Promise<Made> {
  const record = await lockRecord(ctx.tx, ctx.campaign.id, id)
  if (!record || record.kind !== kind.name || seenBy(ctx, kind, record) === null)
    return { ok: false, say: ctx.t('records.gone') }
  const subject = subjectOf(ctx, kind, record)
  const last = await lastMove(ctx.tx, id)
  const open = openMoves(kind, record, last)
  const move = open.find(({ name }) => name === action)
  if (!move) return { ok: false, say: await doneAlready(ctx, kind, record, last) }
  if (!may(ctx.person, move.right, subject)) return { ok: false, say: ctx.t('records.notYours') }
  const isReasoned = reason.trim().length >= reasonLength.min || marks.length > 0
  if (move.asks !== 'nothing' && !isReasoned)
    return { ok: false, say: ctx.t(move.asks === 'note' ? 'records.noteNeeded' : 'records.reasonNeeded') }
  if (action === 'reopen') {
    const rests = await kind.hooks?.restsOn?.(ctx, record)
    if (rests) return { ok: false, say: ctx.t('records.restsOn', { what: rests }) }
  }
  const against = await kind.hooks?.beforeMove?.(ctx, record, action)
  if (against) return { ok: false, say: against }
  const moved = await ctx.tx.record.update({ where: { id }, data: { ...move.to, decidedAt: ctx.now } })
  if (action === 'approve') await markPassed(ctx, moved)
  if (moved.passedVersion < record.passedVersion) await markTakenBack(ctx, moved)
  const written = { reason: reason.trim(), marks }
  const moveId = await writeMove(ctx, record, moved, { action, right: move.right, subject, ...written })
  const isLate = stageOf(kind, record) !== stageOf(kind, moved) && (await settleDuty(ctx, kind, moved, record.sentAt))
  const settled = isLate && record.passedVersion === 0 ? await markLate(ctx, moved) : moved
  await kind.hooks?.afterMove?.(ctx, settled, action)
  const state = stateName(ctx.t, kind, settled, true)
  const name = nameOf(ctx, ctx.t, kind, settled)
  const say = ctx.t('records.done', { did: didOf(ctx.t, kind, action), name, state })
  const becomes = ctx.t('records.becomes', { name, state })
  return { ok: true, say, becomes, record: settled, asks: move.asks, ...written, moveId }
}

/** From now on the version is seen beyond the unit. */
async function markPassed(ctx: Ctx, { id, version }: StoredRecord): Promise<void> {
  const where = { recordId_version: { recordId: id, version } }
  await ctx.tx.recordVersion.update({ where, data: { passedAt: ctx.now } })
}

/** The head has taken the approval back: it is seen beyond the unit no longer. */
async function markTakenBack(ctx: Ctx, { id, passedVersion }: StoredRecord): Promise<void> {
  const where = { recordId: id, version: { gt: passedVersion } }
  await ctx.tx.recordVersion.updateMany({ where, data: { passedAt: null } })
}

/** What the rights look at: the unit is the one that answers for it today, the author whoever handed in the newest version. */
export function subjectOf(ctx: Ctx, kind: AnyKind, record: StoredRecord): Subject {
  const { unitCode, authorId } = answeredFor(ctx, record)
  return { unitCode, authorId, focalAgencies: agenciesOf(ctx, kind, record) }
}

/** The last thing that somebody did with it. */
export function lastMove(tx: Tx, recordId: string): Promise<RecordMove | null> {
  return tx.recordMove.findFirst({
    where: { recordId, action: { notIn: [goingOn, comingBack] } },
    orderBy: { seq: 'desc' },
  })
}

/** What this person may do with a record now. */
export async function movesFor(ctx: Ctx, kind: AnyKind, record: StoredRecord) {
  const open = openMoves(kind, record, await lastMove(ctx.tx, record.id))
  const offered = offeredTo(ctx.person, open, subjectOf(ctx, kind, record))
  const about = (await kind.aboutWhom?.(ctx.tx, [record.id]))?.get(record.id)
  return about === ctx.person.id ? offered.filter(({ name }) => takesBack.includes(name)) : offered
}

function seenBy(ctx: Ctx, kind: AnyKind, record: StoredRecord): number | null {
  return versionSeenBy(ctx.person, kind, answeredFor(ctx, record), agenciesOf(ctx, kind, record))
}

/** Who did it, and when: the second of two people must not wonder. */
async function doneAlready(ctx: Ctx, kind: AnyKind, record: StoredRecord, last: RecordMove | null): Promise<string> {
  const who = last?.byId
    ? await ctx.tx.person.findUnique({ where: { id: last.byId }, select: { fullName: true } })
    : null
  const version = await versionOf(ctx.tx, record.id, record.version)
  // What waits for the head is not told beyond the unit, its title neither.
  const isHidden = seenBy(ctx, kind, record) !== record.version
  return ctx.t('records.doneAlready', {
    name: isHidden ? record.code : nameOf(ctx, ctx.t, kind, record),
    who: who?.fullName ?? ctx.t('roles.SYSTEM'),
    did: didOf(ctx.t, kind, last?.action ?? 'handIn'),
    at: ctx.localTime(last?.at ?? version.receivedAt),
    state: stateName(ctx.t, kind, record, true),
  })
}
