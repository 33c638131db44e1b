/** Whom an entry of an agency's list names. */
export interface Listed {
  subjectKind: string
  nameFolded: string
  /** The unit of that day; null: the list names none that is known. */
  unitCode: string | null
}

export interface Sought {
  kind: string
  nameFolded: string
  /** The unit today. */
  unitCode: string
  /** The collective is that unit itself. */
  isUnit: boolean
}

/**
 * Whether a list is about a nominee: surely (the same unit, or the same name at the same unit), by the name alone, or not at all: who is
 * named at another unit is somebody else. Pure.
 */
export function matched(listed: Listed, nominee: Sought): 'SURE' | 'BY_NAME' | null {
  if (listed.subjectKind !== nominee.kind) return null
  const isSameName = listed.nameFolded === nominee.nameFolded
  if (listed.unitCode === null) return isSameName ? 'BY_NAME' : null
  if (listed.unitCode !== nominee.unitCode) return null
  return isSameName || (nominee.isUnit && listed.subjectKind === 'COLLECTIVE') ? 'SURE' : null
}
