import type { ActiveCampaign } from '../../campaign/active.ts'
import type { Translate } from '../../texts.ts'
import { collective } from './form.ts'

/**
 * What the members of a unit can be, in the words of the plan: a collective, the groups of people that its kind of unit belongs to, a
 * group with kinds of its own by these (phóng viên … hội viên). Without a unit: all of them.
 */
export function kindsOffered(t: Translate, { plan, units }: Pick<ActiveCampaign, 'plan' | 'units'>, unitCode?: string) {
  const unitKind = unitCode === undefined ? null : (units.get(unitCode)?.kind ?? '')
  const groups = plan.participants.people.filter(
    ({ unitKinds, flaggedUnitKinds }) =>
      unitKind === null || [...unitKinds, ...flaggedUnitKinds].some(kind => kind === unitKind),
  )
  const people = groups.flatMap(({ code, name, personKinds }) =>
    personKinds.length > 0 ? personKinds : [{ code, name }],
  )
  const kinds = people.map(({ code, name }) => ({ code, label: name }))
  return { kinds: [{ code: collective, label: t('participation.collective') }, ...kinds] }
}
