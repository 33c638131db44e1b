import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { spawnServer } from './spawned-server.ts'
import { firstStart, startedFolder } from './started-folder.ts'

/** The demonstration as a process of its own, eleven days before its first deadline, and a browser before it. */
export interface DemoInBrowser {
  url: string
  browser: Browser
  /** A page of a new visitor who has chosen one of the people. */
  as(persona: string, width: number, more?: BrowserContextOptions & { height?: number }): Promise<Page>
  desk(persona: string, path: string): string
  close(): Promise<void>
}

export async function openDemo(): Promise<DemoInBrowser> {
  const dataDir = await mkdtemp(join(tmpdir(), 'thidua-demo-'))
  await startedFolder(dataDir, 'demo')
  const server = await spawnServer({ DATA_DIR: dataDir, CLOCK_START: firstStart, DEMO: '1' })
  const browser = await openChromium()
  return {
    url: server.url,
    browser,
    as: async (persona, width, { height = 900, ...more } = {}) => {
      const page = await (await browser.newContext({ viewport: { width, height }, ...more })).newPage()
      await page.goto(server.url)
      await page.locator(`form[action*="${persona}"] button`).first().click()
      await page.waitForURL(/\/chat/)
      return page
    },
    desk: (persona, path) => `${server.url}/vai/${persona}/desk${path && `/${path}`}`,
    close: async () => {
      await browser.close()
      await server.terminate()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
