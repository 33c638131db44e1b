import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, openBrowser } from '../support/web-driver.ts'
import { type AWeb, aWeb } from './a-web.ts'

let web: AWeb
let browser: Browser
let personId: string

beforeAll(async () => {
  web = await aWeb()
})
beforeEach(async () => {
  browser = openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })
  personId = await web.person('Họ Tên Một')
  const link = await web.linkFor(personId)
  await browser.submitFrom(link, link, {})
})
afterAll(() => web.close())

describe('an open page', () => {
  test('is told a new line at once, and each line once', async () => {
    const stream = await listenTo('/chat/stream?after=0')
    await stream.until(events => events.some(({ event }) => event === 'prompt'))
    await web.notify(personId, { text: 'Tin thứ nhất.' })
    await web.notify(personId, { text: 'Tin thứ hai.' })
    const events = await stream.until(seen => seen.some(({ data }) => data.includes('Tin thứ hai.')))
    expect(events.filter(({ data }) => data.includes('Tin thứ nhất.'))).toHaveLength(1)
    await stream.close()
  })

  test('is told a line that another process wrote', async () => {
    const stream = await listenTo('/chat/stream?after=0')
    const account = await web.store.prisma.account.findFirstOrThrow({ where: { personId } })
    const body = { message: { text: 'Từ tiến trình khác.' }, kind: 'NOTICE' }
    await web.store.prisma.chatLine.create({
      data: { accountId: account.id, key: 'other', fromBot: true, body, at: web.clock.now() },
    })
    await stream.until(seen => seen.some(({ data }) => data.includes('Từ tiến trình khác.')))
    await stream.close()
  })

  test('that comes back gets what it has missed and nothing twice', async () => {
    await web.notify(personId, { text: 'Tin thứ nhất.' })
    const first = await listenTo('/chat/stream?after=0')
    const seen = await first.until(events => events.some(({ data }) => data.includes('Tin thứ nhất.')))
    await first.close()
    await web.notify(personId, { text: 'Tin thứ hai.' })
    const lastId = seen.findLast(({ id }) => id !== '')?.id ?? ''
    const second = await listenTo('/chat/stream?after=0', { 'Last-Event-ID': lastId })
    const later = await second.until(events => events.some(({ data }) => data.includes('Tin thứ hai.')))
    expect(later.some(({ data }) => data.includes('Tin thứ nhất.'))).toBe(false)
    await second.close()
  })

  test('is sent away when its session ends', async () => {
    const stream = await listenTo('/chat/stream?after=0')
    await web.store.prisma.webSession.deleteMany({})
    await stream.until(seen => seen.some(({ event }) => event === 'signedOut'))
    await stream.ended()
  })

  test('never gets the lines of another person', async () => {
    const other = await web.person('Họ Tên Hai')
    const stranger = openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })
    const link = await web.linkFor(other)
    await stranger.submitFrom(link, link, {})
    const stream = await listenTo('/chat/stream?after=0')
    await web.notify(other, { text: 'Riêng người khác.' })
    await web.notify(personId, { text: 'Của tôi.' })
    const seen = await stream.until(events => events.some(({ data }) => data.includes('Của tôi.')))
    expect(seen.some(({ data }) => data.includes('Riêng người khác.'))).toBe(false)
    await stream.close()
  })
})

test('proxies are told to keep nothing back', async () => {
  const response = await browser.send('/chat/stream?after=0', {})
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('cache-control')).toContain('no-transform')
  expect(response.headers.get('x-accel-buffering')).toBe('no')
  await response.body?.cancel()
})

test('who is not signed in gets no stream', async () => {
  expect((await web.app.request('/chat/stream')).status).toBe(401)
})

interface StreamEvent {
  event: string
  id: string
  data: string
}

async function listenTo(path: string, headers: Record<string, string> = {}) {
  const response = await browser.send(path, { headers })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) throw new Error('no stream')
  const events: StreamEvent[] = []
  let text = ''
  const more = async () => {
    const { done, value } = await reader.read()
    text += value ?? ''
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    events.push(...blocks.map(eventOf))
    return !done
  }
  return {
    until: async (isEnough: (events: StreamEvent[]) => boolean) => {
      while (!isEnough(events)) if (!(await more())) throw new Error('the stream has ended')
      return events
    },
    ended: async () => {
      while (await more());
    },
    close: () => reader.cancel(),
  }
}

function eventOf(block: string): StreamEvent {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
  return { event: field('event'), id: field('id'), data: field('data') }
}

test('a page lets go when the channel stops', async () => {
  const stream = await listenTo('/chat/stream?after=0')
  await web.channel.stop()
  await stream.ended()
})
