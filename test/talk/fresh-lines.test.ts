import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { steppedClock } from '../../src/clock.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { anyPeriod, freshForm, freshParams } from './fresh-form.ts'
import { type Left, linesOf, player, storedAs, type TypedLine } from './play.ts'

/** What the meaning of a line looks like in the database. */
function inStore({ field, expected }: TypedLine): string {
  if (field === 'yesNo') return String(expected === 'yes')
  if (field === 'phone') return `84${expected.slice(1)}`
  if (field === 'conditions')
    return JSON.stringify(
      expected
        .slice(1)
        .split(',')
        .map(number => `#${number}`),
    )
  if (field === 'ratio') {
    const [numerator, denominator] = expected.split('/').map(Number)
    return JSON.stringify({ numerator, denominator })
  }
  if (field !== 'people' || expected === 'none') return expected
  return JSON.stringify(
    expected.split('; ').map(one => {
      const [, name, share] = /^(.*?)(?: (\d+)%)?$/.exec(one) ?? []
      return share === undefined ? { name } : { name, share: `${share}/100` }
    }),
  )
}

const people = (stored: string): string =>
  JSON.stringify(
    (JSON.parse(stored) as { name: string; share?: string }[]).map(({ name, share }) => {
      const [part, whole] = (share ?? '').split('/').map(Number)
      return share === undefined ? { name } : { name, share: `${(Number(part) / Number(whole)) * 100}/100` }
    }),
  )

type Verdict = 'right' | 'asked' | 'misread'

function verdict(line: TypedLine, { stored, at, pending }: Left): Verdict {
  const { field, expected } = line
  if (expected.startsWith('!')) {
    const isOther =
      pending?.is === 'command' &&
      pending.word?.command !== expected.slice(1) &&
      !(expected === '!edit' && pending.word?.command === 'back')
    return stored === undefined && !isOther ? 'right' : 'misread'
  }
  if (expected === 'ask') return stored === undefined && at === 'open' ? 'right' : 'misread'
  const meant = inStore(line)
  if (stored !== undefined)
    return (field === 'people' && stored !== 'none' ? people(stored) : stored) === meant ? 'right' : 'misread'
  if (at !== 'open') return 'misread'
  // Names may be offered for confirmation.
  const offered = pending?.is === 'candidates' ? pending.values?.[0] : undefined
  if (field === 'name') return offered === meant ? 'right' : 'asked'
  return field === 'people' && offered !== undefined && people(storedAs(offered)) === meant ? 'right' : 'asked'
}

/** Each list was written by other hands, and for a day of its own. */
const lists = [
  { list: 'fresh-lines.tsv', day: '2024-09-20T01:30:00Z', params: freshParams },
  { list: 'second-fresh-lines.tsv', day: '2024-09-20T01:30:00Z', params: freshParams },
  { list: 'third-fresh-lines.tsv', day: '2024-05-15T01:30:00Z', params: anyPeriod },
]
const played = lists.flatMap(one => [
  { ...one, channel: 'web' as const },
  { ...one, channel: 'telegram' as const },
])

describe.each(played)('lines as officials type them: $list on $channel', ({ list, day, params, channel }) => {
  let store: Store
  beforeAll(async () => {
    store = await freshEmbedded()
  })
  afterAll(() => store.close())

  it('are stored as they were meant, or asked about where an honest clerk would ask', async () => {
    const lines = linesOf(list)
    const play = await player(store, channel, freshForm, { clock: steppedClock(day), params })
    const found: Record<Verdict, string[]> = { right: [], asked: [], misread: [] }
    for (const line of lines) {
      const left = await play(line)
      const { stored, at, pending } = left
      const got = stored ?? `${at}${pending ? ` ${JSON.stringify(pending)}` : ''}`
      found[verdict(line, left)].push(`${line.field}: ${line.typed} → ${got}, meant ${line.expected}`)
    }
    const { asked, misread } = found
    // A question too many is the lesser evil; it is bounded all the same.
    expect({ misread, asked, holds: asked.length <= lines.length * 0.01 }).toMatchObject({ misread: [], holds: true })
  }, 240_000)
})
