import type { ActiveCampaign } from '../../campaign/active.ts'
import type { Plan } from '../../campaign/plan.ts'

/** The activities of the plan that are recorded as propaganda. */
export function propagandaIn({ activities }: Pick<Plan, 'activities'>) {
  return activities.filter(({ record }) => record === 'propaganda')
}

/** What the form lets choose from. */
export function activitiesOffered({ plan }: Pick<ActiveCampaign, 'plan'>) {
  return {
    activities: propagandaIn(plan).map(({ code, name, legalBases }) => ({
      ...{ code, label: name },
      documents: plan.legalBases
        .filter(basis => legalBases.includes(basis.code))
        .map(basis => ({ code: basis.code, label: nameOfBasis(basis) })),
    })),
  }
}

/** «Quyết định 3322/QĐ-UBND»; one that is cited without a number is called by what it is about. */
function nameOfBasis({ documentType, number, abstract }: Plan['legalBases'][number]): string {
  return number === null ? `${documentType} ${abstract}` : `${documentType} ${number}`
}
