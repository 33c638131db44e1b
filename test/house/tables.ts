/** Who names a table of the database, in the client's words or in SQL. */
export interface Table {
  /** The room, or the feature, whose table it is: it may read and write it. */
  of: string
  /** Those who write it besides, and those who only read it. */
  alsoWritten?: readonly string[]
  alsoRead?: readonly string[]
}

/**
 * Every table with its room. It is known whose it is; that others reach into it is drawn here as it stands, so that nobody begins to
 * by oversight. Lists of a page, exports and the erasure of a person read where they have to; a write from outside is a debt.
 */
export const tables: Readonly<Record<string, Table>> = {
  account: {
    of: 'people',
    alsoWritten: ['assembly', 'features/joining', 'features/personal-data', 'features/settings', 'web'],
    alsoRead: [
      'channels/web',
      'channels/zalo',
      'channels/zalo-oa',
      'contract',
      'features/broadcast',
      'files',
      'intake',
      'outbox',
      'reminders',
      'secrecy',
    ],
  },
  answer: { of: 'intake', alsoWritten: ['features/drafts', 'features/joining', 'files'], alsoRead: ['records'] },
  applicability: {
    of: 'campaign',
    alsoWritten: ['features/applicability'],
    alsoRead: ['features/board', 'features/forecast', 'features/progress', 'obligations'],
  },
  audit: { of: 'people', alsoRead: ['exports', 'features/audit', 'features/dead-letters', 'secrecy'] },
  broadcast: { of: 'features/broadcast' },
  broadcast_recipient: { of: 'features/broadcast', alsoRead: ['features/reminders', 'reminders'] },
  campaign: { of: 'campaign', alsoWritten: ['loading'], alsoRead: ['assembly', 'contract'] },
  channel_token: { of: 'channels/zalo-oa', alsoWritten: ['outbox'] },
  chat_line: { of: 'channels/web', alsoWritten: ['people', 'reminders'] },
  consent: { of: 'people', alsoWritten: ['assembly', 'features/joining', 'features/personal-data'] },
  conversation: {
    of: 'intake',
    alsoWritten: ['assembly', 'features/drafts', 'files', 'people'],
    alsoRead: ['channels/web', 'channels/zalo-oa', 'outbox', 'reminders'],
  },
  data_request: { of: 'features/personal-data', alsoWritten: ['people'] },
  dead_letter: { of: 'letters', alsoRead: ['features/dead-letters', 'health', 'intake'] },
  draft: {
    of: 'intake',
    alsoWritten: ['assembly', 'features/drafts', 'features/succession', 'files', 'people', 'records'],
    alsoRead: ['features/personal-data', 'features/progress', 'features/reminders'],
  },
  explanation_request: { of: 'features/forecast', alsoRead: ['assembly'] },
  file_content: { of: 'files', alsoRead: ['channels/web'] },
  heartbeat: { of: 'store', alsoWritten: ['health'], alsoRead: ['assembly'] },
  inbound_event: { of: 'intake', alsoWritten: ['features/drafts', 'people'] },
  initiative_fact: { of: 'features/initiatives' },
  invitation: { of: 'people' },
  lease: { of: 'store', alsoWritten: ['outbox'], alsoRead: ['health'] },
  obligation: {
    of: 'obligations',
    alsoWritten: ['features/received', 'records', 'reminders'],
    alsoRead: [
      'assembly',
      'exports',
      'features/board',
      'features/broadcast',
      'features/progress',
      'features/reminders',
      'features/tasks',
    ],
  },
  one_time_link: { of: 'people', alsoRead: ['web'] },
  outbox: {
    of: 'outbox',
    alsoWritten: ['features/forecast', 'people', 'reminders'],
    alsoRead: ['channels/zalo', 'exports', 'features/broadcast', 'features/reminders', 'health', 'intake'],
  },
  person: {
    of: 'people',
    alsoWritten: ['assembly', 'features/joining', 'features/settings'],
    alsoRead: [
      'exports',
      'features/audit',
      'features/broadcast',
      'features/dead-letters',
      'features/personal-data',
      'features/received',
      'features/reminders',
      'features/succession',
      'outbox',
      'records',
      'reminders',
    ],
  },
  ranking_entry: { of: 'loading', alsoRead: ['exports'] },
  received_note: { of: 'features/received', alsoRead: ['reminders'] },
  record: { of: 'records', alsoRead: ['assembly', 'features/initiatives', 'features/progress', 'figures'] },
  record_move: { of: 'records', alsoRead: ['figures'] },
  record_version: { of: 'records' },
  reminder: { of: 'reminders', alsoWritten: ['features/reminders'], alsoRead: ['exports'] },
  reminder_order: { of: 'reminders', alsoWritten: ['features/reminders'] },
  reminder_phone: { of: 'people', alsoWritten: ['features/settings'], alsoRead: ['channels/zalo-oa', 'reminders'] },
  report_figure: { of: 'figures', alsoRead: ['features/progress'] },
  role_assignment: {
    of: 'people',
    alsoWritten: ['assembly', 'features/joining', 'features/personal-data'],
    alsoRead: ['features/broadcast', 'features/reminders', 'reminders'],
  },
  setting: {
    of: 'store',
    alsoWritten: ['assembly', 'backup', 'features/forecast', 'loading', 'outbox', 'reminders'],
    alsoRead: ['campaign'],
  },
  stored_file: {
    of: 'files',
    alsoWritten: ['features/forecast', 'outbox'],
    alsoRead: ['assembly', 'contract', 'features/drafts', 'health', 'intake', 'records', 'web'],
  },
  unit: { of: 'campaign', alsoWritten: ['loading'], alsoRead: ['assembly', 'exports', 'records'] },
  unit_picture: { of: 'features/forecast' },
  unit_succession: { of: 'campaign', alsoWritten: ['loading'], alsoRead: ['features/forecast', 'reminders'] },
  web_session: { of: 'people', alsoWritten: ['features/joining', 'web'] },
}
