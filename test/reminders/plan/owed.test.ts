import { describe, expect, it } from 'vitest'
import { returnedLadder } from '../../../src/reminders/plan/ladder.ts'
import { deadlineOf, dutyOf, isEscalated, ladderOf, type Owed } from '../../../src/reminders/plan/owed.ts'
import { owed } from '../a-world.ts'
import { calendar2024 } from '../calendar-2024.ts'
import { defaultLadder } from '../default-ladder.ts'

const one = owed('x', 'A', '2024-03-31', { focalAgencies: ['F'] })
const returned: Owed = { ...one, returnedOn: '2024-04-14' }
const own = { ...defaultLadder, steps: defaultLadder.steps.filter(({ days }) => days > -3) }
const ladders = { default: defaultLadder }

it('whose duty it is follows from where it waits', () => {
  expect(dutyOf(one)).toEqual({ unitCode: 'A', isWithHead: false, focalAgencies: ['F'] })
  expect(dutyOf({ ...one, state: 'WITH_HEAD' }).isWithHead).toBe(true)
})

describe('what was returned', () => {
  it('counts to the day that the return names', () => {
    expect(deadlineOf(one, calendar2024())).toEqual({ dueOn: '2024-03-31', remindBy: '2024-03-29' })
    expect(deadlineOf(returned, calendar2024())).toEqual({ dueOn: '2024-04-14', remindBy: '2024-04-12' })
  })

  it('has a ladder of its own: of the plan, or the short one', () => {
    expect(ladderOf(returned, { ...ladders, returned: own })).toEqual({ name: 'returned', ladder: own })
    expect(ladderOf(returned, ladders)).toEqual({ name: 'returned', ladder: returnedLadder })
    expect(ladderOf(one, { ...ladders, returned: own })).toEqual({ name: 'default', ladder: defaultLadder })
    expect(() => ladderOf({ ...one, ladder: 'gone' }, {})).toThrow('the plan has no ladder gone')
  })
})

describe('the officers know of it', () => {
  const since = (what: Owed, known = ladders) =>
    ['2024-04-06', '2024-04-07', '2024-04-20', '2024-04-21'].map(day => isEscalated(what, day, known))

  it('from the day on which its ladder first tells them', () => {
    expect(since(one)).toEqual([false, true, true, true])
    // What was returned counts anew, by its own ladder.
    expect(since(returned)).toEqual([false, false, false, true])
  })

  it('never where it tells them nothing, and not while the head decides', () => {
    const unitOnly = { ...defaultLadder, steps: defaultLadder.steps.filter(({ days }) => days < 7) }
    expect(since(one, { default: unitOnly })).toEqual([false, false, false, false])
    expect(since({ ...one, state: 'WITH_HEAD' })).toEqual([false, false, false, false])
  })
})
