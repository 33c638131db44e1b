import { expect, test } from 'vitest'
import { scripts } from '../../journeys/scripts.ts'
import { playedOver } from './played-over.ts'

test.each(scripts)(
  'the journey «%s», brought to the Bot by a webhook, stores what it stores on every channel',
  async script => {
    await expect(await playedOver('bot-webhook', script)).toMatchFileSnapshot(`../../golden/${script}.json`)
  },
  300_000,
)
