import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buttonsOf, csrfOf, enterWeb, linesOf, openBrowser, type WebDriver } from '../support/web-driver.ts'
import { type AWeb, aWeb } from './a-web.ts'

let web: AWeb
const settings = () => ({ url: 'http://localhost:3000', fetch: (request: Request) => web.app.fetch(request) })
const pdf = new TextEncoder().encode('%PDF-1.7 noi dung')
const enter = async (name: string): Promise<WebDriver> =>
  enterWeb(settings(), { link: await web.linkFor(await web.person(name)) })

beforeAll(async () => {
  web = await aWeb()
})
afterAll(() => web.close())

describe('what a person sends', () => {
  test('sent twice with one id is one message and one answer', async () => {
    const visitor = await enter('Họ Tên Một')
    await visitor.type('menu')
    const before = linesOf((await visitor.page('/chat')).html)
    await visitor.repeat()
    await visitor.repeat()
    expect(linesOf((await visitor.page('/chat')).html)).toEqual(before)
  })

  test('is answered «try again» when it could not be taken in, and is whole after the repetition', async () => {
    const visitor = await enter('Họ Tên Hai')
    web.failNext(1)
    await expect(visitor.type('menu')).rejects.toThrow('503')
    await visitor.repeat()
    const lines = linesOf((await visitor.page('/chat')).html)
    expect(lines.filter(line => !line.fromBot).map(line => line.text)).toEqual(['menu'])
    expect(lines.at(-1)?.fromBot).toBe(true)
  })

  test('is shown as text: markup in it stays what was typed', async () => {
    const visitor = await enter('Họ Tên Ba')
    await visitor.type('<img src=x onerror=alert(1)>')
    const { html } = await visitor.page('/chat')
    expect(html).not.toContain('<img src=x')
    expect(linesOf(html).find(line => !line.fromBot)?.text).toBe('<img src=x onerror=alert(1)>')
  })

  test('a press is shown with the words of the button', async () => {
    const visitor = await enter('Họ Tên Bốn')
    const [first] = buttonsOf((await visitor.page('/chat')).html)
    await visitor.press(1)
    const own = linesOf((await visitor.page('/chat')).html).findLast(line => !line.fromBot)
    expect(own?.text).toBe(first?.label)
  })

  test('the id of one person never uses up that of another', async () => {
    const [one, other] = [await enter('Họ Tên Năm'), await enter('Họ Tên Sáu')]
    const nextId = () => '00000000-0000-4000-8000-000000000001'
    const again = async (visitor: WebDriver) => {
      const { html } = await visitor.page('/chat')
      return visitor.submit('/chat/messages', { csrf: csrfOf(html), id: nextId(), text: 'menu' })
    }
    await again(one)
    await again(other)
    for (const visitor of [one, other]) {
      const lines = linesOf((await visitor.page('/chat')).html)
      expect(lines.filter(line => line.text === 'menu')).toHaveLength(1)
      expect(lines.at(-1)?.fromBot).toBe(true)
    }
  })

  test('nothing, too much, or something else is refused with a sentence', async () => {
    const visitor = await enter('Họ Tên Bảy')
    await expect(visitor.type('   ')).rejects.toThrow('400')
    await expect(visitor.type('a'.repeat(20_001))).rejects.toThrow('400')
  })
})

