import { expect, test } from 'vitest'
import { readable } from '../src/log.ts'

test('in front of a person a line of the log is a short sentence', () => {
  const line = {
    level: 50,
    time: '2024-03-20T08:30:12.345Z',
    err: { message: 'connection refused', stack: 'at x' },
    msg: 'no outbox',
  }
  expect(readable(JSON.stringify(line))).toBe('08:30:12 error: no outbox: connection refused\n')
  expect(readable(JSON.stringify({ level: 30, time: '2024-03-20T08:30:12.345Z', msg: 'migrated' }))).toBe(
    '08:30:12 info: migrated\n',
  )
})
