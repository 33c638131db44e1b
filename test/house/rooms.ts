/** One room of the house: a folder of `src`. */
export interface Room {
  name: string
  /** What it holds, in words for a newcomer. */
  holds: string
  /** The rooms below it that it may use. */
  uses: readonly string[]
}

const ground = 'ground'

/** The house from the top down. A room may use only what is named here, and only rooms that stand below it: there are no circles. */
export const rooms: readonly Room[] = [
  {
    name: 'assembly',
    holds: 'puts the system together: start, commands (`cli`), demonstration (`demo`), settings',
    uses: [
      ...[
        'loading',
        'health',
        'features',
        'features/*',
        'figures',
        'records',
        'reminders',
        'desk',
        'web',
        'intake',
        'contract',
      ],
      ...[
        'channels/*',
        'files',
        'outbox',
        'people',
        'conversation',
        'channels',
        'law',
        'campaign',
        'backup',
        'store',
        'office-files',
        'reading',
        ground,
      ],
    ],
  },
  {
    name: 'health',
    holds: 'whether the parts live; figures for Prometheus',
    uses: ['web', 'intake', 'channels', 'store', ground],
  },
  {
    name: 'features',
    holds: 'the list of all features',
    uses: ['exports', 'features/*', 'records', 'contract', 'secrecy', 'people'],
  },
  {
    name: 'exports',
    holds: 'tables of the house for officers and programs; those of a feature are its own',
    uses: ['reminders', 'contract', 'outbox'],
  },
  {
    name: 'features/*',
    holds: 'what people do, a folder each',
    uses: [
      ...[
        'loading',
        'figures',
        'records',
        'reminders',
        'obligations',
        'documents',
        'letters',
        'contract',
        'channels/*',
        'files',
        'outbox',
      ],
      ...[
        'people',
        'conversation',
        'channels',
        'law',
        'campaign',
        'backup',
        'store',
        'office-files',
        'reading',
        ground,
      ],
    ],
  },
  {
    name: 'loading',
    holds: 'plan, units, calendar and ranks come into the database, and what is owed follows',
    uses: ['reminders', 'obligations', 'campaign', 'store', 'reading'],
  },
  {
    name: 'figures',
    holds: 'what reports say of targets, and which of it counts: one source for every page, text and export',
    uses: ['records', 'people', 'campaign', 'store'],
  },
  {
    name: 'records',
    holds: 'the one life of everything that is handed in and decided upon',
    uses: [
      ...['reminders', 'obligations', 'contract', 'files', 'outbox', 'people', 'conversation', 'campaign', 'store'],
      ...['office-files', 'reading', ground],
    ],
  },
  {
    name: 'reminders',
    holds: 'who is told when: `plan` (pure), `round` (load, write, cancel), `words`',
    uses: ['contract', 'outbox', 'people', 'channels', 'law', 'campaign', 'store', 'reading', ground],
  },
  {
    name: 'obligations',
    holds: 'who owes what by when, met, late; knows nothing of reminders',
    uses: ['campaign', 'store'],
  },
  {
    name: 'documents',
    holds: 'pictures and papers out of figures: Word templates filled and read',
    uses: ['office-files', 'reading'],
  },
  {
    name: 'desk',
    holds: 'the officers’ pages',
    uses: ['web', 'contract', 'people', 'backup', 'store', 'office-files', ground],
  },
  {
    name: 'web',
    holds: 'web chat, sign-in, files',
    uses: [
      'intake',
      'contract',
      'channels/*',
      'secrecy',
      'people',
      'channels',
      'campaign',
      'backup',
      'store',
      'reading',
      ground,
    ],
  },
  {
    name: 'intake',
    holds: 'one event = one transaction: claim, lock, step, write, commit',
    uses: [
      ...[
        'letters',
        'contract',
        'files',
        'secrecy',
        'outbox',
        'people',
        'conversation',
        'channels',
        'campaign',
        'store',
      ],
      ...['reading', ground],
    ],
  },
  { name: 'letters', holds: 'events that could not be handled', uses: ['channels', 'store', ground] },
  {
    name: 'contract',
    holds:
      'what a feature is and what it is given: `Feature`, `Ctx` and its one maker, commands, pages of the desk, tables of `export`',
    uses: ['outbox', 'people', 'conversation', 'channels', 'campaign', 'store', 'office-files', ground],
  },
  {
    name: 'channels/*',
    holds: 'Telegram, Zalo, web: event in, message out, file in',
    uses: ['files', 'people', 'channels', 'store', 'reading', ground],
  },
  {
    name: 'files',
    holds: 'bytes: fetched, checked, stored, pruned',
    uses: ['secrecy', 'outbox', 'people', 'conversation', 'channels', 'store', 'reading', ground],
  },
  {
    name: 'secrecy',
    holds: 'what must not be kept: stamps of state secrets, identity numbers, places of pictures',
    uses: ['people', 'store', 'office-files', ground],
  },
  { name: 'outbox', holds: 'everything that is sent', uses: ['people', 'channels', 'store', ground] },
  {
    name: 'people',
    holds: 'persons, roles, `may()`, invitations, audit',
    uses: ['store', 'office-files', 'reading', ground],
  },
  { name: 'conversation', holds: 'the pure engine of forms', uses: ['reading', ground] },
  { name: 'channels', holds: 'what every channel is and may say', uses: ['store', 'reading', ground] },
  {
    name: 'law',
    holds: 'bases, forms, authorities, prizes, time limits by day; refuses where none is held',
    uses: ['campaign', 'reading', ground],
  },
  {
    name: 'campaign',
    holds: 'the plan, its units, days and targets',
    uses: ['store', 'office-files', 'reading', ground],
  },
  {
    name: 'backup',
    holds: 'the whole database into a file and out of it; a copy sends nothing',
    uses: ['store', ground],
  },
  { name: 'store', holds: 'the database', uses: [ground] },
  { name: 'office-files', holds: 'Excel and CSV, in and out', uses: ['reading', ground] },
  { name: 'reading', holds: 'readers of Vietnamese: numbers, money, days, names, choices, commands', uses: [] },
  { name: ground, holds: 'clock, log, texts', uses: [] },
]

