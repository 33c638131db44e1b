import type { Child } from 'hono/jsx'
import type { SheetCell } from '../office-files/sheet-cell.ts'
import type { Person } from '../people/person.ts'
import type { Tx } from '../store/transaction.ts'
import type { Translate } from '../texts.ts'
import type { Ctx } from './feature.ts'

export type Tone = 'neutral' | 'waiting' | 'good' | 'bad'

export interface DeskQuery {
  /** Free text, accents optional. */
  q: string
  filters: Readonly<Record<string, string>>
  page: number
  size: number
  /** By one of the columns that the page sorts by; without it, in the page's own order. */
  sort?: DeskSort
  /** Names of the columns that are wanted; without it, all. */
  shown?: readonly string[]
}

/** `column`: see `columnName`. */
export interface DeskSort {
  column: string
  isDescending: boolean
}

export interface DeskRow {
  id: string
  /** One cell a column, in the order of `columns`. */
  cells: readonly string[]
  state: { label: string; tone: Tone }
  /** It can be chosen for a decision on many at once. */
  isChoosable?: boolean
}

/** One of many that was decided on. */
export interface DoneToOne {
  id: string
  say: string
  /** What it is and where it stands then, for who only looks at what would be done. */
  becomes: string
  /** Names of those who are told. */
  told: readonly string[]
}

/** What became of a decision on many: what was done to each, or a sentence why not. */
export interface DoneToMany {
  done: readonly DoneToOne[]
  not: readonly string[]
  /** Takes back all that was done, as it can be done at once afterwards. */
  undo?: Undo & { ids: readonly string[] }
}

/** The action that takes back what has just been done, with the reason that stands in the history then. */
export interface Undo {
  action: string
  reason: string
}

export interface DeskDetail {
  title: string
  state: { label: string; tone: Tone }
  fields: readonly { label: string; value: string }[]
  files: readonly {
    id: string
    name: string
    state: 'PENDING' | 'STORED' | 'REFUSED' | 'FAILED'
    /** What its bytes are, not what it was said to be; without it the file is only to be had. */
    mime?: string | null
  }[]
  /** Shown as they are, each with what it shows in words. */
  pictures?: readonly { fileId: string; words: string }[]
  /** What this version changes against the one before it. */
  changes?: readonly { label: string; before: string; after: string }[]
  /** Where it is of account; `page`: where that stands, below /desk. */
  countsIn?: readonly { words: string; page?: string }[]
  /** `noted`: what the reason is called where it is none: what a confirmation rests on. */
  history: readonly { at: string; who: string; what: string; reason?: string; noted?: string }[]
  actions: readonly DeskAction[]
}

/** A record much like the one that is opened, question by question beside it. */
export interface Alike {
  title: string
  /** Where it is opened, below /desk. */
  page: string
  rows: readonly { label: string; own: string; other: string }[]
}

export interface DeskAction {
  name: string
  label: string
  needsReason: boolean
  /** Questions that may be marked, each with a reason of its own. */
  questions?: readonly { name: string; label: string }[]
  /** Reasons that can be chosen instead of typed. */
  reasons?: readonly string[]
  /** What is written, when it is no reason. */
  reasonLabel?: string
  /** Who reads the reason, when it is not the person who handed the thing in; or what is asked for. */
  reasonHint?: string
  tone: Tone
}

/** The doors of the desk, by work and not by table, in the order in which they stand. */
export const doors = ['figures', 'records', 'urging', 'papers', 'praise', 'house'] as const

export type Door = (typeof doors)[number]

/** Behind a door, the pages stand together by what they are about, in this order; what says nothing stands last. */
export const doorGroups = [
  ...(['unitWork', 'publicity', 'people', 'oversight'] as const),
  ...(['dossiers', 'deciding', 'register', 'grounds'] as const),
  ...(['members', 'upkeep', 'others'] as const),
] as const

export type DoorGroup = (typeof doorGroups)[number]

/** What the desk's navigation and its door need to know of a page. */
export interface DeskEntry {
  /** The page's address: /desk/<path>. */
  path: string
  /** Text key of the page's name. */
  title: string
  /** Behind which door it stands; when it says nothing, with what the house itself needs. */
  door?: Door
  /** With which pages of its door it stands; «others» when it says nothing. */
  group?: DoorGroup
  /** The door opens on it. */
  isFirst?: true
  /** Reached from somewhere else: it stands in no navigation. */
  isAside?: true
  mayOpen(person: Person): boolean
}

