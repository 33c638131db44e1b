import { it } from 'vitest'
import { inOwnFolder } from '../kills/own-place.ts'
import { killedWhileWaiting } from '../kills/while-waiting.ts'

it(
  'confirmed at 23:58, taken in after midnight and killed while the file is on its way: sent once, on time',
  {
    timeout: 600_000,
  },
  () => inOwnFolder(killedWhileWaiting),
)
