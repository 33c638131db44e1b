import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deadLetters } from '../../../src/features/dead-letters/feature.ts'
import { newId } from '../../../src/store/new-id.ts'
import { type Browser, openBrowser } from '../../support/web-driver.ts'
import { type AWeb, aWeb } from '../../web/a-web.ts'

let web: AWeb
beforeAll(async () => {
  web = await aWeb({ features: [deadLetters] })
})
afterAll(() => web.close())

const room = '/desk/tin-chua-ghi'

async function letter(code: string): Promise<string> {
  const at = web.clock.now()
  const id = newId(at)
  const account = { create: { id: newId(at), channel: 'telegram', externalId: code, createdAt: at } }
  await web.store.prisma.deadLetter.create({
    data: {
      id,
      code,
      channel: 'telegram',
      eventId: code,
      account,
      event: JSON.stringify({ content: { type: 'text', text: 'Nội dung kín' } }),
      holdsChat: true,
      kind: 'text',
      promptNo: 1,
      why: 'TypeError',
      tries: 3,
      firstFailedAt: at,
      lastFailedAt: at,
    },
  })
  return id
}

async function signedIn(role: 'PNV' | 'ADMIN' | 'HEAD'): Promise<Browser> {
  const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })
  const link = await web.linkFor(await web.person(`Người Thử ${role}`, role))
  await browser.submitFrom(link, link, {})
  return browser
}
const stateOf = async (id: string) => (await web.store.prisma.deadLetter.findUniqueOrThrow({ where: { id } })).state

describe('messages that could not be recorded', () => {
  test.each(['PNV', 'ADMIN'] as const)('are seen by %s without what was written, and tried again', async role => {
    const id = await letter(`L-1${role}`)
    const officer = await signedIn(role)
    expect((await officer.get(room)).html).toContain(`L-1${role}`)
    const { html } = await officer.get(`${room}/${id}`)
    expect(html).toContain('TypeError')
    expect(html).not.toContain('Nội dung kín')
    await officer.submitFrom(`${room}/${id}`, `${room}/${id}`, { action: 'retry' })
    expect(await stateOf(id)).toBe('RETRYING')
    const [entry] = await web.store.prisma.audit.findMany({ where: { subjectId: id } })
    expect(entry).toMatchObject({ action: 'deadLetter.retry', actorRole: role, from: 'OPEN', to: 'RETRYING' })
  })

  test('are dropped with a reason only, and decided once', async () => {
    const id = await letter('L-200001')
    const officer = await signedIn('PNV')
    const drop = (reason: string) => officer.submitFrom(`${room}/${id}`, `${room}/${id}`, { action: 'drop', reason })
    await drop('')
    expect(await stateOf(id)).toBe('OPEN')
    await drop('Tin gửi trùng')
    expect(await stateOf(id)).toBe('DROPPING')
    const page = await officer.get(`${room}/${id}`)
    expect(page.html).toContain('Tin gửi trùng')
    await officer.submitFrom(`${room}/${id}`, `${room}/${id}`, { action: 'retry' })
    expect(await stateOf(id)).toBe('DROPPING')
  })

  test('are nobody else’s to see or to decide on', async () => {
    const id = await letter('L-300001')
    const head = await signedIn('HEAD')
    expect((await head.get(`${room}/${id}`)).status).not.toBe(200)
    expect((await head.get(room)).html).not.toContain('L-300001')
    expect(await stateOf(id)).toBe('OPEN')
  })
})
