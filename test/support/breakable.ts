import type { Registry } from '../../src/intake/registry.ts'
import type { System } from '../../src/intake/system.ts'

/** A system whose forms can be made to fail, as a fault in a feature would: whatever an event wants of a running form throws. */
export function breakable(system: System): { system: System; break(error: Error): void; mend(): void } {
  let fault: Error | null = null
  const registry: Registry = {
    ...system.registry,
    form: id => {
      if (fault) throw fault
      return system.registry.form(id)
    },
  }
  return {
    system: { ...system, registry },
    break: error => {
      fault = error
    },
    mend: () => {
      fault = null
    },
  }
}
