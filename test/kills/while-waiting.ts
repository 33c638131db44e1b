import { expect } from 'vitest'
import { botApiServer } from '../support/bot-api-server.ts'
import { runCommand } from '../support/spawned-server.ts'
import { messageUpdate } from '../support/telegram/updates.ts'
import { KilledServer, type Place } from './place.ts'

const person = 4711
type Bot = Awaited<ReturnType<typeof botApiServer>>

/** A launch document is confirmed at 23:58 of the last day while the server is away, and the process killed while the file is on its way. */
export async function killedWhileWaiting(place: Place): Promise<void> {
  const bot = await botApiServer()
  const server = new KilledServer(place, bot.root)
  try {
    await play(server, bot)
    await server.terminate()
    await sentOnTime(place, bot)
  } finally {
    await server.kill()
    await bot.stop()
  }
}

async function play(server: KilledServer, bot: Bot): Promise<void> {
  const seconds = (iso: string) => Date.parse(iso) / 1_000
  let update = 100
  const text = (line: string, at: string) => messageUpdate(++update, person, { text: line, date: seconds(at) })

  const evening = '2024-03-31T16:40:00Z'
  await server.startAt(evening)
  const invited = await runCommand(['invite', '--unit', 'UB-P-QT', '--role', 'HEAD', '--json'], {
    ...server.env,
    CLOCK_START: evening,
  })
  const { code } = JSON.parse(invited.stdout) as { code: string }
  bot.files.areHeld = true
  for (const line of [`/start ${code}`, '1', 'Người Thử Một', 'Chủ tịch', 'phát động'])
    expect(await server.post(text(line, evening))).toBe(200)
  const document = { file_id: 'F1', file_unique_id: 'F1', file_name: 'ke-hoach.pdf', file_size: 100 }
  expect(await server.post(messageUpdate(++update, person, { document, date: seconds(evening) }))).toBe(200)
  for (const line of ['xong', '12/KH-UBND', '18/3', 'bỏ qua']) expect(await server.post(text(line, evening))).toBe(200)

  // The server is away when the person confirms; Telegram delivers it afterwards, twice.
  await server.startAt('2024-03-31T17:20:00Z')
  const confirmation = text('1', '2024-03-31T16:58:00Z')
  expect(await server.post(confirmation)).toBe(200)
  expect(await server.post(confirmation)).toBe(200)
  expect(await server.isDrained()).toBe(false)

  await server.startAt('2024-03-31T17:30:00Z')
  expect(await server.post(confirmation)).toBe(200)
  bot.files.areHeld = false
  // What was sent, and not only written, is not sent again.
  await server.until(() => receiptsOf(bot).length > 0)
  await server.drained()
  // Killed once more after it was sent: nothing is sent again.
  await server.startAt('2024-03-31T17:40:00Z')
  await server.drained()
}

const receiptsOf = (bot: Bot) => bot.sent.filter(({ text }) => text.includes('Đã gửi văn bản phát động'))

async function sentOnTime(place: Place, bot: Bot): Promise<void> {
  const store = await place.open()
  try {
    const documents = await store.prisma.record.findMany()
    expect(documents).toMatchObject([
      { state: 'SENT', isLate: false, sentAt: new Date('2024-03-31T16:58:00Z'), title: 'số 12/KH-UBND' },
    ])
    const where = { unitCode: 'UB-P-QT', dutyCode: 'D02' }
    expect(await store.prisma.obligation.findFirst({ where })).toMatchObject({ state: 'MET', isLate: false })
    expect(await store.prisma.recordMove.count({ where: { action: 'handIn' } })).toBe(1)
    expect(receiptsOf(bot)).toHaveLength(1)
  } finally {
    await store.close()
  }
}
