import { describe, expect, it } from 'vitest'
import { becameOf, lists } from './fresh-lists.ts'

/** The last three; the long suite plays all of them, on both channels. */
describe.each(lists.slice(-3))('lines as officials type them: $list on web', list => {
  it('are stored as they were meant, or asked about where an honest clerk would ask', async () => {
    expect(await becameOf(list, 'web')).toMatchObject({ misread: [], holds: true })
  }, 240_000)
})
