import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { botApiServer } from '../support/bot-api-server.ts'
import { silentLog } from '../support/database.ts'
import { runCommand, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { messageUpdate, textUpdate } from '../support/telegram/updates.ts'

const secret = 'a-secret-of-the-webhook'
const [first, second] = [4801, 4802]
let bot: Awaited<ReturnType<typeof botApiServer>>
let dataDir: string
let server: SpawnedServer | undefined
beforeAll(async () => {
  bot = await botApiServer()
  dataDir = await mkdtemp(join(tmpdir(), 'thidua-two-'))
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
  CLOCK_START: '2024-03-20T02:00:00Z',
})

async function post(update: object): Promise<number> {
  const response = await fetch(`${server?.url}/webhooks/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify(update),
  })
  return response.status
}

async function drained(): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const health = (await (await fetch(`${server?.url}/healthz`)).json()) as {
      parts: { database: { outbox: { waiting: number }; files: { waiting: number } } }
    }
    const { outbox, files } = health.parts.database
    if (outbox.waiting === 0 && files.waiting === 0) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('waited in vain')
}

/** The process is killed with the event in hand; the platform delivers it again to the one that follows, twice. */
async function killedAt(milliseconds: number, update: object): Promise<void> {
  const sending = post(update).catch(() => null)
  await new Promise(resolve => setTimeout(resolve, milliseconds))
  await server?.kill()
  await sending
  server = await spawnServer(env())
  expect(await post(update)).toBe(200)
  expect(await post(update)).toBe(200)
  await drained()
}

it('two people hand in the same, killed at each confirmation: the second is told and asked, and both stay', {
  timeout: 600_000,
}, async () => {
  let update = 100
  server = await spawnServer(env())
  const say = async (person: number, ...lines: string[]) => {
    for (const line of lines) expect(await post(textUpdate(++update, person, line))).toBe(200)
  }
  for (const [person, name, number] of [
    [first, 'Người Thử Một', '11/KH-UBND'],
    [second, 'Người Thử Hai', '12/KH-UBND'],
  ] as const) {
    const invited = await runCommand(['invite', '--unit', 'UB-P-QT', '--role', 'CLERK', '--json'], env())
    const { code } = JSON.parse(invited.stdout) as { code: string }
    await say(person, `/start ${code}`, '1', name, 'Công chức', 'phát động')
    const document = { file_id: `F${person}`, file_unique_id: `F${person}`, file_name: 'ke-hoach.pdf', file_size: 100 }
    expect(await post(messageUpdate(++update, person, { document }))).toBe(200)
    await say(person, 'xong', number, '18/3', 'bỏ qua')
  }
  await drained()

  await killedAt(15, textUpdate(++update, first, '1'))
  await killedAt(40, textUpdate(++update, second, '1'))
  const told = bot.sent.filter(({ chat, text }) => chat === String(second) && text.includes('11/KH-UBND'))
  // What was sent when the process died may be sent once more.
  expect(new Set(told.map(({ text }) => text)).size).toBe(1)
  expect(told[0]?.text).toContain('Người Thử Một')
  await killedAt(4, textUpdate(++update, second, '1'))

  // The same with one figure of a report.
  for (const [person, figure] of [
    [first, '17/20'],
    [second, '18/20'],
  ] as const)
    await say(person, 'báo cáo', 'C09', 'quý I', figure, 'bỏ qua')
  await drained()
  await killedAt(15, textUpdate(++update, first, '1'))
  await killedAt(40, textUpdate(++update, second, '1'))
  const toldOfFigure = bot.sent.filter(({ chat, text }) => chat === String(second) && text.includes('17/20'))
  expect(toldOfFigure.map(({ text }) => text.includes('Người Thử Một'))).toContain(true)
  await killedAt(4, textUpdate(++update, second, '1'))
  await server.terminate()

  const store = await openStore({ dataDir, log: silentLog })
  try {
    const records = await store.prisma.record.findMany({
      include: { versions: { orderBy: { version: 'asc' } }, moves: { orderBy: { seq: 'asc' } } },
    })
    expect(records).toHaveLength(2)
    const named = (field: string) =>
      records.find(({ versions: [one] }) => Object.hasOwn((one?.answers ?? {}) as object, field))
    const [document, report] = [named('number'), named('figure')]
    const numbers = document?.versions.map(({ answers }) => (answers as { number: { value: string } }).number.value)
    expect(numbers).toEqual(['11/KH-UBND', '12/KH-UBND'])
    expect(document?.moves.map(({ action }) => action)).toEqual(['handIn', 'handIn'])
    const figures = report?.versions.map(({ answers }) => (answers as { figure: { typed: string } }).figure.typed)
    expect(figures).toEqual(['17/20', '18/20'])
    expect(report?.moves.map(({ action }) => action)).toEqual(['handIn', 'handIn'])
  } finally {
    await store.close()
  }
})
