/** Who names a table of the database, in the client's words or in SQL. */
export interface Table {
  /** The room, or the feature, whose table it is: it may read and write it. */
  of: string
  /** Those who write it besides, and those who read it without being allowed to use the room. */
  alsoWritten?: readonly string[]
  alsoRead?: readonly string[]
}

/**
 * Every table with its room. Whoever may use a room (see rooms.ts) may read its tables, and writes them through it. What is besides that is
 * drawn here as it stands, so that nobody begins to by oversight: reading behind the back of a room, or writing its table from outside.
 */
export const tables: Readonly<Record<string, Table>> = {
  account: {
    of: 'people',
    alsoWritten: ['assembly', 'features/joining', 'features/personal-data', 'features/settings', 'web'],
  },
  answer: { of: 'intake', alsoWritten: ['features/drafts', 'features/joining', 'files'], alsoRead: ['records'] },
  appraisal: { of: 'features/nominations' },
  applicability: { of: 'campaign', alsoWritten: ['features/applicability'] },
  audit: { of: 'people' },
  award: { of: 'features/awards', alsoRead: ['features/awarding', 'features/campaigns'] },
  award_choice: { of: 'features/awarding' },
  award_decision: { of: 'features/awarding', alsoRead: ['features/awards', 'features/campaigns'] },
  award_dossier: { of: 'features/nominations' },
  ballot: { of: 'features/council' },
  council_choice: { of: 'features/council' },
  council_conflict: { of: 'features/council' },
  council_key: { of: 'features/council' },
  council_member: { of: 'features/council' },
  sitting: { of: 'features/council', alsoRead: ['features/papers'] },
  sitting_case: { of: 'features/council' },
  sitting_key: { of: 'features/council' },
  sitting_member: { of: 'features/council', alsoRead: ['features/roles'] },
  broadcast: { of: 'features/broadcast' },
  broadcast_recipient: { of: 'features/broadcast', alsoRead: ['features/reminders', 'reminders'] },
  calendar_event: { of: 'people' },
  calendar_feed: { of: 'people' },
  campaign: { of: 'campaign', alsoWritten: ['features/campaigns', 'features/deadlines', 'loading'] },
  channel_token: { of: 'channels/zalo-oa', alsoWritten: ['outbox'] },
  chat_line: { of: 'channels/web', alsoWritten: ['people', 'reminders'] },
  library_paper: { of: 'features/about', alsoRead: ['features/deliveries'] },
  case_export: { of: 'features/cases' },
  case_version: { of: 'features/cases' },
  consent: { of: 'people', alsoWritten: ['assembly', 'features/joining', 'features/personal-data'] },
  conversation: {
    of: 'intake',
    alsoWritten: ['assembly', 'features/drafts', 'features/roles', 'files', 'people'],
    alsoRead: ['channels/web', 'channels/zalo-oa', 'outbox', 'reminders'],
  },
  data_request: { of: 'features/personal-data', alsoWritten: ['people'] },
  dead_letter: { of: 'letters', alsoRead: ['files', 'health'] },
  dossier_member: { of: 'features/nominations' },
  delivery: { of: 'features/deliveries' },
  draft: {
    of: 'intake',
    alsoWritten: [
      ...['assembly', 'features/dossier', 'features/drafts', 'features/lists', 'features/roles', 'features/succession'],
      ...['files', 'people', 'records'],
    ],
    alsoRead: [
      ...['features/campaigns', 'features/personal-data', 'features/progress', 'features/reminders'],
      'features/reorganisation',
    ],
  },
  explanation_request: { of: 'features/forecast', alsoRead: ['assembly'] },
  figure_sheet: { of: 'features/dossier' },
  file_content: { of: 'files' },
  heartbeat: { of: 'store', alsoWritten: ['health'] },
  inbound_event: { of: 'intake', alsoWritten: ['features/drafts', 'people'] },
  initiative_fact: { of: 'features/initiatives', alsoRead: ['features/catalogue', 'features/papers'] },
  invitation: { of: 'people' },
  lease: { of: 'store', alsoWritten: ['outbox'] },
  objection: { of: 'features/awarding', alsoRead: ['features/campaigns'] },
  office_key: { of: 'features/awards' },
  nomination_fact: { of: 'features/nominations' },
  obligation: {
    of: 'obligations',
    alsoWritten: ['features/received', 'records', 'reminders'],
    alsoRead: ['assembly', 'exports'],
  },
  saved_view: { of: 'people' },
  second_step: { of: 'people' },
  one_time_link: { of: 'people' },
  outbox: {
    of: 'outbox',
    alsoWritten: ['features/forecast', 'people', 'reminders'],
    alsoRead: ['channels/zalo', 'health'],
  },
  paper: { of: 'features/papers', alsoRead: ['features/deliveries'] },
  paper_template: { of: 'features/papers' },
  person: { of: 'people', alsoWritten: ['assembly', 'features/joining', 'features/settings'], alsoRead: ['exports'] },
  ranking_entry: { of: 'loading', alsoRead: ['exports', 'features/board', 'features/nominations'] },
  reason_text: { of: 'records' },
  received_note: { of: 'features/received', alsoRead: ['reminders'] },
  record: { of: 'records' },
  record_move: { of: 'records' },
  record_version: { of: 'records' },
  reminder: { of: 'reminders', alsoWritten: ['features/reminders'], alsoRead: ['exports'] },
  reminder_order: { of: 'reminders', alsoWritten: ['features/reminders'] },
  reminder_phone: { of: 'people', alsoWritten: ['features/settings'] },
  listed_item: { of: 'figures' },
  report_figure: { of: 'figures' },
  role_assignment: { of: 'people', alsoWritten: ['assembly', 'features/joining', 'features/personal-data'] },
  plan_document: {
    of: 'features/about',
    alsoWritten: ['assembly', 'features/deliveries'],
    alsoRead: ['features/campaigns'],
  },
  setting: {
    of: 'store',
    alsoWritten: [
      ...['assembly', 'backup', 'campaign', 'channels/zalo', 'features/awarding', 'features/forecast'],
      ...['features/leaders', 'loading', 'outbox', 'people', 'reminders'],
    ],
  },
  signed_paper: { of: 'features/papers' },
  stored_file: { of: 'files', alsoWritten: ['features/forecast', 'outbox'], alsoRead: ['contract', 'health', 'web'] },
  stop_fact: { of: 'features/nominations' },
  unit: { of: 'campaign', alsoWritten: ['loading'], alsoRead: ['exports'] },
  reorganisation: { of: 'features/reorganisation' },
  unit_picture: { of: 'features/forecast' },
  unit_succession: { of: 'campaign', alsoWritten: ['loading'] },
  web_session: { of: 'people', alsoWritten: ['features/joining', 'web'] },
}
