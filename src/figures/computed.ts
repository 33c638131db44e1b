import type { ComputedFigure, Target } from '../campaign/target.ts'
import { type Figure, noFigure } from './figure.ts'

/**
 * Where the figure of a unit comes from when nobody may type it; null: the unit gives it. A screen that is asked for such a figure
 * says `progress.computed.<this>` instead.
 */
export function computedFrom({ computed }: Pick<Target, 'computed'>): ComputedFigure | null {
  return computed
}

/** A unit's part in a computed figure. */
export interface Part {
  unitCode: string
  numerator: bigint
  denominator: bigint
}

/** A figure that nobody typed, with what it is made of and the units behind what is missing. */
export interface Computed {
  figure: Figure
  parts: readonly Part[]
  missing: readonly string[]
}

/** What the register of initiatives says of a unit. */
export interface Registered {
  unitCode: string
  /** Registered, not rejected, not withdrawn. */
  registered: number
  /** Of those: confirmed as effectively applied, or replicated. */
  effective: number
}

/** C19: of these sub-units, those with at least one registered initiative. */
export function subUnitsRegistered(subUnits: readonly string[], register: ReadonlyMap<string, Registered>): Computed {
  return computed(
    subUnits.map(unitCode => ({
      unitCode,
      numerator: (register.get(unitCode)?.registered ?? 0) > 0 ? 1n : 0n,
      denominator: 1n,
    })),
  )
}

/** C20: of the initiatives that these units have registered, those whose effect is confirmed. Units without one have no part in it. */
export function initiativesEffective(units: readonly string[], register: ReadonlyMap<string, Registered>): Computed {
  return computed(
    units.flatMap(unitCode => {
      const { registered = 0, effective = 0 } = register.get(unitCode) ?? {}
      return registered > 0 ? [{ unitCode, numerator: BigInt(effective), denominator: BigInt(registered) }] : []
    }),
  )
}

function computed(parts: readonly Part[]): Computed {
  const sum = (part: 'numerator' | 'denominator') => parts.reduce((total, one) => total + one[part], 0n)
  return {
    figure: { ...noFigure, numerator: sum('numerator'), denominator: sum('denominator') },
    parts,
    missing: parts.filter(({ numerator }) => numerator === 0n).map(({ unitCode }) => unitCode),
  }
}
