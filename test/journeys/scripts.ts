/** The journeys that are played on every channel and in the web chat; each ends in the same golden file. */
export const scripts = [
  'initiative',
  'launch-document',
  'progress',
  'handed-in',
  'work',
  'activity',
  'participation',
  'result',
  'head-result',
  'front',
  'replication',
  'check',
  'summary',
  'criterion',
  'library',
  'role-duties',
] as const

/** These tell the ways of channels apart; the short suite plays no others but on Telegram. */
export const told: readonly string[] = ['initiative', 'launch-document', 'progress']
