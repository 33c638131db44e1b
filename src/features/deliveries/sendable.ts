import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import type { LibraryPaper } from '../../store/generated/client.ts'
import { makePaper } from '../papers/rights.ts'
import { type PaperWithFiles, paperFor } from '../papers/store.ts'

/** What goes to the distribution list, in the words of addresses: the plan, a paper that was made here, a paper of the library. */
export const sendableKinds = { PLAN: 'ke-hoach', PAPER: 'van-ban', LIBRARY: 'thu-vien' } as const
export type SendableKind = keyof typeof sendableKinds

export interface Sendable {
  kind: SendableKind
  id: string
  /** What it is called, with its number. */
  title: string
  fileId: string
  fileName: string
  /** It is for those it names, and not for whole lines of the list: nobody is told of it in a chat. */
  isForSome: boolean
}

/** Whoever sends for the office. */
export function maySend({ person }: Pick<Ctx, 'person'>): boolean {
  return may(person, makePaper)
}

/** Everything that can be sent now: the plan as it was signed, papers with a number, files of the library. */
export async function allSendable(ctx: Ctx): Promise<Sendable[]> {
  const { tx, campaign } = ctx
  const plan = await thePlan(ctx)
  const papers = await tx.paper.findMany({
    where: { campaignId: campaign.id, unitCode: null, number: { not: '' } },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    include: { file: true, signed: { include: { file: true } } },
    take: 100,
  })
  const loaded = await tx.libraryPaper.findMany({
    where: { campaignId: campaign.id, fileId: { not: null } },
    orderBy: [{ addedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  const library: Sendable[] = []
  for (const one of loaded) library.push(...(await ofLibrary(ctx, one)))
  return [...(plan ? [plan] : []), ...papers.map(paper => ofPaper(ctx, paper)), ...library]
}

/** Null: there is none, or it cannot be sent yet. */
export async function sendable(ctx: Ctx, word: string, id: string): Promise<Sendable | null> {
  if (word === sendableKinds.PLAN) return id === ctx.campaign.id ? thePlan(ctx) : null
  if (word === sendableKinds.PAPER) {
    const paper = await paperFor(ctx, id)
    return paper && paper.unitCode === null && paper.number !== '' ? ofPaper(ctx, paper) : null
  }
  if (word !== sendableKinds.LIBRARY) return null
  const stored = await ctx.tx.libraryPaper.findFirst({ where: { id, campaignId: ctx.campaign.id } })
  return stored ? ((await ofLibrary(ctx, stored))[0] ?? null) : null
}

async function thePlan({ tx, campaign, t }: Ctx): Promise<Sendable | null> {
  const document = await tx.planDocument.findUnique({ where: { campaignId: campaign.id } })
  const file = document && (await tx.storedFile.findUnique({ where: { id: document.fileId } }))
  if (!file) return null
  const { number } = campaign.plan.identity
  const title = t('deliveries.plan', { number })
  return { kind: 'PLAN', id: campaign.id, title, fileId: file.id, fileName: file.name, isForSome: false }
}

type Made = Pick<PaperWithFiles, 'id' | 'code' | 'number' | 'file' | 'signed'>

/** The signed file as soon as there is one. */
function ofPaper({ t }: Ctx, { id, code, number, file, signed }: Made): Sendable {
  const sent = signed?.file ?? file
  const title = t('deliveries.paper', { name: t(`papers.${code}.name`), number })
  return { kind: 'PAPER', id, title, fileId: sent.id, fileName: sent.name, isForSome: code === 'DOC09' }
}

async function ofLibrary({ tx }: Ctx, { id, title, fileId }: LibraryPaper): Promise<Sendable[]> {
  const file = fileId === null ? null : await tx.storedFile.findUnique({ where: { id: fileId } })
  return file ? [{ kind: 'LIBRARY', id, title, fileId: file.id, fileName: file.name, isForSome: false }] : []
}
