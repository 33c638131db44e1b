import { expect, test } from 'vitest'
import { inTurn } from '../../src/intake/in-turn.ts'

test('one name has one thing in hand at a time, in order, also after a failure; another name does not wait', async () => {
  const turn = inTurn()
  const done: string[] = []
  let release: () => void = () => undefined
  const first = turn('flooder', () => new Promise<void>(resolve => (release = resolve)).then(() => done.push('1')))
  const second = turn('flooder', async () => {
    done.push('2')
    throw new Error('refused')
  }).catch(() => undefined)
  const third = turn('flooder', async () => done.push('3'))
  expect(turn.count('flooder')).toBe(3)
  await turn('other', async () => done.push('other'))
  expect(done).toEqual(['other'])
  release()
  await Promise.all([first, second, third])
  expect(done).toEqual(['other', '1', '2', '3'])
  expect(turn.count('flooder')).toBe(0)
})

test('a row of things that never leave the microtasks lets sockets and timers in between', async () => {
  const turn = inTurn()
  const done: string[] = []
  const row = [1, 2, 3].map(nth => turn('flooder', async () => done.push(`flooder ${nth}`)))
  setImmediate(() => done.push('other'))
  await Promise.all(row)
  expect(done.slice(0, -1)).toContain('other')
})
