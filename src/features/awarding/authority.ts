import type { Ctx } from '../../contract/feature.ts'
import { nameInFull } from '../papers/frame.ts'
import type { Scope } from './scope.ts'

/** Who awards, as certificates name them: of the City as the plan does, of a ward with its own name. */
export function authorityOf({ campaign, t }: Pick<Ctx, 'campaign' | 't'>, scope: Scope, day: string): string {
  if (scope.level === 'WARD') return t('awarding.wardChair', { unit: nameInFull({ campaign, t }, scope.unitCode) })
  const authorities = campaign.plan.commendation.awardForms.flatMap(form => form.authorities)
  const known = authorities.filter(({ level }) => level === 'CITY')
  const then = known.find(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo === null || day <= validTo))
  return (then ?? known[0])?.title ?? ''
}
