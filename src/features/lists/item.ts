import { z } from 'zod'

const day = z.string().nullable()

const item = z.object({
  /** Its number in the list, for ever. */
  n: z.number(),
  text: z.string(),
  /** Days 'YYYY-MM-DD'; null: not known, no time limit, not done. */
  receivedOn: day,
  dueOn: day,
  doneOn: day,
  result: z.string(),
})

/** A line that could not be understood, as it was typed, and why (`list.unread.<why>`). */
const unread = z.object({ line: z.string(), why: z.string() })

const schema = z.object({ items: z.array(item), unread: z.array(unread).default([]) })

/** Something on a list: a task, a recommendation, a paper. */
export type Item = z.infer<typeof item>
export type Unread = z.infer<typeof unread>

/** A whole list, and the lines that are still to be said otherwise. */
export type Listed = z.infer<typeof schema>

/** A list as a form or a version holds it; null: there is none. */
export function listedIn(value: unknown): Listed | null {
  return value === null || value === undefined ? null : schema.parse(value)
}

export function isSameItem(one: Item, other: Item): boolean {
  return (
    one.text === other.text &&
    one.receivedOn === other.receivedOn &&
    one.dueOn === other.dueOn &&
    one.doneOn === other.doneOn &&
    one.result === other.result
  )
}

/** Done after its time limit, or not done and the limit is over. */
export function isLate({ dueOn, doneOn }: Pick<Item, 'dueOn' | 'doneOn'>, today: string): boolean {
  return dueOn !== null && (doneOn ?? today) > dueOn
}

/**
 * What somebody made of a list (`mine` out of `base`), put into the list as it stands by now: what they changed, added or struck holds;
 * of the rest what others have done meanwhile stays. Two that were added under one number are two. Pure.
 */
export function mergedItems(base: readonly Item[], mine: readonly Item[], present: readonly Item[]): Item[] {
  const of = (items: readonly Item[], n: number) => items.find(one => one.n === n)
  const changed = mine.filter(one => {
    const before = of(base, one.n)
    return before !== undefined && !isSameItem(before, one)
  })
  const struck = new Set(base.filter(({ n }) => !of(mine, n)).map(({ n }) => n))
  const stays = present.filter(({ n }) => !struck.has(n)).map(one => of(changed, one.n) ?? one)
  // What somebody else has struck and I have changed is there again.
  const revived = changed.filter(({ n }) => !of(present, n))
  const added = mine.filter(({ n }) => !of(base, n))
  let last = Math.max(0, ...[...base, ...present].map(({ n }) => n))
  return [...stays, ...revived, ...added.map(one => ({ ...one, n: ++last }))].toSorted((a, b) => a.n - b.n)
}
