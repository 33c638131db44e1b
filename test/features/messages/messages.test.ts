import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportWork } from '../../../src/cli/export.ts'
import { partsOf } from '../../../src/cli/write-output.ts'
import { features } from '../../../src/features/list.ts'
import { messages } from '../../../src/features/messages/feature.ts'
import { registryOf } from '../../../src/intake/registry.ts'
import type { OutboxKind, OutboxState } from '../../../src/store/generated/client.ts'
import { newId } from '../../../src/store/new-id.ts'
import { type Browser, openBrowser } from '../../support/web-driver.ts'
import { type AWeb, aWeb } from '../../web/a-web.ts'

let web: AWeb
let officer: Browser

beforeAll(async () => {
  web = await aWeb({ features: [messages] })
  officer = await signedIn('PNV')
  const { prisma } = web.store
  await prisma.outbox.deleteMany()
  const at = web.clock.now()
  const account = { id: newId(at), channel: 'zalo-oa', externalId: 'x', createdAt: at }
  await prisma.account.create({ data: account })
  const add = async (
    sentAt: string,
    row: { way?: string; channel?: string; kind?: OutboxKind; state?: OutboxState; parts?: number },
  ) => {
    const { channel = 'zalo-oa', kind = 'REMINDER', state = 'SENT', way = null, parts = 1 } = row
    const times = {
      createdAt: new Date(sentAt),
      notBefore: new Date(sentAt),
      sentAt: state === 'SENT' ? new Date(sentAt) : null,
    }
    await prisma.outbox.create({
      data: { dedupeKey: newId(at), accountId: account.id, channel, kind, state, way, parts, body: {}, ...times },
    })
  }
  await add('2024-03-10T02:00:00Z', { way: 'oaFree' })
  await add('2024-03-10T02:00:00Z', { way: 'oaFree', kind: 'REPLY', parts: 3 })
  await add('2024-03-10T02:00:00Z', { way: 'zbsPhone' })
  await add('2024-03-10T02:00:00Z', { way: 'zbsPhone', state: 'UNKNOWN' })
  await add('2024-03-10T02:00:00Z', { way: 'zbsPhone', state: 'UNREACHABLE' })
  // Midnight in Vietnam has passed: this is April there.
  await add('2024-03-31T17:30:00Z', { way: 'oaPaid' })
  await add('2024-04-02T02:00:00Z', { channel: 'zalo-bot' })
})
afterAll(() => web.close())

async function signedIn(role: 'PNV' | 'CLERK'): Promise<Browser> {
  const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })
  const link = await web.linkFor(await web.person(`Họ Tên ${role}`, role))
  await browser.submitFrom(link, link, {})
  return browser
}

const cellsOf = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .map(([, row]) =>
      [...(row ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell?.replace(/<[^>]*>/g, '')),
    )
    .filter(cells => cells.length > 0)

describe('the report of what was sent', () => {
  test('counts by month of Vietnam and way, with what costs and what is in doubt', async () => {
    const { html } = await officer.get('/desk/tin-da-gui')
    expect(cellsOf(html)).toEqual([
      ['04/2024', 'Zalo OA, tin tư vấn tính phí', '1', '1', 'Có tính phí'],
      ['04/2024', 'Zalo Bot', '1', '1', 'Theo gói của bot'],
      ['03/2024', 'Zalo OA, tin tư vấn miễn phí', '2', '4', 'Miễn phí'],
      ['03/2024', 'Mẫu tin ZBS theo số điện thoại', '2 (trong đó 1 chưa rõ có tới nơi)', '2', 'Có tính phí'],
    ])
  })

  test('narrows to what costs money in one month, and opens one line by purpose', async () => {
    const { html } = await officer.get('/desk/tin-da-gui?state=charged&month=2024-03')
    expect(cellsOf(html).map(([month, way]) => `${month} ${way}`)).toEqual(['03/2024 Mẫu tin ZBS theo số điện thoại'])
    const opened = (await officer.get('/desk/tin-da-gui/2024-03_oaFree')).html
    expect(opened).toContain('Trả lời trong trò chuyện')
    expect(opened).toContain('Nhắc việc')
  })

  test('is not for those who only hand in', async () => {
    expect((await (await signedIn('CLERK')).get('/desk/tin-da-gui')).status).toBe(403)
  })

  test('comes out of the command line as a table, too', async () => {
    const system = { ...web.system, registry: registryOf(features) }
    const { output } = await exportWork(system, { table: 'messages', format: 'json' })
    const parts: string[] = []
    for await (const part of partsOf(output)) parts.push(String(part))
    const lines = parts
      .join('')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(lines).toContainEqual({ month: '2024-03', way: 'oaFree', kind: 'REPLY', messages: 1, parts: 3, doubtful: 0 })
    expect(lines.filter(line => line.way !== 'web')).toHaveLength(5)
  })
})

describe('the state of the channels on the desk', () => {
  test('a consent that is no longer valid is told in words, with what to do; channels that are off are left out', async () => {
    const why = 'oauth refresh -14014 needs-consent'
    web.parts.health = async () => ({
      status: 'ok',
      parts: {
        database: { state: 'up' },
        telegram: 'off',
        'zalo-oa': { state: 'down', why },
        'zalo-bot': { state: 'up' },
      },
    })
    const { html } = await officer.get('/desk')
    expect(html).toContain('Người quản trị OA cần đồng ý lại')
    expect(html).toContain('thidua zalo login')
    expect(html.indexOf('thidua zalo login')).toBeLessThan(html.indexOf('Chờ anh/chị quyết định'))
    expect(html).toContain('đang hoạt động')
    expect(html).not.toContain('Telegram')
  })
})
