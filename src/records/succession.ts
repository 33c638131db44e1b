import type { Ctx } from '../contract/feature.ts'
import type { KeptTable } from '../store/kept-rows.ts'
import type { AnyKind } from './kind.ts'
import { lockRecord } from './store.ts'
import { writeMove } from './write.ts'

/** The move by which a record goes on with another unit; the system makes it, and it is nobody's decision. */
export const goingOn = 'goOn'

/** The move that takes such a one back. */
export const comingBack = 'comeBack'

/**
 * Open records of an ended unit go on with the unit that has taken its place, each by a move that says from where to where; what was
 * decided stays with the unit of its day. Twice changes nothing. `authorId`: only theirs, where several units follow.
 */
export async function recordsGoOn(
  ctx: Pick<Ctx, 'tx' | 'now' | 'campaign'>,
  kinds: readonly AnyKind[],
  { from, to, authorId, ids }: { from: string; to: string; authorId?: string; ids?: readonly string[] },
): Promise<void> {
  const { tx, campaign } = ctx
  const open = await openRecords(ctx, kinds, from)
  const found = open.filter(one => (ids?.includes(one.id) ?? true) && one.authorId === (authorId ?? one.authorId))
  for (const { id } of found) {
    const before = await lockRecord(tx, campaign.id, id)
    if (before?.unitCode !== from) continue
    const after = await tx.record.update({ where: { id }, data: { unitCode: to } })
    await writeMove(ctx, before, after, { action: goingOn, right: null, subject: {}, units: { from, to } })
  }
}

/** The records of a unit of which something is still expected, in their order. */
export function openRecords(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  kinds: readonly AnyKind[],
  unitCode: string,
): Promise<{ id: string; code: string; kind: string; title: string; authorId: string }[]> {
  return tx.record.findMany({
    where: { campaignId: campaign.id, unitCode, OR: kinds.map(openOf) },
    select: { id: true, code: true, kind: true, title: true, authorId: true },
    orderBy: { id: 'asc' },
  })
}

/** What of a record changes when it goes on. */
export const recordUnits: KeptTable = { table: 'record', key: ['id'], columns: ['id', 'unit_code'] }

/** Records that went on come back to the unit that they left: by a move of their own, nothing is struck out. */
export async function recordsComeBack(
  ctx: Pick<Ctx, 'tx' | 'now' | 'campaign'>,
  gone: readonly { id: string; from: string; to: string }[],
): Promise<void> {
  for (const { id, from, to } of gone) {
    const before = await lockRecord(ctx.tx, ctx.campaign.id, id)
    if (before?.unitCode !== to) continue
    const after = await ctx.tx.record.update({ where: { id }, data: { unitCode: from } })
    const units = { from: to, to: from }
    await writeMove(ctx, before, after, { action: comingBack, right: null, subject: {}, units })
  }
}

/** Something is still expected of somebody: a decision, or its author's next version. */
function openOf({ name, states }: AnyKind) {
  const handsIn = Object.entries(states).flatMap(([state, one]) => (one.handsIn ? [state] : []))
  return { kind: name, OR: [{ waitsFor: { not: null } }, { state: { in: handsIn } }] }
}
