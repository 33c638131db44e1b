import { type Decimal, whole } from './decimal.ts'
import { has, type Item, obstacle, quantitiesOf, readPhrase } from './phrase.ts'
import type { Quantity } from './quantity.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import type { Share } from './share.ts'

/**
 * Numerator and denominator in one answer: «17/20», «17 trên 20», «17/20 đạt 85%». Whole numbers, numerator ≤ denominator.
 * A percent beside it must agree, cut or rounded to the decimals it shows; else it is asked.
 */
export function readRatio(text: string): Reading<Share> {
  const items = readPhrase(text)
  if (items === undefined) return invalid('tooLong')
  const ratio = ratioIn(items)
  if (ratio !== undefined) return ratio
  if (quantitiesOf(items).length > 0) return ask(obstacle(items) ?? 'incomplete')
  if (items.length === 0) return invalid('empty')
  return has(items, 'none') ? ask('noneOrZero') : invalid('noAnswer')
}

/** The ratio among the items of an answer; undefined when it has none. */
export function ratioIn(items: readonly Item[]): Reading<Share> | undefined {
  const core = items.filter(item => !['filler', 'noun', 'approx', 'separator', 'same'].includes(item.mark))
  const at = core.findIndex((_, index) => isRatioAt(core, index))
  if (at < 0) return undefined
  const [numerator, denominator] = [core[at], core[at + 2]]
  if (numerator === undefined || denominator === undefined) return undefined
  if (!('quantity' in numerator) || !('quantity' in denominator)) return undefined
  const joint = core[at + 1]
  const rest = items.filter(item => item !== numerator && item !== denominator && item !== joint)
  if (has(rest, 'slash', 'over', 'fraction', 'minus', 'dong')) return ask('severalValues')
  const why = obstacle([...rest, numerator])
  if (why !== undefined) return ask(why)
  const share = shareOf(numerator.quantity, denominator.quantity)
  if (!share.ok) return share
  const percents = quantitiesOf(rest)
  if (percents.length === 0) return has(rest, 'percent') ? ask('contradiction') : withLiteral(share.value, joint, items)
  const [percent] = percents[0]?.values ?? []
  const isPercent = percents.length === 1 && has(rest, 'percent') && percents[0]?.values.length === 1
  if (!isPercent || percent === undefined) return ask('severalValues', [share.value])
  return agrees(share.value, percent) ? read(share.value, true) : ask('contradiction', [share.value])
}

const withLiteral = (share: Share, joint: Item | undefined, items: readonly Item[]): Reading<Share> =>
  read(share, joint?.mark === 'slash' && !has(items, 'approx'))

function isRatioAt(core: readonly Item[], at: number): boolean {
  const joint = core[at + 1]?.mark
  const joins = joint === 'slash' || joint === 'over' || joint === 'fraction' || joint === 'tren'
  return core[at]?.mark === 'quantity' && core[at + 2]?.mark === 'quantity' && joins
}

function shareOf(numerator: Quantity, denominator: Quantity): Reading<Share> {
  if (numerator.values.length !== 1 || denominator.values.length !== 1) return ask('twoReadings')
  const [n, d] = [numerator.values[0], denominator.values[0]]
  const [top, bottom] = [n && whole(n), d && whole(d)]
  if (top === undefined || bottom === undefined) return ask('garbled')
  if (bottom === 0n) return invalid('zeroDenominator')
  if (top > bottom) return invalid('numeratorAboveDenominator')
  return read({ numerator: top, denominator: bottom }, true)
}

/** Whether a percent is this share, cut or rounded to the decimals shown. */
export function agrees({ numerator, denominator }: Share, percent: Decimal): boolean {
  const unit = 10n ** BigInt(percent.scale)
  const scaled = numerator * 100n * unit
  const cut = scaled / denominator
  const rounded = (scaled * 2n + denominator) / (denominator * 2n)
  return percent.digits === cut || percent.digits === rounded
}

/** Nothing but percents, fillers and signs that say «the same». */
export const withoutPercent = (items: readonly Item[]): boolean =>
  items.every(item => ['quantity', 'percent', 'filler', 'same', 'approx'].includes(item.mark))
