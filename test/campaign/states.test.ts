import { expect, it } from 'vitest'
import { isUnderWay, stateAfter, takesNew } from '../../src/campaign/states.ts'
import type { CampaignState } from '../../src/campaign/writable.ts'
import { mayBeWritten } from '../../src/campaign/writable.ts'

/** Written down by hand from §9.1 of the plan: what follows, what came before, is new taken and anybody reminded, may anything be written. */
const byHand: readonly (readonly [CampaignState, CampaignState | null, CampaignState | null, boolean, boolean])[] = [
  ['DRAFT', 'LAUNCHED', null, false, true],
  ['LAUNCHED', 'RUNNING', 'DRAFT', true, true],
  ['RUNNING', 'SUMMARISING', 'LAUNCHED', true, true],
  ['SUMMARISING', 'AWARDED', 'RUNNING', true, true],
  ['AWARDED', 'ARCHIVED', 'SUMMARISING', false, true],
  ['ARCHIVED', null, 'AWARDED', false, false],
]

it.each(byHand)('%s goes on to %s, back to %s', (state, next, before, isGoing, isWritten) => {
  expect([stateAfter(state, 'on'), stateAfter(state, 'back')]).toEqual([next, before])
  expect(isUnderWay({ state })).toBe(isGoing)
  expect(mayBeWritten({ state, isActive: true })).toBe(isWritten)
})

it('takes what was sent before it ceased to take anything new, and nothing sent from then on', () => {
  const awarded = { state: 'AWARDED' as const, stateSince: new Date('2024-12-27T02:00:00Z') }
  expect(takesNew(awarded, new Date('2024-12-27T01:59:59Z'))).toBe(true)
  expect(takesNew(awarded, new Date('2024-12-27T02:00:00Z'))).toBe(false)
  expect(takesNew({ ...awarded, stateSince: null }, new Date('2024-01-01T00:00:00Z'))).toBe(false)
})
