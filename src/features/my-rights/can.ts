import { unitName } from '../../campaign/names.ts'
import type { Ctx, Feature } from '../../contract/feature.ts'
import { mayEver, reachOf } from '../../people/may.ts'
import type { HeldRole } from '../../people/person.ts'
import { formatDate } from '../../reading/format.ts'

/** One role of today with all that it opens: the work in chat, the pages of the desk. */
export interface Can {
  role: string
  period: string
  does: readonly string[]
  pages: readonly string[]
}

/** What this person may do today, role by role, read from what the features declare: nothing is written down twice. */
export async function canOf(ctx: Ctx, features: readonly Feature[]): Promise<Can[]> {
  const periods = await periodsOf(ctx)
  return ctx.person.roles.map(held => {
    const alone = { ...ctx.person, roles: [held] }
    const does = features.flatMap(({ commands = [] }) =>
      commands.flatMap(({ offeredTo, says }) => {
        const rights = offeredTo === 'everybody' ? [] : (offeredTo ?? []).filter(right => mayEver(alone, right))
        const [right] = rights
        return right ? [`${ctx.t(`${says}.menu`)} (${ctx.t(`myRights.reach.${reachIn(alone, right)}`)})`] : []
      }),
    )
    const entries = features.flatMap(({ page, rooms = [] }) => [...(page ? [page] : []), ...rooms])
    const pages = entries.filter(entry => !entry.isAside && entry.mayOpen(alone)).map(({ title }) => ctx.t(title))
    const role = `${ctx.t(`roles.${held.role}`)}, ${unitName(ctx.campaign, held.unitCode)}`
    return { role, period: periods(held), does, pages: [...new Set(pages)] }
  })
}

function reachIn(...[person, right]: Parameters<typeof reachOf>): 'all' | 'own' | 'field' | 'mine' {
  const { isEverywhere, units, agencies } = reachOf(person, right)
  return isEverywhere ? 'all' : units.length > 0 ? 'own' : agencies.length > 0 ? 'field' : 'mine'
}

async function periodsOf({ tx, t, person, today }: Ctx): Promise<(held: HeldRole) => string> {
  const day = today.toString()
  const rows = await tx.roleAssignment.findMany({
    where: { personId: person.id, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    include: { other: { select: { fullName: true } } },
  })
  return ({ role, unitCode }) => {
    const row = rows.find(one => one.role === role && one.unitCode === unitCode)
    if (!row) return ''
    const from = formatDate(row.validFrom)
    const period =
      row.validTo === null
        ? t('roleGiving.since', { from })
        : t('roleGiving.fromTo', { from, until: formatDate(row.validTo) })
    return row.other ? `${period}; ${t('roleGiving.inPlaceOf', { name: row.other.fullName })}` : period
  }
}
