/** An exact decimal number: digits ÷ 10^scale. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

export const decimal = (digits: bigint | number, scale = 0): Decimal => ({ digits: BigInt(digits), scale })

export const times = (a: Decimal, factor: bigint): Decimal => ({ digits: a.digits * factor, scale: a.scale })

export const plus = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale)
  return { digits: at(a, scale) + at(b, scale), scale }
}

export const half = (a: bigint): Decimal => ({ digits: a * 5n, scale: 1 })

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export const compare = (a: Decimal, b: Decimal): number => {
  const scale = Math.max(a.scale, b.scale)
  const difference = at(a, scale) - at(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The whole number, or undefined when there is a fraction other than zero. */
export function whole(a: Decimal): bigint | undefined {
  const unit = 10n ** BigInt(a.scale)
  return a.digits % unit === 0n ? a.digits / unit : undefined
}

/** The whole number that is the only reading of a figure. */
export const onlyWhole = (values: readonly Decimal[] | undefined): bigint | undefined =>
  values?.length === 1 && values[0] !== undefined ? whole(values[0]) : undefined

/** The same number with the shortest scale: 1,50 → 1,5. */
export function shortest(a: Decimal): Decimal {
  let { digits, scale } = a
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n
    scale -= 1
  }
  return { digits, scale }
}

const at = (a: Decimal, scale: number): bigint => a.digits * 10n ** BigInt(scale - a.scale)
