import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { signInRulesOf } from '../src/sign-in-rules-of.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'thidua-key-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

async function rulesOf(env: Record<string, string>) {
  const read = readConfig({ DATA_DIR: dataDir, ...env })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return signInRulesOf(read.config)
}

const https = { PUBLIC_URL: 'https://thidua.example.vn', DEMO: '0' }

test('the second step is on where people come over https, off elsewhere and in the demonstration, and as it is set', async () => {
  const isOn = async (env: Record<string, string>) => (await rulesOf(env)).secondStep !== null
  expect(await isOn(https)).toBe(true)
  expect(await isOn({ ...https, SECOND_STEP: '0' })).toBe(false)
  expect(await isOn({ DEMO: '0' })).toBe(false)
  expect(await isOn({ DEMO: '0', SECOND_STEP: '1' })).toBe(true)
  expect(await isOn({ DEMO: '1', SECOND_STEP: '1' })).toBe(false)
})

test('its key is made once beside the data, the owner’s alone, or is the one that is set', async () => {
  const made = (await rulesOf(https)).secondStep?.key
  expect(made).toMatch(/^[\w-]{43}$/)
  expect((await rulesOf(https)).secondStep?.key).toBe(made)
  const path = join(dataDir, 'second-step.key')
  expect((await readFile(path, 'utf8')).trim()).toBe(made)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await rulesOf({ ...https, SECOND_STEP_KEY: 'k'.repeat(16) })).secondStep?.key).toBe('k'.repeat(16))
})

test('sessions end after eight hours for officers, thirty days for staff, or as it is set; nonsense is a problem of the start', async () => {
  const hour = 3_600_000
  expect(await rulesOf({})).toMatchObject({ officerIdle: 8 * hour, staffIdle: 720 * hour })
  const set = await rulesOf({ OFFICER_IDLE_HOURS: '1', STAFF_IDLE_DAYS: '7' })
  expect(set).toMatchObject({ officerIdle: hour, staffIdle: 168 * hour })
  const wrong = readConfig({
    OFFICER_IDLE_HOURS: '0',
    STAFF_IDLE_DAYS: '91',
    SECOND_STEP: 'x',
    SECOND_STEP_KEY: 'short',
  })
  const named = 'problems' in wrong ? wrong.problems.map(({ variable }) => variable).sort() : []
  expect(named).toEqual(['OFFICER_IDLE_HOURS', 'SECOND_STEP', 'SECOND_STEP_KEY', 'STAFF_IDLE_DAYS'])
})