/** What a room of the desk is asked for. */
export interface RoomRequest {
  /** What follows the room's own address: '', 'moi', an id. */
  rest: string
  search: URLSearchParams
  /** What was posted; null: the page is only looked at. */
  form: FormData | null
  /** The room's own address, and the word that every form must carry. */
  address: string
  csrf: string
}

/** A page, or where to go instead with what to say there. */
export type RoomAnswer =
  | {
      title: string
      /** Made after the transaction has ended, so that it may take its time without holding anything. */
      body(): Child | Promise<Child>
      status?: 422
    }
  | { goTo: string; isGood: boolean; say: string }
  /** A file that was made for this visit. */
  | { file: { name: string; mime: string; bytes: Uint8Array } }

/** What changes on an open page of a room while it is looked at, pushed to all who look. */
export interface LiveRoom {
  /** What is rung (NOTIFY) when something has changed there; null: there is no such page, or this person may not see it. */
  key(ctx: Ctx, rest: string): Promise<string | null>
  /** The same for everybody who sees the page: values by name; `state` changes when the page must be loaded anew. */
  look(tx: Tx, rest: string, t: Translate): Promise<Readonly<Record<string, string>>>
}

/** What a page shows, as a file has it: for officers and for programs. */
export interface DeskSheet {
  title: string
  headings: readonly string[]
  lines: Iterable<readonly SheetCell[]>
  /** The same with program names, an object a line. */
  objects: Iterable<object>
}

/** A page of the desk that is more than a list of records. */
export interface DeskRoom extends DeskEntry {
  /** What stands at this address, to be had as a file; null: nothing there is. Checks rights again. */
  sheet?(ctx: Ctx, request: Pick<RoomRequest, 'rest' | 'search'>): Promise<DeskSheet | null>
  /** Null: there is no such page, or this person may not see it. Checks rights again; a second post finds it done. */
  answer(ctx: Ctx, request: RoomRequest): Promise<RoomAnswer | null>
  /** Its pages that are live: their address with `/stream` is the channel. */
  live?: LiveRoom
}

/** Everything that a list shows under its filters: which rows first, then these, part by part, so that no part costs more than another. */
export interface WholeList {
  /** In their order. */
  ids(ctx: Ctx, query: DeskQuery): Promise<readonly string[]>
  /** Those of them that this person may still see, in their order; the caller's own. */
  rows(ctx: Ctx, ids: readonly string[]): Promise<SheetRow[]>
}

/** A row as a file has it: `cells` in the order of the page's columns, numbers and times as such. */
export interface SheetRow {
  id: string
  cells: readonly SheetCell[]
  /** In words. */
  state: string
}

/** What a list can be narrowed by: one of its options, or none. */
export interface DeskFilter {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
}

/** What a feature shows on the desk: a list that can be searched and filtered, an opened record, what may be done with it. */
export interface DeskPage extends DeskEntry {
  /** Text keys of the column headings. */
  columns: readonly string[]
  /** Names of the columns by which `rows` can be sorted, `stateColumn` among them. */
  sorts?: readonly string[]
  filters(ctx: Ctx): Promise<readonly DeskFilter[]>
  /** `isMore`: there are more than `total`, which nobody counted. */
  rows(ctx: Ctx, query: DeskQuery): Promise<{ rows: readonly DeskRow[]; total: number; isMore?: boolean }>
  /** For files, of a list that may be long; a page without it is read page by page. */
  readonly whole?: WholeList
  /** Null: there is none, or this person may not see it; the two are not told apart. */
  detail(ctx: Ctx, id: string): Promise<DeskDetail | null>
  /** Does it, or says in one sentence why not. Checks the right again; a second press finds it done. */
  act(
    ctx: Ctx,
    id: string,
    action: string,
    reason: string,
    marks?: readonly { field: string; reason: string }[],
  ): Promise<{ ok: boolean; say: string; undo?: Undo }>
  /** The records that are much like this one; a page without it has none to compare. */
  alike?(ctx: Ctx, id: string): Promise<readonly Alike[]>
  /** Decisions on several rows at once, with one text for all of them. Rights are asked row by row. */
  readonly many?: {
    actions(ctx: Ctx): Promise<readonly DeskAction[]>
    act(ctx: Ctx, ids: readonly string[], action: string, reason: string): Promise<DoneToMany>
  }
}
