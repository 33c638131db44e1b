import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { botApiServer } from '../support/bot-api-server.ts'
import { freshPostgres } from '../support/database.ts'
import { type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { textUpdate } from '../support/telegram/updates.ts'

/** From the kill to the answer, the start of a process included. */
const LONGEST_SILENCE_MS = 15_000

let bot: Awaited<ReturnType<typeof botApiServer>>
let store: Awaited<ReturnType<typeof freshPostgres>>
let folder: string
beforeAll(async () => {
  bot = await botApiServer()
  store = await freshPostgres()
  folder = await mkdtemp(join(tmpdir(), 'thidua-silence-'))
})
afterAll(async () => {
  await bot.stop()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const instance = (name: string): Promise<SpawnedServer> =>
  spawnServer({
    DATA_DIR: join(folder, name),
    DATABASE_URL: store.databaseUrl,
    TELEGRAM_BOT_TOKEN: '123456:TEST',
    TELEGRAM_API_ROOT: bot.root,
    TELEGRAM_MODE: 'polling',
  })

let updates = 0

/** A person writes; how long the answer takes. */
async function answered(user: number): Promise<number> {
  const began = performance.now()
  const before = bot.sent.length
  updates += 1
  bot.deliver(textUpdate(updates, user, 'xin chào'))
  const isAnswered = () => bot.sent.slice(before).some(({ chat }) => chat === String(user))
  while (!isAnswered()) {
    if (performance.now() - began > 60_000) throw new Error('never answered')
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return performance.now() - began
}

/** Whoever polls holds the turn, and has just prolonged it. */
const holder = async () => (await store.prisma.lease.findUnique({ where: { name: 'telegram.polling' } }))?.owner

it('a killed instance costs seconds: with one that is started again, and with a second one that goes on', async () => {
  const first = await instance('one')
  await answered(1001)
  await first.kill()
  const restarted = Promise.all([answered(1002), instance('one')])
  const [alone, again] = await restarted

  // Who dies must be the one that polls.
  const owner = await holder()
  const second = await instance('two')
  expect(await holder()).toBe(owner)
  await again.kill()
  const together = await answered(1003)
  await second.terminate()

  process.stdout.write(`silence after a kill: alone ${alone.toFixed(0)} ms, of two ${together.toFixed(0)} ms\n`)
  expect(alone).toBeLessThan(LONGEST_SILENCE_MS)
  expect(together).toBeLessThan(LONGEST_SILENCE_MS)
})
