import { describe, expect, test } from 'vitest'
import { told } from '../journeys/scripts.ts'
import { playedOver } from './played-over.ts'

/** The others are played by the long suite. */
describe.each(told)('the journey «%s» in the web chat', script => {
  test('stores what it stores on every channel, with every message posted twice', async () => {
    const { stored, typed } = await playedOver(script)
    await expect(stored).toMatchFileSnapshot(`../golden/${script}.json`)
    expect(typed).toBeGreaterThan(5)
  })
})
