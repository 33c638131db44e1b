import { spanOf } from '../../../campaign/report-period.ts'
import { codeOf } from '../../../reading/fields/period-code.ts'
import { readLine } from '../../../reading/line.ts'
import { reading } from '../../../reading/spans/span.ts'
import { type Dossier, wordsIn } from './known.ts'

/** A period or a unit that a line speaks of. `is: 'here'`: the dossier's own is named. */
export type Elsewhere = { is: 'period' | 'unit' | 'here' } | null

/** Whether a line speaks of another period or another unit than the dossier is for. Pure. */
export function elsewhere(text: string, dossier: Dossier): Elsewhere {
  const unit = unitIn(text, dossier)
  const period = periodIn(text, dossier)
  if (unit === 'other') return { is: 'unit' }
  if (period === 'other') return { is: 'period' }
  return unit === 'own' || period === 'own' ? { is: 'here' } : null
}

function unitIn(text: string, { otherUnits, ownUnit }: Dossier): 'own' | 'other' | null {
  const words = ` ${wordsIn(text).join(' ')} `
  const names = (name: string) => words.includes(` ${name} `)
  if (names(ownUnit)) return 'own'
  return otherUnits.some(names) ? 'other' : null
}

function periodIn(text: string, dossier: Dossier): 'own' | 'other' | null {
  const own = dossier.span
  const said = readLine(text.slice(0, longest)).spans.flatMap(span => {
    const period = reading(span, 'period')
    if (period) return [codeOf(period.period, dossier.today) ?? 'none']
    const day = reading(span, 'day')
    if (!day?.isFirm || day.day.is !== 'day' || reading(span, 'ratio')) return []
    const { day: date, month, year } = day.day
    const on = `${year && 'value' in year ? year.value : own?.to.slice(0, 4)}-${two(month)}-${two(date)}`
    return [own && on >= own.from && on <= own.to ? dossier.period : 'none']
  })
  if (said.length === 0) return null
  return said.every(code => code === dossier.period || isWithin(code, own)) ? 'own' : 'other'
}

/** «tháng 3» in a line of the first quarter says how far it was counted; any other month or quarter is another period. */
function isWithin(code: string, own: Dossier['span']): boolean {
  const span = spanOf(code)
  return span !== null && own !== null && span.to === own.to && span.from >= own.from
}

const longest = 500
const two = (value: number) => String(value).padStart(2, '0')
