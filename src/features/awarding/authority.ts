import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { Scope } from './scope.ts'

/** Who awards, as certificates name them: of the City as the plan does, of a ward with its own name. */
export function authorityOf({ campaign, t }: Pick<Ctx, 'campaign' | 't'>, scope: Scope, day: string): string {
  if (scope.level === 'WARD') {
    const unit = unitName(campaign, scope.unitCode).replace(/^UBND\b/, t('papers.frame.committee'))
    return t('awarding.wardChair', { unit })
  }
  const authorities = campaign.plan.commendation.awardForms.flatMap(form => form.authorities)
  const known = authorities.filter(({ level }) => level === 'CITY')
  const then = known.find(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo === null || day <= validTo))
  return (then ?? known[0])?.title ?? ''
}
