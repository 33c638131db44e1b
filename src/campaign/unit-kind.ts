/**
 * Kinds of units (domain.md §1.2). A plan says which of them compete; `successor_ward` is a ward of the two-tier government that
 * took the place of older units on 01/07/2025.
 */
export const unitKinds = [
  'province',
  'observer_agency',
  'city',
  'party_committee',
  'party_body',
  'peoples_council',
  'peoples_committee',
  'department',
  'inspectorate',
  'public_service_unit',
  'press_unit',
  'school',
  'school_group',
  'front',
  'sociopolitical_org',
  'association',
  'press_branch',
  'ward',
  'commune',
  'township',
  'special_zone',
  'ward_front',
  'ward_sociopolitical_org',
  'central_agency',
  'successor_ward',
] as const

export type UnitKind = (typeof unitKinds)[number]

/** Those whose chair awards at the lowest level. */
export const wardKinds: readonly UnitKind[] = ['ward', 'commune', 'township', 'special_zone', 'successor_ward']

/** Stored units keep the kind as text. */
export function isWardKind(kind: string): boolean {
  return wardKinds.some(one => one === kind)
}

/** Null for a word that is no kind: stored units keep the kind as text. */
export function unitKindOf(text: string): UnitKind | null {
  return unitKinds.find(kind => kind === text) ?? null
}