describe('the page', () => {
  test('has buttons for the latest question only; older ones are a list to read', async () => {
    const visitor = await enter('Họ Tên Tám')
    await visitor.type('menu')
    const { html } = await visitor.page('/chat')
    expect(html.match(/<form class="answers"/g)).toHaveLength(1)
    expect(html).toContain('<ol class="options" type="1">')
  })

  test('keeps the buttons of a notice', async () => {
    const id = await web.person('Họ Tên Chín')
    const visitor = await enterWeb(settings(), { link: await web.linkFor(id) })
    await web.notify(id, { text: 'Văn bản đã được duyệt.', words: ['Xem'], prompt: 'n7' })
    await visitor.type('menu')
    expect((await visitor.page('/chat')).html).toContain('value="n7:1"')
  })

  test('works without its script: a button is a form, and the answer stands on the page that follows', async () => {
    const id = await web.person('Họ Tên Mười')
    const browser = openBrowser(settings())
    const link = await web.linkFor(id)
    const { html } = await browser.submitFrom(link, link, {})
    const button = buttonsOf(html)[0]
    const after = await browser.submitFrom('/chat', '/chat/messages', {
      id: '00000000-0000-4000-8000-00000000000a',
      press: `${button?.prompt}:${button?.number}`,
    })
    expect(after.status).toBe(200)
    expect(linesOf(after.html).at(-1)?.fromBot).toBe(true)
  })

  test('shows a picture in the chat, and gives other files as links', async () => {
    const id = await web.person('Họ Tên Mười Hai')
    const visitor = await enterWeb(settings(), { link: await web.linkFor(id) })
    const attachments = [
      { fileId: 'f-1', name: 'Biểu đồ.png', isPicture: true },
      { fileId: 'f-2', name: 'Bảng.png' },
    ]
    await web.notify(id, { text: 'Xem biểu đồ.', attachments })
    const { html } = await visitor.page('/chat')
    expect(html).toContain('<img src="/files/f-1" alt="Biểu đồ.png"')
    expect(html).toContain('<a class="file" href="/files/f-2">Bảng.png</a>')
    expect(html.match(/<img src="\/files/g)?.length).toBe(1)
  })

  test('follows links, and only those of the web', async () => {
    const id = await web.person('Họ Tên Mười Một')
    const visitor = await enterWeb(settings(), { link: await web.linkFor(id) })
    await web.notify(id, { text: 'Xem https://example.vn/a?b=1. Không: javascript:alert(1)' })
    const { html } = await visitor.page('/chat')
    expect(html).toContain('<a href="https://example.vn/a?b=1"')
    expect(html).not.toContain('href="javascript')
  })

  test('shows the latest sixty lines and the way to earlier ones', async () => {
    const id = await web.person('Họ Tên Mười Hai')
    const visitor = await enterWeb(settings(), { link: await web.linkFor(id) })
    for (let n = 1; n <= 70; n++) await web.notify(id, { text: `Tin số ${n}.` })
    const { html } = await visitor.page('/chat')
    expect(linesOf(html)).toHaveLength(60)
    const earlier = /href="(\/chat\?truoc=\d+)"/.exec(html)?.[1] ?? ''
    expect((await visitor.page(earlier)).html).toContain('Tin số 1.')
  })
})

describe('files', () => {
  test('an upload is announced with its bytes behind it, which only the channel reads', async () => {
    const visitor = await enter('Họ Tên Mười Ba')
    await visitor.sendFile('van-ban.pdf', pdf)
    const content = web.received.at(-1)?.content
    if (content?.type !== 'files') throw new Error('no file came in')
    const [file] = content.files
    expect(file).toMatchObject({ name: 'van-ban.pdf', size: pdf.length })
    expect(await web.channel.fetch(file?.ref ?? '', 1000)).toEqual({ result: 'fetched', bytes: pdf })
    expect(await web.channel.fetch(file?.ref ?? '', 3)).toEqual({ result: 'tooLarge' })
    expect(await web.channel.fetch('something else', 1000)).toMatchObject({ result: 'gone' })
  })

  test('one that is empty, of a wrong type or too large is refused with the reason, and leaves no line', async () => {
    const visitor = await enter('Họ Tên Mười Bốn')
    await expect(visitor.sendFile('rong.pdf', new Uint8Array())).rejects.toThrow('trống')
    await expect(visitor.sendFile('a.exe', new TextEncoder().encode('MZ'))).rejects.toThrow('Loại tệp')
    await expect(visitor.sendFile('lon.pdf', new Uint8Array(1_048_577).fill(0x25))).rejects.toThrow('tối đa 1 MB')
    await expect(visitor.sendFile('rat-lon.pdf', new Uint8Array(3_000_000).fill(0x25))).rejects.toThrow('413')
    expect(linesOf((await visitor.page('/chat')).html).some(line => !line.fromBot)).toBe(false)
  })
})

describe('sending to the page', () => {
  test('the same delivery twice is one line', async () => {
    const id = await web.person('Họ Tên Mười Lăm')
    const visitor = await enterWeb(settings(), { link: await web.linkFor(id) })
    const { externalId } = await web.store.prisma.account.findFirstOrThrow({ where: { personId: id } })
    const delivery = { key: 'k1', account: externalId, message: { text: 'Nhắc một lần.' }, kind: 'REMINDER' } as const
    expect(await web.channel.send(delivery)).toMatchObject({ result: 'sent' })
    expect(await web.channel.send(delivery)).toMatchObject({ result: 'sent' })
    expect((await visitor.page('/chat')).html.match(/Nhắc một lần\./g)).toHaveLength(1)
  })

  test('to an account that is not there is told as unreachable', async () => {
    const delivery = { key: 'k2', account: 'nobody', message: { text: 'x' }, kind: 'NOTICE' } as const
    expect(await web.channel.send(delivery)).toMatchObject({ result: 'unreachable' })
  })
})
