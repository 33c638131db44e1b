/** How many days an invitation may hold. */
export const holdingDays = [14, 30, 60] as const
