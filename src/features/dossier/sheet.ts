import { z } from 'zod'

/** What somebody has put in for a target and not handed in yet. */
const entry = z.object({
  /** As it was typed; it is read anew wherever it is shown. */
  typed: z.string(),
  /** Why the figure fell, or why a verified one is changed; empty: nothing was said. */
  reason: z.string().default(''),
  /** The version of the report that stood when it was put in; 0: none. */
  basedOn: z.number(),
  by: z.string(),
})

/** A line that could not be put anywhere, kept as it was typed. */
const unread = z.object({ line: z.string(), why: z.string(), names: z.string().default('') })

const schema = z.object({ entries: z.record(z.string(), entry).default({}), unread: z.array(unread).default([]) })

export type Entry = z.infer<typeof entry>
export type Unread = z.infer<typeof unread>

/** What a unit is filling in for a period, by the code that each figure is filed under. */
export type Sheet = z.infer<typeof schema>

export const emptySheet: Sheet = { entries: {}, unread: [] }

export function sheetIn(content: unknown): Sheet {
  return schema.parse(content)
}

/** The sheet with one entry more, changed, or (null) taken away. */
export function withEntry(sheet: Sheet, topic: string, changed: Entry | null): Sheet {
  const { [topic]: _, ...others } = sheet.entries
  return { ...sheet, entries: changed === null ? others : { ...others, [topic]: changed } }
}

/** No sheet holds more of them: who pastes a whole document has pasted the wrong thing. */
const mostUnread = 40

/** The same line twice is kept once. */
export function withUnread(sheet: Sheet, more: readonly Unread[]): Sheet {
  const known = new Set(sheet.unread.map(({ line }) => line))
  const fresh = more.filter(({ line }) => !known.has(line) && known.add(line))
  return { ...sheet, unread: [...sheet.unread, ...fresh].slice(0, mostUnread) }
}
