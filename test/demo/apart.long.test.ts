import { mkdtemp, rm } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { movableClock } from '../../src/clock.ts'
import { keepApart } from '../../src/demo/apart.ts'
import { openDemo } from '../../src/demo/demo.ts'
import { newId } from '../../src/store/new-id.ts'
import { listen } from '../../src/web/listen.ts'
import { freshEmbedded } from '../support/database.ts'
import { runCommand, spawnServer } from '../support/spawned-server.ts'
import { testSystem } from '../support/test-system.ts'
import { openBrowser } from '../support/web-driver.ts'

const person = (fullName: string) => {
  const createdAt = new Date('2024-03-20T01:30:00Z')
  return { id: newId(createdAt), fullName, givenName: fullName, createdAt }
}

describe('a demonstration and real people', () => {
  it('never share data: neither is opened over the other', async () => {
    const store = await freshEmbedded()
    const system = await testSystem(store)
    await keepApart(system, false)
    await store.prisma.person.create({ data: person('Họ Tên Một') })
    await expect(keepApart(system, true)).rejects.toThrow('DEMO=0')
    await keepApart(system, false)
    await store.close()
  })

  it('are told apart for good: who joins in a demonstration is a sample, and it goes on after a restart', async () => {
    const store = await freshEmbedded()
    const clock = movableClock(Temporal.Instant.from('2024-03-20T01:30:00Z'))
    const system = await testSystem(store, clock)
    await keepApart(system, true)
    await openDemo(system, clock)
    await store.prisma.person.create({ data: person('Họ Tên Hai') })
    expect(await store.prisma.person.count({ where: { isSample: false } })).toBe(0)
    await keepApart(system, true)
    await expect(keepApart(system, false)).rejects.toThrow('DATA_DIR')
    await store.close()
  })
})

describe('the program', () => {
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'thidua-demo-'))
  })
  afterEach(() => rm(dataDir, { recursive: true, force: true }))

  it('as a demonstration answers this machine only, and a real start refuses what it has left with one line', async () => {
    const server = await spawnServer({ DATA_DIR: dataDir })
    const { port } = new URL(server.url)
    const browser = openBrowser({ url: server.url })
    expect((await browser.get('/')).status).toBe(200)
    for (const headers of [{ 'x-forwarded-for': '203.0.113.7' }, { forwarded: 'for=203.0.113.7' }])
      expect((await fetch(server.url, { headers })).status).toBe(403)
    const outer = Object.values(networkInterfaces())
      .flatMap(found => found ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of outer) await expect(fetch(`http://${address}:${port}/healthz`)).rejects.toThrow()
    const told = server.output().trim().split('\n')
    expect(told).toHaveLength(4)
    expect(server.output().match(/https?:\/\//g)).toHaveLength(1)
    expect(told[1]).toContain('quản trị')
    expect(await server.terminate()).toBe(0)
    const real = await runCommand(['start'], { DATA_DIR: dataDir, PORT: '0', DEMO: '0' })
    expect(real.status).toBe(1)
    expect(real.stderr.trim().split('\n')).toHaveLength(1)
    expect(real.stderr).toContain('DATA_DIR')
  })
})

it('what listens only here is reached under both names of this machine', async () => {
  const app = { fetch: () => new Response('here') }
  const listening = await listen(app, 0, { isOnlyHere: true })
  expect(await (await fetch(`http://127.0.0.1:${listening.port}`)).text()).toBe('here')
  expect(await (await fetch(`http://localhost:${listening.port}`)).text()).toBe('here')
  await listening.close()
})
