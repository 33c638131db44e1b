import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { steppedClock } from '../../../src/clock.ts'
import type { System } from '../../../src/intake/system.ts'
import type { Store } from '../../../src/store/open.ts'
import { freshEmbedded } from '../../support/database.ts'
import type { Actor } from '../../support/journey.ts'
import { inviteIn, testSystem } from '../../support/test-system.ts'
import { uploadByLink, uploadLinkIn } from '../../support/upload-by-link.ts'
import { enterWeb, openBrowser } from '../../support/web-driver.ts'
import { type ZaloDriver, zaloDriver } from '../../support/zalo/driver.ts'

const pdf = new Uint8Array(Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'))
const file = { name: 'ke-hoach.pdf', bytes: pdf }

describe('a file that Zalo Bot keeps from us', () => {
  let store: Store
  let system: System
  let clock: ReturnType<typeof steppedClock>
  let driver: ZaloDriver
  let actor: Actor
  beforeEach(async () => {
    store = await freshEmbedded()
    clock = steppedClock('2024-03-20T01:30:00Z')
    system = await testSystem(store, clock)
    driver = await zaloDriver(system, 'bot-polling')
    driver.stage.fake.bot.unsupportedForm = 'with-sender'
    actor = await driver.actor('clerk')
    const code = await inviteIn(system, 'CLERK', 'UB-P-QT')
    for (const line of [`/start ${code}`, '1', 'Trần Thị Bình', 'Chuyên viên', '/phatdong']) await actor.type(line)
  })
  afterEach(async () => {
    await driver.close()
    await store.close()
  })

  /** Sends what the platform does not hand over. */
  const unseen = async () => {
    const { bot } = driver.stage.fake
    const chat = bot.sent.all.at(-1)?.chatId ?? ''
    const before = await store.prisma.inboundEvent.count()
    await bot.sends(chat, { kind: 'unsupported' })
    await driver.stage.isStored('zalo-bot', before + 1)
    await driver.stage.settled()
    return bot.sent.all.at(-1)?.text ?? ''
  }
  const latest = () => driver.stage.fake.bot.sent.all.at(-1)?.text ?? ''

  test('is answered with a link; what is sent there answers the open question, and the chat goes on by itself', async () => {
    const link = uploadLinkIn(await unseen())
    const sent = await uploadByLink(driver.stage.url, link, [file])
    expect([sent.status, sent.html]).toEqual([200, expect.stringContaining('Đã gửi')])
    await driver.stage.settled()
    expect(latest()).toContain('ke-hoach.pdf')
    const [stored] = await store.prisma.storedFile.findMany({ include: { account: true } })
    expect(stored).toMatchObject({ name: 'ke-hoach.pdf', state: 'STORED', account: { channel: 'zalo-bot' } })
    const answers = await store.prisma.answer.findMany()
    expect(JSON.stringify(answers)).toContain(stored?.id)
  })

  test('goes through a link that works once, and for half an hour', async () => {
    const link = uploadLinkIn(await unseen())
    expect((await uploadByLink(driver.stage.url, link, [file])).status).toBe(200)
    expect(await uploadByLink(driver.stage.url, link, [file])).toMatchObject({ status: 410 })
    expect(await store.prisma.storedFile.count()).toBe(1)
    clock.advance(60_000)
    const late = uploadLinkIn(await unseen())
    clock.advance(31 * 60_000)
    expect(await uploadByLink(driver.stage.url, late, [file])).toMatchObject({ status: 410 })
  })

  test('sent twice at the same moment is taken once', async () => {
    const link = uploadLinkIn(await unseen())
    const tries = await Promise.all([1, 2].map(() => uploadByLink(driver.stage.url, link, [file])))
    expect(tries.map(({ status }) => status).toSorted()).toEqual([200, expect.toBeOneOf([303, 410])])
    expect(await store.prisma.storedFile.count()).toBe(1)
  })

  test('that is refused leaves the link to be used with another one; several go at once', async () => {
    const link = uploadLinkIn(await unseen())
    const secret = { ...file, name: 'Văn bản TỐI MẬT.pdf' }
    expect((await uploadByLink(driver.stage.url, link, [secret])).status).toBe(422)
    expect((await uploadByLink(driver.stage.url, link, [])).status).toBe(422)
    expect(await store.prisma.storedFile.count()).toBe(0)
    expect((await uploadByLink(driver.stage.url, link, [file, { ...file, name: 'kem.pdf' }])).status).toBe(200)
    await driver.stage.settled()
    expect(latest()).toMatch(/ke-hoach\.pdf, kem\.pdf/)
  })

  test('is for the person of the chat only: whoever is signed in as another one is turned away', async () => {
    const link = uploadLinkIn(await unseen())
    const code = await inviteIn(system, 'OFFICIAL', 'UB-P-QT')
    const browser = openBrowser({ url: driver.stage.url })
    await browser.submitFrom('/', '/tham-gia', { code })
    for (const text of ['1', 'Lê Văn Cường', 'Chuyên viên']) {
      const { html } = await browser.get('/chat')
      const token = /data-csrf="([^"]+)"/.exec(html)?.[1] ?? ''
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': token }
      await browser.send('/chat/messages', {
        ...{ method: 'POST', headers },
        body: JSON.stringify({ id: crypto.randomUUID(), text }),
      })
    }
    expect(await uploadByLink(driver.stage.url, link, [file], browser)).toMatchObject({ status: 403 })
    expect((await uploadByLink(driver.stage.url, link, [file])).status).toBe(200)
  })

  test('finds nothing to answer once the question is gone, and says so', async () => {
    const link = uploadLinkIn(await unseen())
    await actor.type('/huy')
    await actor.type('1')
    await actor.type('/menu')
    const sent = await uploadByLink(driver.stage.url, link, [file])
    expect([sent.status, sent.html]).toEqual([410, expect.stringContaining('không còn mở')])
    expect(await store.prisma.storedFile.count()).toBe(0)
  })

  test('sent together with others is answered once; with nothing open it is asked for words', async () => {
    const { bot } = driver.stage.fake
    await unseen()
    const before = bot.sent.all.length
    await unseen()
    await unseen()
    expect(bot.sent.all.length).toBe(before)
    await actor.type('/menu')
    expect(await unseen()).toContain('không chuyển được nội dung này')
    expect(latest()).not.toContain('/gui-tep/')
  })

  test('no body is read for a link that is not one', async () => {
    const body = new FormData()
    body.append('file', new File([pdf], 'a.pdf'))
    const web = await enterWeb({ url: driver.stage.url }, { code: await inviteIn(system, 'OFFICIAL', 'UB-P-QT') })
    expect((await web.page('/gui-tep/khong-co')).status).toBe(410)
    const stranger = openBrowser({ url: driver.stage.url })
    await stranger.get('/')
    const response = await stranger.send('/gui-tep/khong-co', { method: 'POST', body })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/gui-tep/khong-co'])
  })
})
