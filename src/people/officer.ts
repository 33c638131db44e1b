import type { Role } from '../store/generated/client.ts'
import { holds, type Person } from './person.ts'

/** Those who decide for the whole campaign or look after its people: their accounts are guarded more than those of staff. */
export const officerRoles: readonly Role[] = ['PNV', 'ADMIN', 'CHAIR', 'VICE']

export function isOfficer(person: Person): boolean {
  return holds(person, ...officerRoles)
}
