import type { Ctx } from '../../contract/feature.ts'
import { paperDate } from './frame.ts'

/** The legal bases that are the header of the plan, each as it is cited; those that can be cited today, when the paper is signed. */
export function planBases({ t, today, campaign: { plan } }: Pick<Ctx, 't' | 'today' | 'campaign'>): string[] {
  const day = today.toString()
  const bases = plan.legalBases.filter(
    ({ isBasis, date, validTo }) => isBasis && (date ?? day) <= day && (validTo ?? day) >= day,
  )
  return bases.map(({ documentType, number, date, issuer, abstract }, at) =>
    t(number === null || date === null ? 'papers.frame.unnumberedBasis' : 'papers.frame.basis', {
      ...{ documentType, number, issuer, abstract, day: date === null ? '' : paperDate(date) },
      end: at < bases.length - 1 ? ';' : '.',
    }),
  )
}
