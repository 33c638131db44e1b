/** Rows of one statement of a long clearing-up: nobody waits long for any of them. */
export const BATCH = 1_000

/** Tells after each batch how many rows it took; ends after the first one that is not full. */
export async function* batches(batch: () => Promise<number>): AsyncGenerator<number> {
  for (let count = BATCH; count >= BATCH; ) {
    count = await batch()
    yield count
  }
}
