import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand, spawnServer } from '../support/spawned-server.ts'
import { firstStart, startedFolder } from '../support/started-folder.ts'

let folder: string
let dataDir: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-cli-'))
  dataDir = join(folder, 'data')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Listens and answers everything the same. */
async function stub(status: number, body: string): Promise<{ server: Server; port: number }> {
  const server = createServer((_, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body),
  )
  await new Promise<void>(resolve => server.listen(0, resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

const linesOf = (text: string) => text.split('\n').filter(line => line.trim() !== '')

describe('what is wrong ends with clear lines and status 1, with nothing half-written', () => {
  it('settings: every problem at once, each with its variable', async () => {
    const env = {
      DATA_DIR: dataDir,
      PORT: 'abc',
      PUBLIC_URL: 'ftp://x',
      TELEGRAM_BOT_TOKEN: 'nonsense',
      TELEGRAM_MODE: 'webhook',
    }
    const { status, stderr } = await runCommand(['start'], env)
    expect(status).toBe(1)
    expect(linesOf(stderr).map(line => line.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'TELEGRAM_BOT_TOKEN',
      'TELEGRAM_WEBHOOK_SECRET',
    ])
    expect(existsSync(dataDir)).toBe(false)
  })

  it('a plan file that is not there, and one that is broken: the file and the line', async () => {
    const missing = await runCommand(['start'], { DATA_DIR: dataDir, CAMPAIGN_PLAN: join(folder, 'none.yaml') })
    expect(missing).toMatchObject({ status: 1 })
    expect(missing.stderr).toContain('none.yaml')
    const broken = join(folder, 'broken.yaml')
    await writeFile(broken, 'code: X\nyear: "not a year"\n  bad: [')
    const read = await runCommand(['start'], { DATA_DIR: dataDir, CAMPAIGN_PLAN: broken })
    expect(read.status).toBe(1)
    expect(read.stderr).toMatch(/broken\.yaml:\d+/)
    expect(existsSync(dataDir)).toBe(false)
  })

  it('an occupied port is named, and the data folder is free again', async () => {
    await startedFolder(dataDir, 'demo')
    const { server, port } = await stub(200, '{}')
    const first = await runCommand(['start'], { DATA_DIR: dataDir, PORT: String(port) })
    server.close()
    expect(first.status).toBe(1)
    expect(linesOf(first.stderr)).toHaveLength(1)
    expect(first.stderr).toContain(String(port))
    const again = await runCommand(['export', 'units', '--format', 'csv'], { DATA_DIR: dataDir })
    expect(again.status).toBe(0)
  })

  it('a second server on the same data folder is refused and told who has it; commands go through the first', async () => {
    await startedFolder(dataDir, 'demo')
    const server = await spawnServer({ DATA_DIR: dataDir })
    const second = await runCommand(['start'], { DATA_DIR: dataDir, PORT: '0' })
    expect(second.status).toBe(1)
    expect(linesOf(second.stderr)).toHaveLength(1)
    expect(second.stderr).toContain(dataDir)
    const invited = await runCommand(['invite', '--unit', 'UB-NV', '--role', 'PNV', '--json'], { DATA_DIR: dataDir })
    expect(JSON.parse(invited.stdout)).toMatchObject({ unit: 'UB-NV', role: 'PNV' })
    const file = join(folder, 'units.csv')
    const exported = await runCommand(['export', 'units', '--format', 'csv', '--out', file], { DATA_DIR: dataDir })
    expect(exported).toMatchObject({ status: 0, stderr: '' })
    expect((await readFile(file, 'utf8')).split('\r\n')).toHaveLength(88)
    expect(await server.terminate()).toBe(0)
    expect(server.output()).toContain('Đã dừng')
  })

  it('a database that cannot be reached', async () => {
    const { status, stderr } = await runCommand(['start'], {
      DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:9/none',
    })
    expect(status).toBe(1)
    expect(linesOf(stderr)).toHaveLength(1)
    expect(stderr).toContain('127.0.0.1:9')
    expect(stderr).not.toContain('secret')
  })

  it('a token that Telegram refuses; the token is not repeated', async () => {
    await startedFolder(dataDir, 'real')
    const { server, port } = await stub(401, '{"ok":false,"error_code":401,"description":"Unauthorized"}')
    const env = {
      DATA_DIR: dataDir,
      CLOCK_START: firstStart,
      PORT: '0',
      TELEGRAM_BOT_TOKEN: '123456:WRONG',
      TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
    }
    const { status, stderr } = await runCommand(['start'], env)
    server.close()
    expect(status).toBe(1)
    expect(linesOf(stderr).at(-1)).toMatch(/TELEGRAM_BOT_TOKEN|@BotFather/)
    expect(stderr).not.toContain('123456:WRONG')
  })

  it('commands that do not exist, tables, roles and units that do not exist', async () => {
    await startedFolder(dataDir, 'real')
    for (const args of [
      ['dance'],
      ['export', 'secrets'],
      ['invite', '--unit', 'NO', '--role', 'HEAD'],
      ['invite', '--unit', 'UB-NV', '--role', 'KING'],
      ['plan', 'check'],
    ]) {
      const { status, stderr } = await runCommand(args, { DATA_DIR: dataDir, CLOCK_START: firstStart })
      expect({ args, status, lines: linesOf(stderr).length }).toEqual({ args, status: 1, lines: 1 })
    }
  })
})
