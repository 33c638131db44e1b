import { expect } from 'vitest'
import { botApiServer } from '../support/bot-api-server.ts'
import { runCommand } from '../support/spawned-server.ts'
import { messageUpdate, textUpdate } from '../support/telegram/updates.ts'
import { KilledServer, type Place } from './place.ts'

const [first, second] = [4801, 4802]
const time = '2024-03-20T02:00:00Z'

/** Two people hand in the same document and the same figure; the process is killed at each confirmation, and started again. */
export async function twoPeopleKilled(place: Place): Promise<void> {
  const bot = await botApiServer()
  const server = new KilledServer(place, bot.root)
  try {
    await play(server, bot)
    await server.terminate()
    await nothingLost(place)
  } finally {
    await server.kill()
    await bot.stop()
  }
}

async function play(server: KilledServer, bot: Awaited<ReturnType<typeof botApiServer>>): Promise<void> {
  let update = 100
  await server.startAt(time)
  const say = async (person: number, ...lines: string[]) => {
    for (const line of lines) expect(await server.post(textUpdate(++update, person, line))).toBe(200)
  }
  for (const [person, name, number] of [
    [first, 'Người Thử Một', '11/KH-UBND'],
    [second, 'Người Thử Hai', '12/KH-UBND'],
  ] as const) {
    const invited = await runCommand(['invite', '--unit', 'UB-P-QT', '--role', 'CLERK', '--json'], {
      ...server.env,
      CLOCK_START: time,
    })
    const { code } = JSON.parse(invited.stdout) as { code: string }
    await say(person, `/start ${code}`, '1', name, 'Công chức', 'phát động')
    const document = { file_id: `F${person}`, file_unique_id: `F${person}`, file_name: 'ke-hoach.pdf', file_size: 100 }
    expect(await server.post(messageUpdate(++update, person, { document }))).toBe(200)
    await say(person, 'xong', number, '18/3', 'bỏ qua')
  }
  await server.drained()

  await killedAt(server, 15, textUpdate(++update, first, '1'))
  await killedAt(server, 40, textUpdate(++update, second, '1'))
  const told = bot.sent.filter(({ chat, text }) => chat === String(second) && text.includes('11/KH-UBND'))
  // What was sent when the process died may be sent once more.
  expect(new Set(told.map(({ text }) => text)).size).toBe(1)
  expect(told[0]?.text).toContain('Người Thử Một')
  await killedAt(server, 4, textUpdate(++update, second, '1'))

  // The same with one figure of a report.
  for (const [person, figure] of [
    [first, '17/20'],
    [second, '18/20'],
  ] as const)
    await say(person, 'báo cáo', 'C09', 'quý I', figure, 'bỏ qua')
  await server.drained()
  await killedAt(server, 15, textUpdate(++update, first, '1'))
  await killedAt(server, 40, textUpdate(++update, second, '1'))
  const toldOfFigure = bot.sent.filter(({ chat, text }) => chat === String(second) && text.includes('17/20'))
  expect(toldOfFigure.map(({ text }) => text.includes('Người Thử Một'))).toContain(true)
  await killedAt(server, 4, textUpdate(++update, second, '1'))
}

/** The process is killed with the event in hand; the platform delivers it again to the one that follows, twice. */
async function killedAt(server: KilledServer, milliseconds: number, update: object): Promise<void> {
  const sending = server.post(update).catch(() => null)
  await new Promise(resolve => setTimeout(resolve, milliseconds))
  await server.kill()
  await sending
  await server.startAt(time)
  expect(await server.post(update)).toBe(200)
  expect(await server.post(update)).toBe(200)
  await server.drained()
}

async function nothingLost(place: Place): Promise<void> {
  const store = await place.open()
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
}
