/** The order of those that take the place of a unit: the larger part, then by code. */
export const mainFirst = [{ isMain: 'desc' as const }, { toCode: 'asc' as const }]
