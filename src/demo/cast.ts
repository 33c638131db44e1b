import type { CampaignUnit } from '../campaign/active.ts'
import { competes, isInvited } from '../campaign/competing.ts'
import type { Plan } from '../campaign/plan.ts'
import { existsOn } from '../campaign/unit.ts'
import type { Role } from '../store/generated/client.ts'
import { lot } from './lot.ts'
import { personasOf } from './personas.ts'

/** Somebody of the made-up season. The key names them for ever. */
export interface Part {
  key: string
  role: Role
  unitCode: string
  /** A visitor may act as this person. */
  isPersona: boolean
}

/**
 * Everybody who plays: the personas; a focal point and a head at each unit that competes; a member of staff where there are sample
 * initiatives; somebody who decides at the office and at the agencies of the targets. One of the units that owe has nobody.
 */
export function castOf(plan: Plan, units: readonly CampaignUnit[], withSamples: ReadonlySet<string>): Part[] {
  const present = units.filter(unit => existsOn(unit, plan.startsOn))
  const personas = personasOf(plan, present)
  const agencies = new Set(plan.targets.flatMap(({ focalAgencies }) => focalAgencies))
  const offices = new Set(plan.managingOffices)
  const needed = new Set([...agencies, ...offices, ...withSamples, ...personas.map(({ unitCode }) => unitCode)])
  const competing = present.filter(unit => competes(plan, unit))
  const deserted = desertedUnit(plan, competing, needed)
  const parts = present.flatMap(unit => {
    const { code, kind } = unit
    const roles: Role[] = [
      ...(competing.includes(unit) && code !== deserted ? (['CLERK', headRole(kind)] as const) : []),
      ...(withSamples.has(code) ? (['OFFICIAL'] as const) : []),
      ...(offices.has(code) ? (['PNV'] as const) : []),
      ...(agencies.has(code) ? (['FOCAL'] as const) : []),
    ]
    return roles.map(role => ({ key: `${code}-${role}`, role, unitCode: code, isPersona: false }))
  })
  // In their own unit the personas are who the unit has; offices and agencies have somebody besides, who decides.
  const isTaken = ({ role, unitCode }: Part) =>
    role !== 'PNV' && role !== 'FOCAL' && personas.some(one => one.role === role && one.unitCode === unitCode)
  return [...personas.map(persona => ({ ...persona, isPersona: true })), ...parts.filter(part => !isTaken(part))]
}

function headRole(kind: string): 'HEAD' | 'WARD_CHAIR' {
  return ['ward', 'commune', 'successor_ward'].includes(kind) ? 'WARD_CHAIR' : 'HEAD'
}

/** What is done about a unit that has nobody is part of every season. */
function desertedUnit(plan: Plan, competing: readonly CampaignUnit[], needed: ReadonlySet<string>): string | undefined {
  return competing
    .filter(unit => unit.kind === 'department' && !isInvited(plan, unit) && !needed.has(unit.code))
    .toSorted((a, b) => lot('deserted', a.code) - lot('deserted', b.code))[0]?.code
}
