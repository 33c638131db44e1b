import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aNotebook } from '../desk/a-notebook.ts'
import { axeFindings } from '../support/axe.ts'
import { openWholeChromium } from '../support/chromium.ts'
import { type AWeb, aWeb } from '../web/a-web.ts'

const pdf = '00000000-0000-4000-8000-000000000001'
const picture = '00000000-0000-4000-8000-000000000003'
let browser: Browser
let web: AWeb
let server: ServerType
let url: string

beforeAll(async () => {
  server = serve({ fetch: request => web.app.fetch(request), port: 0, hostname: '127.0.0.1' })
  await new Promise(resolve => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const note = { id: '1', unit: 'Phường Một', title: 'Họp không giấy', state: 'SENT' as const }
  web = await aWeb({ features: [aNotebook([note])], publicUrl: url })
  web.parts.mayReadFile = async () => true
  await keep(pdf, 'a', 'application/pdf', await readFile(new URL('../secrecy/files/honest.pdf', import.meta.url)))
  browser = await openWholeChromium()
})
afterAll(async () => {
  await browser.close()
  server.close()
  await web.close()
})

async function keep(id: string, sign: string, mime: string, bytes: Uint8Array) {
  const sha256 = sign.repeat(64)
  await web.store.prisma.fileContent.create({ data: { sha256, bytes: new Uint8Array(bytes) } })
  await web.store.prisma.storedFile.create({
    data: { id, name: 'kem theo', state: 'STORED', sha256, mime, channel: 'web', createdAt: web.clock.now() },
  })
}

async function officer() {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(`${url}${await web.linkFor(await web.person('Họ Tên Một', 'PNV'))}`)
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/chat/)
  return page
}

test('a PDF is read within the record, by the browser’s own reader', async () => {
  const page = await officer()
  await page.goto(`${url}/desk/ghi-chep/1`)
  await expect.poll(() => page.frames().some(frame => frame.url().startsWith('chrome-extension://'))).toBe(true)
  expect(page.frames().filter(frame => frame.url().startsWith('chrome-error://'))).toEqual([])
  expect(await axeFindings(page)).toEqual([])
  await page.context().close()
})

test('nothing in a file that is shown runs, whatever its bytes are', async () => {
  const run = '<script>parent.document.title = document.title = "RAN"; fetch("/desk")</script>'
  await keep(picture, 'b', 'image/png', new TextEncoder().encode(`<html>${run}</html>`))
  const page = await officer()
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  await page.goto(`${url}/files/${picture}/xem`)
  await page.evaluate('1')
  expect(await page.title()).not.toContain('RAN')
  expect(asked).not.toContain('/desk')
  for (const mime of ['text/html', 'image/svg+xml']) {
    await web.store.prisma.storedFile.update({ where: { id: picture }, data: { mime } })
    const answer = await page.goto(`${url}/files/${picture}/xem`)
    expect([mime, answer?.status()]).toEqual([mime, 404])
  }
  await page.context().close()
})
