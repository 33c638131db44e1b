import type { Ctx } from '../contract/feature.ts'
import { givingRole, type Subject } from '../people/may.ts'
import type { Right } from '../people/right.ts'
import type { Prisma, Record as StoredRecord } from '../store/generated/client.ts'
import { newId } from '../store/new-id.ts'

/** A marked question and why it goes back. */
export interface Mark {
  field: string
  reason: string
}

export interface WrittenMove {
  action: string
  /** What gave the right to it; null: the system did it. */
  right: Right | null
  subject: Subject
  reason?: string
  marks?: readonly Mark[]
  /** The record goes on with another unit. */
  units?: { from: string; to: string }
}

/** A move with the record as it was before (null: it is new) and as it is after. */
export interface MoveOf extends WrittenMove {
  before: StoredRecord | null
  after: StoredRecord
}

type Writing = Pick<Ctx, 'tx' | 'now'> & Partial<Pick<Ctx, 'person'>>

/** Writes a change of state down: who, in which role at which unit, when, from, to, why. Its id is given back. */
export async function writeMove(
  ctx: Writing,
  before: StoredRecord | null,
  after: StoredRecord,
  move: WrittenMove,
): Promise<string> {
  const [id = ''] = await writeMoves(ctx, [{ ...move, before, after }])
  return id
}

/** The same of several records, in their order. The one place where moves are written. */
export async function writeMoves(ctx: Writing, moves: readonly MoveOf[]): Promise<string[]> {
  const data = moves.map(move => rowOf(ctx, move))
  await ctx.tx.recordMove.createMany({ data })
  return data.map(({ id }) => id)
}

function rowOf(ctx: Writing, { before, after, action, right, subject, reason, marks, units }: MoveOf) {
  const by = right ? ctx.person : undefined
  const held = right && by ? givingRole(by, right, subject) : null
  return {
    id: newId(ctx.now),
    recordId: after.id,
    version: after.version,
    action,
    from: before?.state ?? null,
    to: after.state,
    waitedFor: before?.waitsFor ?? null,
    passedBefore: before?.passedVersion ?? 0,
    byId: by?.id ?? null,
    role: held?.role ?? (right ? 'GUEST' : 'SYSTEM'),
    roleUnit: held?.unitCode ?? '',
    at: ctx.now,
    reason: reason ? reason : null,
    fromUnit: units?.from ?? null,
    toUnit: units?.to ?? null,
    ...(marks && marks.length > 0 ? { marks: marks.map(mark => ({ ...mark })) satisfies Prisma.InputJsonArray } : {}),
  }
}
