import { setTimeout as sleep } from 'node:timers/promises'
import { createBell } from '../src/channels/web/bell.ts'
import { uploadsOf } from '../src/files/uploads.ts'
import type { System } from '../src/intake/system.ts'
import { newId } from '../src/store/new-id.ts'
import { createWeb } from '../src/web/server.ts'
import { newWebAccount, openSession } from '../src/web/session.ts'
import type { BenchDatabase } from './database.ts'
import { benchSystem } from './system.ts'
import type { Line } from './table.ts'

/** Longer than the time between two heartbeats of a page. */
const WATCHED_MS = 16_000

/** Chat pages of as many people, open until they are closed. */
export async function openPages(
  system: System,
  database: BenchDatabase,
  count: number,
): Promise<{ close(): Promise<void> }> {
  const { prisma, clock } = system
  const bell = createBell()
  const ear = database.store.listen({ heard: bell.ring, missed: bell.ringAll })
  const app = createWeb(system, {
    ...{ bell, features: [], uploads: uploadsOf(prisma, clock), receive: async () => undefined },
    ...{ health: async () => ({ status: 'ok' as const, parts: {} }), mayReadFile: async () => false },
  })
  const pages: Promise<void>[] = []
  for (let page = 0; page < count; page += 1) {
    const personId = newId(clock.now())
    await prisma.person.create({
      data: { id: personId, fullName: 'Nguyễn Thị Lan', givenName: 'Lan', createdAt: clock.now() },
    })
    const accountId = await newWebAccount(prisma, personId, clock.now())
    const { token } = await openSession(prisma, { accountId, personId, device: '' }, 86_400_000, clock.now())
    const response = await app.request('/chat/stream', { headers: { cookie: `thidua=${token}` } })
    if (response.status !== 200 || !response.body) throw new Error(`a page was not let in: ${response.status}`)
    const reader = response.body.getReader()
    await reader.read()
    pages.push(drain(reader))
  }
  return {
    close: async () => {
      bell.close()
      await Promise.all(pages)
      await ear.close()
    },
  }
}

/** Processor time of chat pages that are open while nothing happens, against one core. */
export async function idlePages(database: BenchDatabase, count: number): Promise<Line> {
  const system = await benchSystem(database, [])
  const before = memory()
  const pages = await openPages(system, database, count)
  const open = memory()
  const from = process.cpuUsage()
  await sleep(WATCHED_MS)
  const { user, system: kernel } = process.cpuUsage(from)
  const ours = ((user + kernel) / WATCHED_MS) * 1_000
  await pages.close()
  return {
    name: `(n) ${count} open chat pages, processor time of a second`,
    pair: { ours, theirs: 1_000_000, ratio: ours / 1_000_000, rounds: 1 },
    target: { atMost: 0.05, said: '≤ 5 %' },
    unit: 'ms',
    note: `heap ${before} MB before, ${open} MB while they are open, ${memory()} MB after`,
  }
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}

function memory(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().heapUsed / 1024 ** 2)
}
