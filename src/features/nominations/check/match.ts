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
  /** Units right above and below, where the same person may be listed. */
  around: readonly string[]
  /** The collective is that unit itself. */
  isUnit: boolean
}

/**
 * Whether a list is about a nominee: surely (the same unit, or the same name at the same unit), by the name alone (a person also at
 * a unit right above or below), or not at all: who is named at another unit is somebody else. Pure.
 */
export function matched(listed: Listed, nominee: Sought): 'SURE' | 'BY_NAME' | null {
  if (listed.subjectKind !== nominee.kind) return null
  const isSameName = listed.nameFolded === nominee.nameFolded
  if (listed.unitCode === null) return isSameName ? 'BY_NAME' : null
  if (listed.unitCode !== nominee.unitCode) {
    const isNear = nominee.kind === 'INDIVIDUAL' && nominee.around.includes(listed.unitCode)
    return isSameName && isNear ? 'BY_NAME' : null
  }
  return isSameName || (nominee.isUnit && listed.subjectKind === 'COLLECTIVE') ? 'SURE' : null
}
