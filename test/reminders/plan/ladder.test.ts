import { expect, it } from 'vitest'
import { returnedLadder } from '../../../src/reminders/plan/ladder.ts'
import { deadlineOf } from '../../../src/reminders/plan/owed.ts'
import { datedSteps } from '../../../src/reminders/plan/steps.ts'
import { owed } from '../a-world.ts'
import { calendar2024 } from '../calendar-2024.ts'
import { defaultRules } from '../default-ladder.ts'

it('what was returned is told to the unit first, to the officer after a week, then weekly for two months', () => {
  const calendar = calendar2024()
  const deadline = deadlineOf(owed('x', 'A', '2024-03-31', { returnedOn: '2024-04-14' }), calendar)
  const told = datedSteps(returnedLadder, deadline, calendar, defaultRules).map(
    ({ key, hour, tone, audience, lateBy }) => `${key.split('@')[0]} ${hour} ${tone} ${audience.join('+')} ${lateBy}`,
  )
  expect(told.slice(0, 7)).toEqual([
    '-3 08:00 notice owner+focalPoint 5',
    '-1 08:00 reminder owner+focalPoint 5',
    '0 08:00 urgent owner+focalPoint+head 5',
    '+1 08:00 overdue owner+focalPoint+head 5',
    '+3 08:00 overdue owner+focalPoint+head 5',
    '+7 08:00 overdue owner+focalPoint+head+officer 5',
    '+14 08:00 overdue owner+focalPoint+head+officer 5',
  ])
  expect(told.at(-1)).toBe('+63 08:00 overdue owner+focalPoint+head+officer 5')
  expect(told).toHaveLength(14)
  expect([returnedLadder.stopsWhen, returnedLadder.channels]).toEqual(['MET', 'preferredThenNext'])
  expect(returnedLadder.steps.map(({ count }) => count)).toEqual(returnedLadder.steps.map(() => 'calendar'))
})
