import { describe, expect, it } from 'vitest'
import { becameOf, lists } from './fresh-lists.ts'

const played = [
  ...lists.slice(0, -3).map(list => ({ list, channel: 'web' as const, name: list.list })),
  ...lists.map(list => ({ list, channel: 'telegram' as const, name: list.list })),
]

describe.each(played)('lines as officials type them: $name on $channel', ({ list, channel }) => {
  it('are stored as they were meant, or asked about where an honest clerk would ask', async () => {
    expect(await becameOf(list, channel)).toMatchObject({ misread: [], holds: true })
  }, 240_000)
})
