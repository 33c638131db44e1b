/** Limits of ZBS calls. The lengths of single template parameters are set by each template, not here. */
export const zbsLimits = {
  templatesPerRead: 100,
} as const
