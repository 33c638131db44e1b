import type { Ctx } from '../../contract/feature.ts'
import { type OpenInvitation, openInvitations } from '../../people/open-invitations.ts'
import type { Role } from '../../store/generated/client.ts'
import { awaitedUnits, invitableUnits } from './invitable.ts'

/** How far a unit has come: who takes part, since when; who was invited and has not come; when its head was last reminded of it. */
export interface Coming {
  code: string
  name: string
  here: readonly { fullName: string; role: Role; since: string }[]
  waiting: readonly OpenInvitation[]
  nudgedAt: Date | null
}

/** Of the units whose people this person may invite: those that compete, and whoever else has somebody. */
export async function comings(ctx: Ctx): Promise<Coming[]> {
  const { tx, now } = ctx
  const day = ctx.today.toString()
  const units = invitableUnits(ctx)
  const codes = units.map(({ code }) => code)
  const held = await tx.roleAssignment.findMany({
    where: {
      unitCode: { in: codes },
      person: { erasedAt: null },
      ...{ validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    },
    select: { unitCode: true, role: true, validFrom: true, person: { select: { fullName: true } } },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
  const waiting = await openInvitations(tx, codes, now)
  const nudged = await nudgesOf(ctx, codes)
  const awaited = new Set(awaitedUnits(ctx).map(({ code }) => code))
  return units
    .map(({ code, name }) => ({
      ...{ code, name },
      here: held
        .filter(one => one.unitCode === code)
        .map(({ role, validFrom, person }) => ({ fullName: person.fullName, role, since: validFrom })),
      waiting: waiting.filter(one => one.unitCode === code),
      nudgedAt: nudged.get(code) ?? null,
    }))
    .filter(({ code, here, waiting }) => awaited.has(code) || here.length + waiting.length > 0)
}

/** When the head of each unit was last reminded of those who have not come. */
export async function nudgesOf({ tx }: Pick<Ctx, 'tx'>, codes: readonly string[]): Promise<Map<string, Date>> {
  const entries = await tx.audit.findMany({
    where: { action: 'invitation.nudge', subjectType: 'unit', subjectId: { in: [...codes] } },
    select: { subjectId: true, at: true },
    orderBy: { at: 'asc' },
  })
  return new Map(entries.map(({ subjectId, at }) => [subjectId, at]))
}
