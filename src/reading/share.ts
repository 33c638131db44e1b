/** An exact part of a whole: two integers, never a rounded fraction. The denominator is above zero. */
export interface Share {
  readonly numerator: bigint
  readonly denominator: bigint
}
