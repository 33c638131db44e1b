import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { botApiServer } from '../support/bot-api-server.ts'
import { silentLog } from '../support/database.ts'
import { runCommand, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { messageUpdate } from '../support/telegram/updates.ts'

const secret = 'a-secret-of-the-webhook'
const person = 4711
let bot: Awaited<ReturnType<typeof botApiServer>>
let dataDir: string
let server: SpawnedServer | undefined
beforeAll(async () => {
  bot = await botApiServer()
  dataDir = await mkdtemp(join(tmpdir(), 'thidua-waiting-'))
})
afterAll(async () => {
  await server?.kill()
  await bot.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const env = () => ({
  DATA_DIR: dataDir,
  TELEGRAM_BOT_TOKEN: '123456:TEST',
  TELEGRAM_API_ROOT: bot.root,
  TELEGRAM_MODE: 'webhook',
  TELEGRAM_WEBHOOK_SECRET: secret,
})

/** The server as it comes back at that time. */
async function startAt(time: string): Promise<SpawnedServer> {
  await server?.kill()
  server = await spawnServer({ ...env(), CLOCK_START: time })
  return server
}

async function post(to: SpawnedServer, update: object): Promise<number> {
  const response = await fetch(`${to.url}/webhooks/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
  })
  return response.status
}

async function isDrained(to: SpawnedServer): Promise<boolean> {
  const health = (await (await fetch(`${to.url}/healthz`)).json()) as {
    parts: { database: { outbox: { waiting: number }; files: { waiting: number } } }
  }
  return health.parts.database.outbox.waiting === 0 && health.parts.database.files.waiting === 0
}

async function drained(to: SpawnedServer): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isDrained(to)) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('waited in vain')
}

it('confirmed at 23:58, taken in after midnight and killed while the file is on its way: sent once, on time', {
  timeout: 600_000,
}, async () => {
  const seconds = (iso: string) => Date.parse(iso) / 1_000
  let update = 100
  const text = (line: string, at: string) => messageUpdate(++update, person, { text: line, date: seconds(at) })

  let now = '2024-03-31T16:40:00Z'
  let running = await startAt(now)
  const invited = await runCommand(['invite', '--unit', 'UB-P-QT', '--role', 'HEAD', '--json'], {
    ...env(),
    CLOCK_START: now,
  })
  const { code } = JSON.parse(invited.stdout) as { code: string }
  bot.files.areHeld = true
  for (const line of [`/start ${code}`, '1', 'Người Thử Một', 'Chủ tịch', 'phát động'])
    expect(await post(running, text(line, now))).toBe(200)
  const document = { file_id: 'F1', file_unique_id: 'F1', file_name: 'ke-hoach.pdf', file_size: 100 }
  expect(await post(running, messageUpdate(++update, person, { document, date: seconds(now) }))).toBe(200)
  for (const line of ['xong', '12/KH-UBND', '18/3', 'bỏ qua']) expect(await post(running, text(line, now))).toBe(200)

  // The server is away when the person confirms; Telegram delivers it afterwards, twice.
  now = '2024-03-31T17:20:00Z'
  running = await startAt(now)
  const confirmation = text('1', '2024-03-31T16:58:00Z')
  expect(await post(running, confirmation)).toBe(200)
  expect(await post(running, confirmation)).toBe(200)
  expect(await isDrained(running)).toBe(false)

  running = await startAt('2024-03-31T17:30:00Z')
  expect(await post(running, confirmation)).toBe(200)
  bot.files.areHeld = false
  await drained(running)
  // Killed once more after it was sent: nothing is sent again.
  running = await startAt('2024-03-31T17:40:00Z')
  await drained(running)
  await running.terminate()

  const store = await openStore({ dataDir, log: silentLog })
  try {
    const documents = await store.prisma.record.findMany()
    expect(documents).toMatchObject([
      { state: 'SENT', isLate: false, sentAt: new Date('2024-03-31T16:58:00Z'), title: 'số 12/KH-UBND' },
    ])
    const where = { unitCode: 'UB-P-QT', dutyCode: 'D02' }
    expect(await store.prisma.obligation.findFirst({ where })).toMatchObject({ state: 'MET', isLate: false })
    expect(await store.prisma.recordMove.count({ where: { action: 'handIn' } })).toBe(1)
    const receipts = bot.sent.filter(message => message.text.includes('Đã gửi văn bản phát động'))
    expect(receipts).toHaveLength(1)
  } finally {
    await store.close()
  }
})
