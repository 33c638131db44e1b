/** What is kept for a time only. Records handed in, their files and the audit are not among them: they have no end here. */
export const retentionKinds = [
  /** Claims of inbound events: for as long as a platform may deliver an event again. */
  'inboundEvents',
  /** Lines of the web chat. */
  'chatTranscripts',
  /** What was said in sent messages; that they were sent stays. */
  'sentBodies',
  /** Forms that were thrown away, with what had been typed. */
  'cancelledDrafts',
  /** Forms that nobody has touched. */
  'untouchedDrafts',
  /** Files that belong to no record and no form. */
  'orphanedFiles',
  /** Sessions and one-time links, after they have run out. */
  'sessionsAndLinks',
  /** Chat accounts of people who never joined, withdrew or were erased, after their last message. */
  'guestAccounts',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

export type Period = { days: number } | { months: number }
export type Retention = Readonly<Record<RetentionKind, Period>>

/** Where the plan file says nothing. Drafts 6 months as domain.md §9; a form that was not handed in lives for the campaign's year. */
export const defaultRetention: Retention = {
  inboundEvents: { days: 30 },
  chatTranscripts: { months: 12 },
  sentBodies: { months: 6 },
  cancelledDrafts: { months: 6 },
  untouchedDrafts: { months: 12 },
  orphanedFiles: { days: 30 },
  sessionsAndLinks: { days: 30 },
  guestAccounts: { months: 6 },
}

/**
 * Days below which a period may not be. Telegram delivers again for 24 hours, Zalo for half a day and by hand later, a page of the web
 * chat when it is opened again.
 */
export const leastDays: Readonly<Partial<Record<RetentionKind, number>>> = { inboundEvents: 7, orphanedFiles: 2 }
