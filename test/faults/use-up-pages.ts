/**
 * On a full disk: what tables and indexes have left over inside is used up, too, so that no event finds room. Rows of all sizes, since
 * the small ones still fit where the large ones do not.
 */
export async function useUpPages(run: (sql: string) => Promise<unknown>): Promise<void> {
  for (const size of [32, 8, 4])
    for (const channel of ['telegram', 'web', 'zalo-bot', 'zalo-oa']) {
      const row = `'${channel}', left(gen_random_uuid()::text, ${size}), now()`
      for (let refusals = 0; refusals < MOST_REFUSALS; )
        await run(`INSERT INTO inbound_event VALUES (${row})`).catch(() => {
          refusals += 1
        })
    }
}

/** More pages than one may have room for another row. */
const MOST_REFUSALS = 3
