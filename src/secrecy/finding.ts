/** What must not be kept here: a stamp of state secrets, or the number of an identity paper. */
export type Secret = 'stamp' | 'identity'
