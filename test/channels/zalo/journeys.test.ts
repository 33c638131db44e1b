import { describe, expect, test } from 'vitest'
import { scripts } from '../../journeys/scripts.ts'
import { playedOver } from './played-over.ts'

/** Over real HTTP, and the machine may be busy. */
const timeout = 300_000

/** These tell the ways of the Bot apart; the long suite plays all of them over both. */
const told = ['initiative', 'launch-document', 'progress']

const ways = [
  { way: 'oa', journeys: scripts },
  { way: 'bot-polling', journeys: told },
  { way: 'bot-webhook', journeys: told },
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
