/** Ends a transaction whose work was only to be looked at: what it has done is undone as a whole. */
class OnlyLooked<T> extends Error {
  constructor(readonly seen: T) {
    super('undone: it was only looked at')
  }
}

/** Within a transaction: undoes it and gives this to `looking`. */
export function undoAndShow<T>(seen: T): never {
  throw new OnlyLooked(seen)
}

/** What the work gives, or what it has shown before it was undone. */
export async function looking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // Only `undoAndShow` makes one, and within `work` it shows what `work` gives.
    if (error instanceof OnlyLooked) return error.seen as T
    throw error
  }
}
