import type { Ctx } from '../../contract/feature.ts'
import type { Obligation, ReceivedNote } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'

export type NoteWithObligation = ReceivedNote & { obligation: Obligation }

export function findNote(ctx: Ctx, id: string): Promise<NoteWithObligation | null> {
  if (!isId(id)) return Promise.resolve(null)
  return ctx.tx.receivedNote.findFirst({
    where: { id, campaignId: ctx.campaign.id },
    include: { obligation: true },
  })
}

/** The obligation, held until the transaction ends: two people who note the same wait for each other. */
export async function lockObligation(ctx: Ctx, id: string): Promise<Obligation | null> {
  if (!isId(id)) return null
  await ctx.tx.$queryRaw`SELECT id FROM obligation WHERE id = ${id}::uuid FOR UPDATE`
  return ctx.tx.obligation.findFirst({ where: { id, campaignId: ctx.campaign.id } })
}

/** The claim that waits for an officer, or the note that met it. */
export function liveNote(tx: Tx, obligationId: string): Promise<ReceivedNote | null> {
  return tx.receivedNote.findFirst({
    where: { obligationId, state: { in: ['CLAIMED', 'CONFIRMED'] } },
    orderBy: { at: 'desc' },
  })
}

/** Those of which the unit says that they were handed in, and no officer has confirmed it. */
export async function claimedAmong(tx: Tx, obligationIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (obligationIds.length === 0) return new Set()
  const claims = await tx.receivedNote.findMany({
    where: { obligationId: { in: [...obligationIds] }, state: 'CLAIMED' },
    select: { obligationId: true },
  })
  return new Set(claims.map(claim => claim.obligationId))
}

/** Claims of what is still owed, oldest first. */
export function waitingClaims(ctx: Ctx): Promise<NoteWithObligation[]> {
  return ctx.tx.receivedNote.findMany({
    where: {
      campaignId: ctx.campaign.id,
      state: 'CLAIMED',
      obligation: { state: { in: ['OPEN', 'WITH_HEAD'] } },
    },
    include: { obligation: true },
    orderBy: { at: 'asc' },
    take: 200,
  })
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
