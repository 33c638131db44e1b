import type { Basis, Law } from './law-schema.ts'

/** Days between which something holds, both included. */
export interface Validity {
  from: string
  to: string | null
  /** The basis whose end ends it; null: no end is known. */
  endsWith: Basis | null
}

/** A rule holds while everything that it rests on is in force. */
export function validityOf(law: Law, { restsOn }: { restsOn: readonly string[] }): Validity {
  const bases = basesNamed(law, restsOn)
  const from =
    bases
      .map(basis => basis.from)
      .toSorted()
      .at(-1) ?? ''
  const endsWith = bases
    .filter(({ to }) => to !== null)
    .reduce<Basis | null>((one, other) => (one !== null && (one.to ?? '') <= (other.to ?? '') ? one : other), null)
  return { from, to: endsWith?.to ?? null, endsWith }
}

export function basesNamed(law: Law, codes: readonly string[]): Basis[] {
  return codes.flatMap(code => law.bases.filter(basis => basis.code === code))
}

export function isInForce({ from, to }: { from: string; to: string | null }, day: string): boolean {
  return from <= day && (to === null || day <= to)
}
