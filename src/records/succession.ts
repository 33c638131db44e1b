import type { Ctx } from '../contract/feature.ts'
import type { AnyKind } from './kind.ts'
import { lockRecord } from './store.ts'
import { writeMove } from './write.ts'

/** The move by which a record goes on with another unit; the system makes it, and it is nobody's decision. */
export const goingOn = 'goOn'

/**
 * Open records of an ended unit go on with the unit that has taken its place, each by a move that says from where to where; what was
 * decided stays with the unit of its day. Twice changes nothing. `authorId`: only theirs, where several units follow.
 */
export async function recordsGoOn(
  ctx: Pick<Ctx, 'tx' | 'now' | 'campaign'>,
  kinds: readonly AnyKind[],
  { from, to, authorId }: { from: string; to: string; authorId?: string },
): Promise<void> {
  const { tx, campaign } = ctx
  const found = await tx.record.findMany({
    where: {
      ...{ campaignId: campaign.id, unitCode: from, OR: kinds.map(openOf) },
      ...(authorId === undefined ? {} : { authorId }),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const { id } of found) {
    const before = await lockRecord(tx, campaign.id, id)
    if (before?.unitCode !== from) continue
    const after = await tx.record.update({ where: { id }, data: { unitCode: to } })
    await writeMove(ctx, before, after, { action: goingOn, right: null, subject: {}, units: { from, to } })
  }
}

/** Something is still expected of somebody: a decision, or its author's next version. */
function openOf({ name, states }: AnyKind) {
  const handsIn = Object.keys(states).filter(state => states[state]?.handsIn)
  return { kind: name, OR: [{ waitsFor: { not: null } }, { state: { in: handsIn } }] }
}
