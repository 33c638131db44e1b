import type { Ctx } from '../../contract/feature.ts'
import type { Prisma } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { mayPrepare } from './rights.ts'

const whole = {
  members: { orderBy: [{ part: 'asc' }, { personId: 'asc' }] },
  cases: { orderBy: { number: 'asc' }, include: { conflicts: true, ballots: { omit: { sealed: true } } } },
} as const satisfies Prisma.SittingInclude

/** A sitting with its members, nominees, and who has cast a ballot; never what is sealed. */
export type WholeSitting = Prisma.SittingGetPayload<{ include: typeof whole }>

export type SeatedMember = WholeSitting['members'][number]
export type CaseOfSitting = WholeSitting['cases'][number]

/** null: there is none, or this person may not see it. Members see it from the invitation on. */
export async function sittingFor(ctx: Ctx, id: string): Promise<WholeSitting | null> {
  const sitting = await ctx.tx.sitting.findFirst({ where: { id, campaignId: ctx.campaign.id }, include: whole })
  return sitting && (memberOf(sitting, ctx) || mayPrepare(ctx.person, ctx.campaign, sitting.unitCode)) ? sitting : null
}

/**
 * The same, held as it is until the transaction ends. `SHARE`: ballots may come in side by side; whoever changes the state waits for
 * them, and they for it.
 */
export async function lockSitting(ctx: Ctx, id: string, lock: 'SHARE' | 'UPDATE'): Promise<WholeSitting | null> {
  if (lock === 'SHARE') await ctx.tx.$queryRaw`SELECT 1 FROM sitting WHERE id = ${id}::uuid FOR SHARE`
  else await ctx.tx.$queryRaw`SELECT 1 FROM sitting WHERE id = ${id}::uuid FOR UPDATE`
  return sittingFor(ctx, id)
}

/** How this person sits in it; undefined: not at all. */
export function memberOf(sitting: WholeSitting, { person }: Pick<Ctx, 'person'>): SeatedMember | undefined {
  return sitting.members.find(({ personId }) => personId === person.id)
}

/** The chair; in the chair's absence the vice chairs. */
export function presides(sitting: WholeSitting, member: SeatedMember | undefined): boolean {
  if (member?.part === 'CHAIR') return true
  const chair = sitting.members.find(({ part }) => part === 'CHAIR')
  return member?.part === 'VICE' && member.attendance === 'PRESENT' && chair?.attendance !== 'PRESENT'
}

/** Those who lead it through its steps. */
export function leads(sitting: WholeSitting, member: SeatedMember | undefined): boolean {
  return presides(sitting, member) || member?.part === 'SECRETARY'
}

export function presentIn({ members }: Pick<WholeSitting, 'members'>): number {
  return members.filter(({ attendance }) => attendance === 'PRESENT').length
}

/** The same for everybody; whoever shows it has asked `sittingFor` before. */
export function wholeSitting(tx: Tx, id: string): Promise<WholeSitting | null> {
  return tx.sitting.findUnique({ where: { id }, include: whole })
}

/** Sittings that this person may see, the latest first. */
export async function sittingsFor(ctx: Ctx, preparedFor: readonly string[]): Promise<WholeSitting[]> {
  return ctx.tx.sitting.findMany({
    where: {
      campaignId: ctx.campaign.id,
      OR: [{ unitCode: { in: [...preparedFor] } }, { members: { some: { personId: ctx.person.id } } }],
    },
    include: whole,
    orderBy: { number: 'desc' },
    take: 100,
  })
}
