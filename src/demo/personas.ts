import type { CampaignUnit } from '../campaign/active.ts'
import type { Plan } from '../campaign/plan.ts'
import type { Role } from '../store/generated/client.ts'

/** A made-up participant of the demonstration that a visitor may act as: a role at a unit, never a name. */
export interface DemoPersona {
  key: string
  role: Role
  unitCode: string
}

const wards = ['ward', 'commune', 'successor_ward']

/** In a plan without the unit, the first of these kinds takes its place. */
const wanted: readonly (DemoPersona & { kinds: readonly string[] })[] = [
  { key: 'can-bo', role: 'OFFICIAL', unitCode: 'UB-P-QT', kinds: wards },
  { key: 'dau-moi', role: 'CLERK', unitCode: 'UB-P-QT', kinds: wards },
  { key: 'thu-truong', role: 'WARD_CHAIR', unitCode: 'UB-P-QT', kinds: wards },
  { key: 'noi-vu', role: 'PNV', unitCode: 'UB-NV', kinds: ['department'] },
  { key: 'tai-chinh', role: 'FOCAL', unitCode: 'UB-TCKH', kinds: ['department'] },
  { key: 'chu-tich', role: 'CHAIR', unitCode: 'UB-UBND', kinds: wards },
  { key: 'bao-chi', role: 'PRESS', unitCode: 'UB-TTVH', kinds: ['press_unit', ...wards] },
  { key: 'quan-tri', role: 'ADMIN', unitCode: 'UB-NV', kinds: ['department'] },
]

/** The personas at units that are there. */
export function personasOf(plan: Plan, present: readonly CampaignUnit[]): DemoPersona[] {
  return wanted.flatMap(({ key, role, unitCode, kinds }) => {
    const office = role === 'PNV' ? present.find(({ code }) => plan.managingOffices.includes(code)) : undefined
    const found =
      present.find(({ code }) => code === unitCode) ?? office ?? present.find(({ kind }) => kinds.includes(kind))
    return found ? [{ key, role, unitCode: found.code }] : []
  })
}
