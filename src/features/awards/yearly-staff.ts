import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { SheetCell } from '../../office-files/sheet-cell.ts'
import type { Role } from '../../store/generated/client.ts'
import type { YearlySheet } from './yearly.ts'

type Heading = (name: string) => string

/** In the order in which the forms have them: the managing office, who does it besides other work as a unit's focal point, the councils. */
const counted = ['PNV', 'CLERK', 'COUNCIL'] as const satisfies readonly Role[]

/** Who held these roles on 15 December, the day of the report, or holds them today where that is still to come. */
async function heldIn({ tx, today }: Ctx, year: number) {
  const [day = ''] = [today.toString(), `${year}-12-15`].sort()
  const held = await tx.roleAssignment.findMany({
    where: {
      ...{ role: { in: [...counted] }, person: { erasedAt: null } },
      ...{ validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    },
    include: { person: { select: { fullName: true } } },
    orderBy: [{ unitCode: 'asc' }, { validFrom: 'asc' }, { id: 'asc' }],
  })
  return counted.flatMap(role => held.filter(one => one.role === role))
}

/** Organisations in charge (0604): how many people each unit has for it, and how many sit in its council. */
export async function organisationsSheet(ctx: Ctx, year: number, heading: Heading): Promise<YearlySheet> {
  const held = await heldIn(ctx, year)
  const countsOf = (among: typeof held) =>
    counted.map(role => new Set(among.filter(one => one.role === role).map(({ personId }) => personId)).size)
  const units = [...new Set(held.map(({ unitCode }) => unitCode))]
  const own = units.map(code => countsOf(held.filter(({ unitCode }) => unitCode === code)))
  const sums = counted.map((_, at) => own.reduce((sum, counts) => sum + (counts[at] ?? 0), 0))
  return {
    headings: ['office', 'staff', 'focalPoints', 'councilMembers'].map(heading),
    rows: [
      [heading('all'), ...sums],
      ...units.map((code, at): SheetCell[] => [unitName(ctx.campaign, code), ...(own[at] ?? [])]),
    ],
  }
}

/** Officials in charge (0605), by name; education and rank are not known here and left for the office to write. */
export async function officialsSheet(ctx: Ctx, year: number, heading: Heading): Promise<YearlySheet> {
  const held = (await heldIn(ctx, year)).filter(({ role }) => role !== 'COUNCIL')
  return {
    headings: ['fullName', 'position', 'office', 'duty', 'since', 'education', 'rank'].map(heading),
    rows: held.map(({ person, position, unitCode, role, validFrom }) => [
      ...[person.fullName, position, unitName(ctx.campaign, unitCode), ctx.t(`awards.yearly.duties.${role}`)],
      ...[{ day: validFrom }, '', ''],
    ]),
  }
}
