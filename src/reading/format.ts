import { compare, type Decimal, decimal, shortest } from './numerals/decimal.ts'
import type { Share } from './share.ts'

/** Vietnamese writing: «1.234.567,89». Exact: every digit of the value is shown. */
export function formatNumber(value: Decimal | bigint | number): string {
  const { digits, scale } = typeof value === 'object' ? value : fromNumber(value)
  const sign = digits < 0n ? '-' : ''
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const units = all.slice(0, all.length - scale).replace(/\B(?=(?:\d{3})+$)/g, '.')
  return scale === 0 ? sign + units : `${sign}${units},${all.slice(all.length - scale)}`
}

function fromNumber(value: bigint | number): Decimal {
  if (typeof value === 'bigint' || Number.isInteger(value)) return decimal(value)
  const [units = '0', fraction = ''] = value.toFixed(6).split('.')
  return shortest({ digits: BigInt(units + fraction), scale: fraction.length })
}

/** In full: «1.200.000.000 đồng». */
export const formatMoney = (vnd: bigint): string => `${formatNumber(vnd)} đồng`

/** In tỷ or triệu with at most two decimals, cut and never rounded up: «1,2 tỷ đồng». Small sums in full. */
export function formatMoneyShort(vnd: bigint): string {
  const size = vnd < 0n ? -vnd : vnd
  if (size >= 1_000_000_000n) return `${formatNumber(shortest(decimal(vnd / 10_000_000n, 2)))} tỷ đồng`
  if (size >= 1_000_000n) return `${formatNumber(shortest(decimal(vnd / 10_000n, 2)))} triệu đồng`
  return formatMoney(vnd)
}

/**
 * A percent, cut to two decimals and never rounded up, so that what is below a threshold never looks as if it reached it
 * (calendar.md §8). When cutting would hide that `threshold` is reached, more decimals are shown. A denominator of 0 gives «–».
 */
export function formatPercent(numerator: bigint, denominator: bigint, threshold?: Share): string {
  if (denominator === 0n) return '–'
  const cut = (scale: number) => decimal((numerator * 100n * 10n ** BigInt(scale)) / denominator, scale)
  let shown = cut(2)
  if (threshold !== undefined && numerator * threshold.denominator >= threshold.numerator * denominator) {
    for (let scale = 3; scale <= 9; scale += 1) {
      const limit = decimal((threshold.numerator * 100n * 10n ** 9n) / threshold.denominator, 9)
      if (compare(shown, limit) >= 0) break
      shown = cut(scale)
    }
  }
  return `${formatNumber(shortest(shown))}%`
}

/** ISO `YYYY-MM-DD` as dd/MM/yyyy. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${day}/${month}/${year}`
}

/** As in administrative documents: days below 10 and months 1 and 2 get a leading zero, months 3 to 9 do not (decree 30/2020). */
export function formatDateLong(iso: string): string {
  const [year, month = '', day] = iso.split('-')
  return `ngày ${day} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}
