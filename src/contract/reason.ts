/** The shortest reason that helps somebody to correct something, and the longest; the same in chat and on the desk. */
export const reasonLength = { min: 5, max: 2000 } as const
