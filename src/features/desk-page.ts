import type { Person } from '../people/person.ts'
import type { Ctx } from './feature.ts'

export type Tone = 'neutral' | 'waiting' | 'good' | 'bad'

export interface DeskQuery {
  /** Free text, accents optional. */
  q: string
  filters: Readonly<Record<string, string>>
  page: number
  size: number
}

export interface DeskRow {
  id: string
  /** One cell a column, in the order of `columns`. */
  cells: readonly string[]
  state: { label: string; tone: Tone }
}

export interface DeskDetail {
  title: string
  state: { label: string; tone: Tone }
  fields: readonly { label: string; value: string }[]
  files: readonly { id: string; name: string; state: 'PENDING' | 'STORED' | 'REFUSED' | 'FAILED' }[]
  /** Shown as they are, each with what it shows in words. */
  pictures?: readonly { fileId: string; words: string }[]
  history: readonly { at: string; who: string; what: string; reason?: string }[]
  actions: readonly DeskAction[]
}

export interface DeskAction {
  name: string
  label: string
  needsReason: boolean
  tone: Tone
}

/** What a feature shows on the desk: a list that can be searched and filtered, an opened record, what may be done with it. */
export interface DeskPage {
  /** The page's address: /desk/<path>. */
  path: string
  /** Text key of the page's name. */
  title: string
  mayOpen(person: Person): boolean
  /** Text keys of the column headings. */
  columns: readonly string[]
  filters(
    ctx: Ctx,
  ): Promise<readonly { name: string; label: string; options: readonly { value: string; label: string }[] }[]>
  rows(ctx: Ctx, query: DeskQuery): Promise<{ rows: readonly DeskRow[]; total: number }>
  /** Null: there is none, or this person may not see it; the two are not told apart. */
  detail(ctx: Ctx, id: string): Promise<DeskDetail | null>
  /** Does it, or says in one sentence why not. Checks the right again; a second press finds it done. */
  act(ctx: Ctx, id: string, action: string, reason: string): Promise<{ ok: boolean; say: string }>
}
