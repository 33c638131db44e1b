import type { Ctx } from '../../contract/feature.ts'
import { paperDate } from './frame.ts'

/** The legal bases that are the header of the plan, each as it is cited. */
export function planBases({ t, campaign: { plan } }: Pick<Ctx, 't' | 'campaign'>): string[] {
  const bases = plan.legalBases.filter(({ isBasis }) => isBasis)
  return bases.map(({ documentType, number, date, issuer, abstract }, at) =>
    t(number === null || date === null ? 'papers.frame.unnumberedBasis' : 'papers.frame.basis', {
      ...{ documentType, number, issuer, abstract, day: date === null ? '' : paperDate(date) },
      end: at < bases.length - 1 ? ';' : '.',
    }),
  )
}
