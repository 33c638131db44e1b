import { justBefore } from '../campaign/report-period.ts'
import type { Ctx } from '../contract/feature.ts'
import type { Go } from '../outbox/go.ts'
import { codeIn } from '../people/secret-code.ts'
import { neighbourIn } from '../reading/neighbour-period.ts'
import { readPeriod } from '../reading/period.ts'
import { fold, normalise } from '../reading/text.ts'

/**
 * What a text that is nothing else names: by its code a record («SK-023», «xem pd 1», «SK-2025-023»), a target («C7»), an invitation; by its period the
 * figures of it («báo cáo quý I»).
 */
export function namedBy(text: string, { campaign, today }: Pick<Ctx, 'campaign' | 'today'>): Go | undefined {
  const plain = fold(normalise(text)).replace(/^(?:(?:xem|mo|ho so|ma)\s+)+/, '')
  const record = /^([a-z]{2})\s*[-–.]?\s*(?:(20\d\d[a-z]?)\s*[-–.]\s*)?0*(\d{1,6})$/.exec(plain)
  if (record) {
    const [, letters = '', mark, number = ''] = record
    const args = { letters: letters.toUpperCase(), number, ...(mark ? { mark: mark.toUpperCase() } : {}) }
    return { to: 'record.code', args }
  }
  const wanted = plain.replace(/^([a-z])\s*0*(\d+)$/, '$1$2')
  const target = campaign.plan.targets.find(({ code }) => fold(code).replace(/^([a-z])0*(\d+)$/, '$1$2') === wanted)
  if (target) return { to: 'report.target', args: { code: target.code } }
  if (/^(?:bao cao|nop|gui|so lieu|ho so so lieu|lam)\b.*\b(?:quy|thang|nam)\b/.test(plain)) {
    const period = readPeriod(text, { today })
    if (period.ok) return { to: 'dossier', args: { period: period.value } }
  }
  if (/^(?:bao cao|nop|gui|so lieu|ho so so lieu|lam)\b/.test(plain)) {
    const neighbour = neighbourIn(text)
    const period = neighbour === 'before' ? justBefore(quarterOf(today)) : null
    if (neighbour !== null) return { to: 'dossier', args: period === null ? {} : { period } }
  }
  return codeIn(text) === undefined ? undefined : { to: 'start', args: { typed: text } }
}

/** Whether a text is a code as codes are written («SK-023», «sk 023», «C07»), and nothing else: in a form «hs 12» is an answer. */
export function isCodeOf(text: string, ctx: Pick<Ctx, 'campaign' | 'today'>): boolean {
  const { to } = namedBy(text, ctx) ?? {}
  if (to === 'report.target') return true
  return to === 'record.code' && /^\p{L}{2}\s*(?:\p{Pd}|0)/u.test(normalise(text))
}

/** Figures are reported by the quarter (D09). */
const quarterOf = ({ year, month }: { year: number; month: number }) => `${year}-Q${Math.ceil(month / 3)}`
