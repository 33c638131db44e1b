import type { Role } from '../store/generated/client.ts'

/** A made-up participant of the demonstration: a role at a unit, never a name. */
export interface DemoPersona {
  key: string
  role: Role
  unitCode: string
}

/** Units of the default plan; of another plan the first unit that fits takes their place. */
export const demoPersonas: readonly DemoPersona[] = [
  { key: 'can-bo', role: 'OFFICIAL', unitCode: 'UB-P-QT' },
  { key: 'dau-moi', role: 'CLERK', unitCode: 'UB-P-QT' },
  { key: 'thu-truong', role: 'HEAD', unitCode: 'UB-P-QT' },
  { key: 'noi-vu', role: 'PNV', unitCode: 'UB-NV' },
  { key: 'bao-chi', role: 'PRESS', unitCode: 'UB-TTVH' },
]
