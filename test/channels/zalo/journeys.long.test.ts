import { describe, expect, test } from 'vitest'
import { scripts } from '../../journeys/scripts.ts'
import { playedOver } from './played-over.ts'

describe.each(['oa', 'bot-polling', 'bot-webhook'] as const)('over Zalo (%s)', way => {
  test.each(scripts)(
    'the journey «%s» stores what it stores on every channel',
    async script => {
      await expect(await playedOver(way, script)).toMatchFileSnapshot(`../../golden/${script}.json`)
    },
    300_000,
  )
})
