import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { openChromium } from '../support/chromium.ts'
import { silentLog } from '../support/database.ts'
import { type Actor, playScript } from '../support/journey.ts'
import { runCommand, type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import { firstStart, startedFolder } from '../support/started-folder.ts'
import { storedOutcome } from '../support/stored-outcome.ts'

let browser: Browser
let server: SpawnedServer
let dataDir: string
let env: Record<string, string>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'thidua-browser-'))
  env = { DATA_DIR: dataDir, CLOCK_START: firstStart, DEMO: '0' }
  await startedFolder(dataDir, 'real')
  server = await spawnServer(env)
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await server.terminate()
  await rm(dataDir, { recursive: true, force: true })
})

/** One person in front of a browser of their own. Every act ends when the bot has answered. */
async function personInBrowser(): Promise<Actor> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  const act = async (work: () => Promise<unknown>) => {
    const before = await answered(page)
    await work()
    for (let tries = 0; (await answered(page)) === before && tries < 200; tries++) await page.waitForTimeout(50)
    await page.waitForTimeout(400)
  }
  return {
    type: async text => {
      const code = /^\/start (\S+)$/.exec(text)?.[1]
      if (code !== undefined && !page.url().includes('/chat')) {
        await page.goto(`${server.url}/?ma=${code}`)
        await page.locator('form[action$="/tham-gia"] button').click()
        await page.waitForURL(/\/chat/)
        await page.getByText('Anh/chị có đồng ý không?').waitFor()
        return
      }
      await act(async () => {
        await page.locator('textarea').fill(text)
        await page.keyboard.press('Enter')
      })
    },
    press: button =>
      act(async () => {
        const buttons = page.locator('form.answers').last().locator('button')
        const found = /^\d+$/.test(button)
          ? buttons.nth(Number(button) - 1)
          : buttons.filter({ hasText: button }).first()
        await found.click()
      }),
    sendFile: (name, bytes) =>
      act(() =>
        page
          .locator('input[type=file]')
          .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) }),
      ),
    heard: async () => [await page.locator('[role=log]').innerText()],
  }
}

function answered(page: Page): Promise<string> {
  return page.locator('[role=log] > *').last().innerText()
}

test('a journey in a real browser stores what it stores on every channel', { timeout: 300_000 }, async () => {
  const people = new Map<string, Actor>()
  const driver = {
    name: 'browser',
    actor: async (key: string) => {
      const person = people.get(key) ?? (await personInBrowser())
      people.set(key, person)
      return person
    },
  }
  const invite = async (role: string, unit: string) => {
    const { stdout } = await runCommand(['invite', '--unit', unit, '--role', role, '--json'], env)
    return (JSON.parse(stdout) as { code: string }).code
  }
  await playScript('handed-in', { driver, invite })
  await server.terminate()
  const store = await openStore({ dataDir, log: silentLog })
  const outcome = JSON.stringify(await storedOutcome(store.prisma), null, 1)
  await store.close()
  await expect(outcome).toMatchFileSnapshot('../golden/handed-in.json')
})
