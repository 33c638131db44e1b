import { expect, it } from 'vitest'
import { rulesFor, rulesOf } from '../../../src/features/council/rules/rules.ts'
import { leastOf } from '../../../src/features/council/rules/share.ts'
import { defaultPlan } from '../../campaign/default-data.ts'

const { council } = defaultPlan().commendation
const share = (numerator: number, denominator: number) => ({ numerator, denominator, moreThan: false })

it('a sitting needs two thirds of all members, unless the plan says otherwise', () => {
  const { quorum } = rulesFor({ council }, null)
  expect([3, 4, 5, 6, 7, 9].map(members => leastOf(members, quorum))).toEqual([2, 3, 4, 4, 5, 6])
  const strict = rulesFor({ council: { ...council, quorum: share(80, 100) } }, null)
  expect([3, 4, 5, 6, 7, 9].map(members => leastOf(members, strict.quorum))).toEqual([3, 4, 4, 5, 6, 8])
})

it('a majority that is chosen for one sitting leaves its quorum as it is', () => {
  const { quorum, pass } = rulesFor({ council }, 1)
  expect([quorum, pass]).toEqual([council.quorum, council.presets[1]])
})

it('a sitting keeps the rules of the day it was prepared, whatever the plan says later', () => {
  const stored: unknown = JSON.parse(JSON.stringify(rulesFor({ council }, null)))
  expect(rulesOf({ rules: stored })).toEqual(rulesFor({ council }, null))
})
