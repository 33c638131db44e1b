import { describe, expect, test } from 'vitest'
import { scripts } from '../../journeys/scripts.ts'
import { playedOver } from './played-over.ts'

/** Over real HTTP, and the machine may be busy. */
const timeout = 300_000

const ways = [
  { way: 'oa', journeys: scripts },
  { way: 'bot-polling', journeys: scripts },
  // The same Bot, to which its events come another way: these tell it; the long suite plays all of them.
  { way: 'bot-webhook', journeys: ['initiative', 'launch-document', 'progress'] },
] as const

describe.each(ways)('over Zalo ($way)', ({ way, journeys }) => {
  test.each(journeys)(
    'the journey «%s» stores what it stores on every channel',
    async script => {
      await expect(await playedOver(way, script)).toMatchFileSnapshot(`../../golden/${script}.json`)
    },
    timeout,
  )
})