/** Features that build on another one. */
export const betweenFeatures: Readonly<Record<string, readonly string[]>> = {
  applicability: ['progress'],
  awarding: ['awards', 'nominations', 'papers'],
  awards: ['nominations', 'papers'],
  board: ['criteria', 'forecast', 'initiatives', 'lists', 'progress'],
  campaigns: ['succession'],
  catalogue: ['initiatives', 'replications'],
  council: ['nominations', 'papers'],
  deliveries: ['papers'],
  dossier: ['progress'],
  inviting: ['roles'],
  joining: ['menu'],
  leaders: ['board', 'forecast', 'reminders'],
  lists: ['progress'],
  loads: ['nominations', 'personal-data'],
  nominations: ['board', 'launch', 'progress'],
  papers: [
    'activities',
    'board',
    'checks',
    'criteria',
    'front',
    'initiatives',
    'launch',
    'nominations',
    'participation',
    'progress',
    'received',
    'works',
  ],
  progress: ['forecast'],
  reminders: ['received', 'tasks'],
  reorganisation: ['dossier', 'succession'],
  results: ['initiatives'],
  retention: ['drafts'],
  tasks: ['drafts', 'received'],
  works: ['initiatives'],
}

const groundFiles = ['clock', 'log', 'texts', 'parse-url', 'project-root', 'worker-loop', 'growing-pause']

/** The room of a file of `src`. */
export function roomOf(file: string): string {
  const [folder = '', ...rest] = file.split('/')
  if (rest.length === 0) return groundFiles.includes(folder.replace(/\.tsx?$/, '')) ? ground : 'assembly'
  if (folder === 'cli' || folder === 'demo') return 'assembly'
  if (folder === 'features' || folder === 'channels') return rest.length > 1 ? `${folder}/*` : folder
  return folder
}

/** The map as it stands in README. */
export function mapOfTheHouse(): string {
  const lines = rooms.map(({ name, holds, uses }) => `| \`${name}\` | ${holds} | ${uses.join(', ') || '–'} |`)
  return ['| Room | Holds | May use |', '|---|---|---|', ...lines].join('\n')
}
