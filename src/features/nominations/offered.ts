import { actingUnit } from '../../campaign/acting-unit.ts'
import type { ActiveCampaign } from '../../campaign/active.ts'
import { nameWithWard } from '../../campaign/names.ts'
import { existsOn } from '../../campaign/unit.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import type { Answers, Params } from '../../conversation/field.ts'
import { byName } from '../../people/by-name.ts'
import { awardLevels, type NominationParams, other } from './form.ts'
import { levelClosed, levelsOpenTo } from './who-decides.ts'

/** What a form of the unit lets choose from. Nobody finds themselves among the people: nobody nominates themselves. */
export async function offeredTo(ctx: Ctx, unitCode: string): Promise<NominationParams> {
  return { ...shownBy(ctx, unitCode, ctx.today.toString()), people: await peopleOf(ctx, unitCode) }
}

/** A form that was begun while somebody still awarded at its level stays open, with the levels of the day. */
export function closedBefore(ctx: Ctx, answers: Answers, params: Params): Outcome | null {
  const { levels } = shownBy(ctx, String(params.unit), ctx.today.toString())
  if (levels.some(({ code }) => code === answers.level)) return null
  return { askAgain: [levelClosed(ctx, String(answers.level))], params: { levels } }
}

/** Everything that may have been chosen, to be told in words; of a unit and a day, only what may be chosen there. */
export function shownBy(
  { t, campaign }: Pick<Ctx, 't' | 'campaign'>,
  unitCode?: string,
  day?: string,
): NominationParams {
  const levels = unitCode === undefined ? [...awardLevels] : levelsOpenTo(campaign, unitCode, day ?? '')
  return {
    levels: levels.map(code => ({ code, label: t(`nomination.levels.${code}`) })),
    collectives: [...collectivesOf(campaign, unitCode, day), { code: other, label: t('nomination.otherCollective') }],
    people: [],
    others: [{ code: other, label: t('nomination.otherPerson') }],
    kinds: kindsOf(campaign, unitCode),
  }
}

function collectivesOf(campaign: ActiveCampaign, unitCode?: string, day?: string) {
  const among = [...campaign.units.values()].filter(
    unit =>
      unitCode === undefined || unit.code === unitCode || (unit.parentCode === unitCode && existsOn(unit, day ?? '')),
  )
  const own = among.toSorted((a, b) => Number(b.code === unitCode) - Number(a.code === unitCode))
  return own.map(({ code }) => ({ code, label: nameWithWard(campaign, code) }))
}

/** The kinds of people of the plan whose groups have this kind of unit; who leads is asked by itself. */
function kindsOf({ plan, units }: ActiveCampaign, unitCode?: string) {
  const unitKind = unitCode === undefined ? null : (units.get(unitCode)?.kind ?? '')
  return plan.participants.people
    .filter(
      ({ partOf, unitKinds, flaggedUnitKinds }) =>
        partOf === null && (unitKind === null || [...unitKinds, ...flaggedUnitKinds].some(kind => kind === unitKind)),
    )
    .flatMap(({ code, name, personKinds }) => (personKinds.length > 0 ? personKinds : [{ code, name }]))
    .map(({ code, name }) => ({ code, label: name }))
}

/** Who works at the unit today, by name, with the position of their leading role; two who are called the same are told apart by a number. */
async function peopleOf(ctx: Ctx, unitCode: string): Promise<NominationParams['people']> {
  const { tx, today, campaign } = ctx
  const day = today.toString()
  const held = await tx.roleAssignment.findMany({
    where: {
      ...{ unitCode: actingUnit(campaign, unitCode, day), personId: { not: ctx.person.id } },
      ...{ person: { erasedAt: null }, validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    },
    select: { personId: true, role: true, position: true, person: { select: { fullName: true } } },
    orderBy: [{ personId: 'asc' }, { role: 'asc' }, { id: 'asc' }],
  })
  held.sort((one, other) => byName(one.person, other.person))
  const told = new Map<string, number>()
  return [...new Set(held.map(({ personId }) => personId))].flatMap(personId => {
    const roles = held.filter(one => one.personId === personId)
    const name = roles[0]?.person.fullName
    if (name === undefined) return []
    const position = roles.find(one => one.position !== '')?.position ?? ''
    const label = position === '' ? name : ctx.t('nomination.personWithPosition', { name, position })
    const times = (told.get(label) ?? 0) + 1
    told.set(label, times)
    const isHead = roles.some(({ role }) => role === 'HEAD' || role === 'WARD_CHAIR')
    const code = times === 1 ? label : `${label} (${times})`
    return [{ code, label: code, personId, name, position, isHead }]
  })
}
