import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import type { Role } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'
import { openStore } from '../../src/store/open.ts'
import { botApiServer } from '../support/bot-api-server.ts'
import { silentLog } from '../support/database.ts'
import { runCommand, spawnServer } from '../support/spawned-server.ts'
import { testSystem } from '../support/test-system.ts'
import { openBrowser } from '../support/web-driver.ts'

let folder: string
let telegram: Awaited<ReturnType<typeof botApiServer>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copy-'))
  telegram = await botApiServer()
})
afterAll(async () => {
  await telegram.stop()
  await rm(folder, { recursive: true, force: true })
})

const start = '2024-03-20T08:30:00+07:00'
const settings = (dataDir: string) => ({
  ...{ DATA_DIR: join(folder, dataDir), DEMO: '0', CLOCK_START: start },
  ...{ TELEGRAM_BOT_TOKEN: '1:TEST', TELEGRAM_API_ROOT: telegram.root },
})

it('a running server is backed up; the copy calls nobody until an officer turns sending on, and its web chat and desk work', async () => {
  const link = await someoneIn(join(folder, 'first'))
  const first = await spawnServer({ ...settings('first'), TELEGRAM_BOT_TOKEN: '' })
  const file = join(folder, 'copy.backup')
  expect((await runCommand(['doctor'], { ...settings('first'), TELEGRAM_BOT_TOKEN: '' })).stdout).toMatch(
    /! Sao lưu: chưa có/,
  )
  const backed = await runCommand(['backup', '--out', file], settings('first'))
  expect(backed).toMatchObject({ status: 0, stdout: '' })
  expect(backed.stderr).toMatch(/^Đã sao lưu .* đọc lại để kiểm tra: đủ \d+ dòng/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await runCommand(['doctor'], { ...settings('first'), TELEGRAM_BOT_TOKEN: '' })).stdout).toMatch(
    /✓ Sao lưu: bản cuối lúc/,
  )
  const refused = await runCommand(['restore', file], settings('first'))
  expect([refused.status, refused.stderr.trim().split('\n').length]).toEqual([1, 1])
  await first.terminate()

  expect(await runCommand(['restore', file], settings('second'))).toMatchObject({ status: 0, stdout: '' })
  const copy = await spawnServer(settings('second'))
  const officer = openBrowser({ url: copy.url })
  await officer.submitFrom(link, link, {})
  const desk = await officer.get('/desk')
  expect(desk.html).toMatch(/Đây là bản khôi phục từ bản sao lưu lúc/)
  expect(desk.html).toContain('href="/desk/bat-gui-tin"')
  expect((await runCommand(['doctor'], settings('second'))).stdout).toMatch(/! Đây là bản khôi phục .*gửi tin đang tắt/)
  expect(telegram.calls.filter(({ method }) => method !== 'getMe')).toEqual([])

  await officer.submitFrom('/desk/bat-gui-tin', '/desk/bat-gui-tin/bat', { 'ly-do': 'ok' })
  expect((await officer.get('/desk/bat-gui-tin')).html).toContain('Chỉ bật khi đây là hệ thống dùng thật')
  await officer.submitFrom('/desk/bat-gui-tin', '/desk/bat-gui-tin/bat', { 'ly-do': 'Máy chủ cũ đã hỏng' })
  expect((await officer.get('/desk')).html).not.toMatch(/Đây là bản khôi phục/)
  await expect.poll(() => telegram.sent.map(({ text }) => text), { timeout: 30_000 }).toContain('Tin đang chờ gửi')
  await expect.poll(() => telegram.calls.some(({ method }) => method === 'getUpdates'), { timeout: 30_000 }).toBe(true)
  await copy.terminate()
})

/** An officer with a way to sign in, and a message that waits for a chat on Telegram. */
async function someoneIn(dataDir: string): Promise<string> {
  const now = new Date(start)
  const store = await openStore({ dataDir, log: silentLog })
  const system = await testSystem(store)
  const { prisma } = system
  const [unit] = await prisma.unit.findMany({ take: 1 })
  const id = newId(now)
  const roles = {
    create: { id: newId(now), unitCode: unit?.code ?? '', role: 'PNV' as Role, validFrom: '2024-01-01' },
  }
  await prisma.person.create({ data: { id, fullName: 'Họ Tên Một', givenName: 'Một', createdAt: now, roles } })
  const accountId = newId(now)
  await prisma.account.create({
    data: { id: accountId, channel: 'telegram', externalId: '4242', personId: id, createdAt: now },
  })
  const body = { message: { text: 'Tin đang chờ gửi' } }
  await prisma.outbox.create({
    data: {
      dedupeKey: 'waiting',
      accountId,
      channel: 'telegram',
      kind: 'NOTICE',
      body,
      notBefore: now,
      createdAt: now,
    },
  })
  const link = `/vao/${await linkToWeb(prisma, id, now)}`
  await store.close()
  return link
}
