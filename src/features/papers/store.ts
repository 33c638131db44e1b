import type { Ctx } from '../../contract/feature.ts'
import { may, reachOf } from '../../people/may.ts'
import type { Paper, Prisma } from '../../store/generated/client.ts'
import { makePaper } from './rights.ts'

export type PaperWithFiles = Prisma.PaperGetPayload<{ include: typeof withFiles }>

const withFiles = {
  file: true,
  signed: { include: { file: true } },
} as const satisfies Prisma.PaperInclude

/** Papers that this person may see, the latest first. */
export function papersFor({ tx, campaign, person }: Ctx): Promise<Paper[]> {
  const { isEverywhere, units } = reachOf(person, makePaper)
  return tx.paper.findMany({
    where: { campaignId: campaign.id, ...(isEverywhere ? {} : { unitCode: { in: [...units] } }) },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
}

/** Null: there is none, or this person may not see it. */
export async function paperFor(ctx: Ctx, id: string): Promise<PaperWithFiles | null> {
  const where = { id, campaignId: ctx.campaign.id }
  const paper = await ctx.tx.paper.findFirst({ where, include: withFiles })
  return paper && maySee(ctx, paper) ? paper : null
}

export function maySee({ person }: Ctx, { unitCode }: Pick<Paper, 'unitCode'>): boolean {
  return may(person, makePaper, unitCode === null ? {} : { unitCode })
}

export async function mayReadPaper(ctx: Ctx, fileId: string): Promise<boolean> {
  const paper = await ctx.tx.paper.findFirst({
    where: { OR: [{ fileId }, { signed: { fileId } }] },
    select: { unitCode: true },
  })
  return paper !== null && maySee(ctx, paper)
}
