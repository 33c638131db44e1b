import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { isThisMachine } from '../../src/web/this-machine.ts'

const problemsOf = (env: Record<string, string>) => {
  const read = readConfig(env)
  return 'problems' in read ? read.problems : []
}
const https = { PUBLIC_URL: 'https://thidua.example.vn' }

test('a demonstration is refused with one line that names what would show it to others, however it was turned on', () => {
  for (const env of [https, { ...https, DEMO: '1' }, { PUBLIC_URL: 'http://192.168.1.5:3000' }])
    expect(problemsOf(env)).toEqual([{ variable: 'DEMO', code: 'demoInPublic', expected: 'PUBLIC_URL' }])
  const beside = { DEMO: '1', DATABASE_URL: 'postgresql://a@b/c', TELEGRAM_BOT_TOKEN: '1:A' }
  expect(problemsOf(beside)).toEqual([
    { variable: 'DEMO', code: 'demoInPublic', expected: 'DATABASE_URL, TELEGRAM_BOT_TOKEN' },
  ])
  expect(problemsOf({ ...https, DEMO: '0' })).toEqual([])
  expect(problemsOf({ PUBLIC_URL: 'http://localhost:8080' })).toEqual([])
  expect(problemsOf({})).toEqual([])
})

test('this machine is known by its loopback names only, not by what looks like them', () => {
  for (const address of [
    'http://localhost:3000',
    'http://127.0.0.1',
    'https://127.9.9.9:1',
    'http://[::1]:3000',
    'http://a.localhost',
  ])
    expect(isThisMachine(address), address).toBe(true)
  for (const address of [
    'http://localhost.example.vn',
    'http://127.0.0.1.example.vn',
    'http://notlocalhost',
    'http://0.0.0.0:3000',
    'http://10.0.0.1',
    'http://localhost@example.vn',
    'localhost',
    '',
  ])
    expect(isThisMachine(address), address).toBe(false)
})
