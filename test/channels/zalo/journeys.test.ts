import { describe, expect, test } from 'vitest'
import { told } from '../../journeys/scripts.ts'
import { playedOver } from './played-over.ts'

/** Over real HTTP, and the machine may be busy. */
const timeout = 300_000

/** The long suite plays all journeys over each way. */
const ways = [
  { way: 'oa', journeys: told },
  { way: 'bot-polling', journeys: ['progress'] },
  { way: 'bot-webhook', journeys: ['initiative'] },
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
