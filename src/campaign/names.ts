import type { ActiveCampaign, CampaignUnit } from './active.ts'
import { existsOn } from './unit.ts'
import { isWardKind } from './unit-kind.ts'

/** The unit's name. A renamed or merged unit is a unit of its own, so that the name is that of its days; a code that nobody knows stays one. */
export function unitName({ units }: Pick<ActiveCampaign, 'units'>, code: string): string {
  return units.get(code)?.name ?? code
}

/**
 * The name by which a unit is told from others of the same name: every ward has its «Phòng Văn hóa - Xã hội», so that what belongs to a ward
 * or commune is named with it, «Phòng Văn hóa - Xã hội phường Vàng Danh». What already says its ward says it once.
 */
export function nameWithWard({ units }: Pick<ActiveCampaign, 'units'>, code: string): string {
  const name = unitName({ units }, code)
  const around = units.get(units.get(code)?.parentCode ?? '')
  if (!around || !isWardKind(around.kind) || isWardKind(units.get(code)?.kind ?? '')) return name
  const ward = placeGoverned(around.name)
  return name.toLowerCase().includes(ward.toLowerCase()) ? name : `${name} ${ward}`
}

/** «UBND phường Quang Trung», «Phường Uông Bí»: «phường …», as it stands within a sentence. */
export function placeGoverned(name: string): string {
  const place = name.replace(/^(?:UBND|Ủy ban nhân dân) /, '')
  return place.charAt(0).toLowerCase() + place.slice(1)
}

/** «Chuyên viên, phường Uông Bí»: where somebody has a post; behind it a ward's name stands with a small letter. */
export function postAt(post: string, unit: string): string {
  if (post === '' || unit === '') return post + unit
  return `${post}, ${unit.replace(/^(?:Phường|Xã|Thị trấn|Đặc khu)(?= )/, word => word.toLowerCase())}`
}

/** The office that collects, by its name of the day. */
export function officeName(campaign: Pick<ActiveCampaign, 'plan' | 'units'>, day: string): string {
  return officeOn(campaign, day)?.name ?? ''
}

/** Of the offices that the plan names, the one of the day: when one was renamed, it names both. */
export function officeOn(
  { plan, units }: Pick<ActiveCampaign, 'plan' | 'units'>,
  day: string,
): CampaignUnit | undefined {
  const offices = plan.managingOffices.flatMap(code => units.get(code) ?? [])
  return offices.find(unit => existsOn(unit, day)) ?? offices[0]
}
