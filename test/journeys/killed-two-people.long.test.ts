import { it } from 'vitest'
import { inOwnFolder } from '../kills/own-place.ts'
import { twoPeopleKilled } from '../kills/two-people.ts'

it(
  'two people hand in the same, killed at each confirmation: the second is told and asked, and both stay',
  {
    timeout: 600_000,
  },
  () => inOwnFolder(twoPeopleKilled),
)
