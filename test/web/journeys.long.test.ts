import { describe, expect, test } from 'vitest'
import { scripts, told } from '../journeys/scripts.ts'
import { playedOver } from './played-over.ts'

/** Those that the short suite leaves out. */
describe.each(scripts.filter(script => !told.includes(script)))('the journey «%s» in the web chat', script => {
  test('stores what it stores on every channel, with every message posted twice', async () => {
    const { stored, typed } = await playedOver(script)
    await expect(stored).toMatchFileSnapshot(`../golden/${script}.json`)
    expect(typed).toBeGreaterThan(5)
  })
})
