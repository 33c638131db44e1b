import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { endRole } from '../../people/end-role.ts'
import { type Acting, giveRole } from '../../people/give-role.ts'
import { givingRole } from '../../people/may.ts'
import type { CouncilMember, CouncilPart } from '../../store/generated/client.ts'
import { newId } from '../../store/new-id.ts'
import type { Tx } from '../../store/transaction.ts'
import type { Done } from './done.ts'
import { mayPrepare, preparing } from './rights.ts'

export type MemberWithName = CouncilMember & { person: { fullName: string } }

/** Chair first, then as they were seated. */
const order: readonly CouncilPart[] = ['CHAIR', 'VICE', 'SECRETARY', 'MEMBER']

/** The council of a unit on a day ('YYYY-MM-DD'). */
export async function membersOn(tx: Tx, unitCode: string, day: string): Promise<MemberWithName[]> {
  const members = await tx.councilMember.findMany({
    where: { unitCode, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    include: { person: { select: { fullName: true } } },
    orderBy: [{ validFrom: 'asc' }, { id: 'asc' }],
  })
  return members.sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
}

export interface Seat {
  unitCode: string
  personId: string
  part: CouncilPart
  position: string
  from: string
  to: string | null
}

/** Seats a member for a period. There is one chair and one secretary at a time; nobody sits twice. */
export async function seat(ctx: Ctx, wanted: Seat): Promise<Done> {
  const { tx, now, t, campaign, person } = ctx
  const { unitCode, personId, part, position, from, to } = wanted
  if (!mayPrepare(person, campaign, unitCode)) return { ok: false, say: t('council.notAllowed') }
  if (to !== null && to < from) return { ok: false, say: t('council.members.problems.period') }
  if (!(await tx.person.findFirst({ where: { id: personId, erasedAt: null } })))
    return { ok: false, say: t('council.members.problems.person') }
  const meanwhile = await tx.councilMember.findMany({
    where: {
      ...{ unitCode, OR: [{ validTo: null }, { validTo: { gte: from } }] },
      ...(to === null ? {} : { validFrom: { lte: to } }),
    },
  })
  if (meanwhile.some(one => one.personId === personId)) return { ok: false, say: t('council.members.problems.twice') }
  if (part !== 'MEMBER' && part !== 'VICE' && meanwhile.some(one => one.part === part))
    return { ok: false, say: t('council.members.problems.part', { part: t(`council.parts.${part}`) }) }
  const id = newId(now)
  await tx.councilMember.create({ data: { id, unitCode, personId, part, position, validFrom: from, validTo: to } })
  await giveRole(tx, { personId, unitCode, role: 'COUNCIL', position, from, to }, actingAs(ctx, unitCode))
  await audited(ctx, unitCode, 'council.seat', `${part}:${personId}`)
  return { ok: true, say: t('council.members.seated') }
}

/** Ends a seat with this day. Sittings to which the member was asked keep them. */
export async function unseat(ctx: Ctx, id: string): Promise<Done> {
  const { tx, t, campaign, person, today } = ctx
  const member = await tx.councilMember.findUnique({ where: { id } })
  if (!member || !mayPrepare(person, campaign, member.unitCode)) return { ok: false, say: t('council.notAllowed') }
  const { unitCode, personId, part } = member
  const lastDay = today.toString()
  await tx.councilMember.update({ where: { id }, data: { validTo: lastDay } })
  const seats = await tx.roleAssignment.findMany({
    where: { personId, unitCode, role: 'COUNCIL', OR: [{ validTo: null }, { validTo: { gt: lastDay } }] },
  })
  for (const held of seats) await endRole(tx, held.id, lastDay, actingAs(ctx, unitCode))
  await audited(ctx, unitCode, 'council.unseat', `${part}:${personId}`)
  return { ok: true, say: t('council.members.unseated') }
}

/** Lets the council of another unit consider this unit's nominees (OP-09); null: its own again. */
export async function chooseCouncil(ctx: Ctx, unitCode: string, councilCode: string | null): Promise<Done> {
  const { tx, now, t, campaign, person } = ctx
  if (!mayPrepare(person, campaign, unitCode)) return { ok: false, say: t('council.notAllowed') }
  const isSuperior = councilCode !== null && superiorsOf(ctx, unitCode).includes(councilCode)
  if (councilCode !== null && !isSuperior) return { ok: false, say: t('council.members.problems.superior') }
  await tx.councilChoice.deleteMany({ where: { unitCode } })
  if (councilCode !== null) await tx.councilChoice.create({ data: { unitCode, councilCode, byId: person.id, at: now } })
  await audited(ctx, unitCode, 'council.choose', councilCode ?? unitCode)
  return { ok: true, say: t('council.members.chosen') }
}

/** The units above this one, the nearest first. */
export function superiorsOf({ campaign }: Pick<Ctx, 'campaign'>, unitCode: string): string[] {
  const parent = campaign.units.get(unitCode)?.parentCode ?? null
  return parent === null || !campaign.units.has(parent) ? [] : [parent, ...superiorsOf({ campaign }, parent)]
}

/** The units whose nominees this council considers: its own, unless that has chosen another one, and those that have chosen it. */
export async function unitsOf(tx: Tx, councilCode: string): Promise<string[]> {
  const choices = await tx.councilChoice.findMany({ where: { OR: [{ unitCode: councilCode }, { councilCode }] } })
  const own = choices.some(one => one.unitCode === councilCode) ? [] : [councilCode]
  return [...own, ...choices.filter(one => one.councilCode === councilCode).map(one => one.unitCode)]
}

/** Whoever prepares the council gives its members their role. */
function actingAs({ now, today, person, campaign }: Ctx, unitCode: string): Acting {
  const held = givingRole(person, preparing(campaign, unitCode), { unitCode })
  return { now, today: today.toString(), by: held && { id: person.id, role: held.role } }
}

async function audited({ tx, now, person, campaign }: Ctx, unitCode: string, action: string, to: string) {
  const actorRole = givingRole(person, preparing(campaign, unitCode), { unitCode })?.role ?? 'GUEST'
  await writeAudit(tx, { actorId: person.id, actorRole, action, subjectType: 'council', subjectId: unitCode, to }, now)
}
