import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBell } from '../../../src/channels/web/bell.ts'
import { webChannel } from '../../../src/channels/web/channel.ts'
import { exportWork } from '../../../src/cli/export.ts'
import { steppedClock } from '../../../src/clock.ts'
import { mayReadFile } from '../../../src/contract/may-read-file.ts'
import { deskRoutes } from '../../../src/desk/desk-routes.tsx'
import { featuresWith, records } from '../../../src/features/list.ts'
import { fetcherOver } from '../../../src/files/fetcher.ts'
import { uploadsOf } from '../../../src/files/uploads.ts'
import { receive } from '../../../src/intake/receive.ts'
import { registryOf } from '../../../src/intake/registry.ts'
import type { System } from '../../../src/intake/system.ts'
import { projectRoot } from '../../../src/project-root.ts'
import type { Store } from '../../../src/store/open.ts'
import { loadTexts } from '../../../src/texts.ts'
import { createWeb } from '../../../src/web/server.ts'
import { freshEmbedded } from '../../support/database.ts'
import { inviteIn, testSystem } from '../../support/test-system.ts'
import { csrfOf, enterWeb, type WebDriver, type WebDriverSettings } from '../../support/web-driver.ts'
import { deliverQueued } from '../../web/a-web.ts'
import en from './en.json' with { type: 'json' }
import { toys } from './feature.ts'
import vi from './vi.json' with { type: 'json' }

const folder = join(projectRoot, 'test/house/toy-register')
const picture = readFileSync(join(projectRoot, 'docs/images/tro-chuyen.png'))
const ward = { code: 'UB-P-QT', other: 'UB-P-VD', third: 'UB-P-YT' }

let store: Store
let system: System
let settings: WebDriverSettings
const clock = steppedClock('2024-03-29T01:30:00Z')
let clerk: WebDriver
let head: WebDriver
let officer: WebDriver

beforeAll(async () => {
  store = await freshEmbedded()
  // The one line: the register beside the others in the list of features.
  const features = featuresWith([...records.filter(({ name }) => name !== 'launch'), toys])
  const texts = { vi: loadTexts('vi', { toy: vi }), en: loadTexts('en', { toy: en }) }
  const base = await testSystem(store, clock)
  system = Object.assign(base, { registry: registryOf(features), texts: (locale: 'vi' | 'en') => texts[locale] })
  const bell = createBell()
  const channel = webChannel({ prisma: store.prisma, clock, bell })
  const { prisma, log } = system
  const fetcher = fetcherOver({ prisma, clock, log, texts: system.texts, channels: [channel] })
  const app = createWeb(system, {
    ...{ bell, features, uploads: uploadsOf(system.prisma, system.clock), desk: deskRoutes },
    receive: async inbound => {
      clock.advance(60_000)
      await receive(system, inbound)
      await fetcher.turn()
      await deliverQueued(store, channel)
    },
    health: async () => ({ status: 'ok', parts: {} }),
    mayReadFile: (ctx, fileId) => mayReadFile(ctx, features, fileId),
  })
  settings = { url: 'http://localhost:3000', fetch: request => app.fetch(request) }
  clerk = await joined('CLERK', ward.code, 'Trần Thị Một')
  head = await joined('HEAD', ward.code, 'Lê Văn Hai')
  officer = await joined('PNV', 'UB-NV', 'Phạm Thị Ba')
})
afterAll(() => store.close())

async function joined(role: string, unit: string, name: string): Promise<WebDriver> {
  const person = await enterWeb(settings, { code: await inviteIn(system, role, unit) })
  for (const line of ['1', name, 'Cán bộ']) await person.type(line)
  return person
}

async function says(person: WebDriver, ...lines: string[]): Promise<string> {
  for (const line of lines) await person.type(line)
  return (await person.lastMessages()).join('\n')
}

/** Sends one toy; the answers that the person was given to the last line. */
async function handsIn(person: WebDriver, title: string, ...before: string[]): Promise<string> {
  await says(person, ...before, title, '20/3/2024', `Chuyện của ${title}`)
  await person.sendFile('anh.png', picture)
  return says(person, 'xong', '1')
}

const inStore = (code: string) => store.prisma.record.findFirstOrThrow({ where: { kind: 'toy', code } })
const page = async (person: WebDriver, path: string) => (await person.page(path)).html
const decide = (person: WebDriver, path: string, fields: Record<string, string>) => person.submit(path, fields)

describe('the whole life of a register, in the web chat and on the desk', () => {
  let id = ''

  test('stands in the menu and in the help of those who may write', async () => {
    expect(await says(clerk, 'menu')).toContain('Gửi đồ chơi')
    expect(await says(officer, 'menu')).not.toContain('Gửi đồ chơi')
    expect(await says(clerk, 'trợ giúp')).toContain('«đồ chơi»: gửi đồ chơi của đơn vị')
    expect(system.registry.commands.find(({ slash }) => slash === 'dochoi')).toBeDefined()
  })

  test('is begun by its word, left by a command, kept as a draft under its name, and sent', async () => {
    expect(await says(clerk, 'đồ chơi')).toContain('Tên đồ chơi là gì?')
    expect(await says(clerk, 'Xe gỗ', 'nháp')).toContain('Đồ chơi')
    const receipt = await handsIn(clerk, 'Xe gỗ', '1', 'sửa câu 1')
    expect(receipt).toContain('DC-001')
    id = (await inStore('DC-001')).id
  })

  test('waits for the head behind a wall, who approves in the chat', async () => {
    expect((await officer.page(`/desk/do-choi/${id}`)).status).toBe(404)
    expect(await says(head, 'duyệt')).toContain('DC-001')
    await head.press(1)
    await head.press('Phê duyệt')
    expect((await inStore('DC-001')).state).toBe('SENT')
  })

  test('stands on the desk: counted, listed, opened, with its file', async () => {
    expect(await page(officer, '/desk')).toContain(`/desk/do-choi/${id}`)
    expect(await page(officer, '/desk/do-choi?q=xe+go')).toContain('Xe gỗ')
    const opened = await page(officer, `/desk/do-choi/${id}`)
    expect(opened).toContain('Chuyện của Xe gỗ')
    const [, file = ''] = /href="(\/files\/[^"]+)"/.exec(opened) ?? []
    expect((await officer.page(file)).status).toBe(200)
  })

  test('comes back with no mark that has no reason: the question is named, and what was typed stays', async () => {
    const address = `/desk/do-choi/${id}`
    const body = new URLSearchParams({ csrf: csrfOf(await page(officer, address)), action: 'return', reason: '' })
    body.append('mark', 'title')
    body.append('mark', 'story')
    body.append('why-story', 'Chuyện quá ngắn')
    const refused = await officer.send(address, body)
    expect(refused.status).toBe(422)
    const shown = refused.html
    expect(shown).toMatch(/Chưa có lý do: 1\. [^;<]+\. Những gì đã ghi/)
    expect(shown).toMatch(
      /value="title" checked=""[^>]*\/>.*value="story" checked=""[^>]*\/>.*value="Chuyện quá ngắn"/s,
    )
    expect((await inStore('DC-001')).state).toBe('SENT')
  })

  test('comes back with two marked questions, is asked only these, and shows what has changed', async () => {
    const address = `/desk/do-choi/${id}`
    const body = new URLSearchParams({ csrf: csrfOf(await page(officer, address)), action: 'return', reason: '' })
    for (const [field, why] of [
      ['title', 'Tên chưa rõ'],
      ['story', 'Chuyện quá ngắn'],
    ] as const) {
      body.append('mark', field)
      body.append(`why-${field}`, why)
    }
    await officer.send(address, body)
    expect((await inStore('DC-001')).state).toBe('RETURNED')
    expect(await says(clerk, 'đồ chơi')).toContain('DC-001')
    await clerk.press(1)
    expect((await clerk.lastMessages()).join()).toContain('Tên chưa rõ')
    expect(await says(clerk, 'Xe gỗ đỏ')).toContain('Chuyện quá ngắn')
    await says(clerk, 'Chuyện dài hơn của Xe gỗ', '1')
    await says(head, 'duyệt')
    await head.press(1)
    await head.press('Phê duyệt')
    expect(await page(officer, address)).toMatch(/<del>Xe gỗ<\/del>.*<ins>Xe gỗ đỏ<\/ins>/s)
  })

  test('is accepted and opened again, with a reason', async () => {
    const address = `/desk/do-choi/${id}`
    await decide(officer, address, { action: 'accept' })
    expect((await inStore('DC-001')).state).toBe('ACCEPTED')
    await decide(officer, address, { action: 'reopen', reason: 'Xem sót một ảnh' })
    expect((await inStore('DC-001')).state).toBe('SENT')
    expect(await page(officer, address)).toContain('Xem sót một ảnh')
  })

  test('is late by when it was sent, not by when it was approved', async () => {
    const owed = await store.prisma.obligation.findFirstOrThrow({ where: { unitCode: ward.code, dutyCode: 'D02' } })
    expect([owed.state, owed.recordId, owed.isLate]).toEqual(['MET', id, false])
    expect(await page(officer, `/desk/do-choi/${id}`)).toMatch(/Tính vào.*Đã hoàn thành: [^<]*, hạn \d/s)
    clock.advance(5 * 24 * 3_600_000)
    const late = await joined('HEAD', ward.other, 'Vũ Thị Bốn')
    expect(await handsIn(late, 'Diều giấy', 'đồ chơi')).toContain('nộp muộn')
    expect((await inStore('DC-002')).isLate).toBe(true)
  })

  test('is decided on many at once, with one text; what was not done is told with its reason', async () => {
    const third = await joined('HEAD', ward.third, 'Đỗ Văn Năm')
    await handsIn(third, 'Con quay', 'đồ chơi')
    const [first, second, last] = [await inStore('DC-001'), await inStore('DC-002'), await inStore('DC-003')]
    const list = await page(officer, '/desk/do-choi')
    for (const one of [first, second, last]) expect(list).toContain(`name="chon" value="${one.id}"`)
    await decide(officer, `/desk/do-choi/${last.id}`, { action: 'accept' })
    const csrf = csrfOf(list)
    const body = new URLSearchParams({ csrf, action: 'accept' })
    for (const one of [first, second, last]) body.append('chon', one.id)
    body.append('chon', 'khong-co')
    const preview = await officer.send('/desk/do-choi', body)
    expect(preview.html).toContain('Sẽ làm (2)')
    expect(preview.html).toMatch(/DC-001 \(Xe gỗ đỏ\)[^<]*sẽ thành: Đã nhận. Báo cho: [^<]+/)
    expect((await inStore('DC-001')).state).toBe('SENT')
    body.append('chac', 'co')
    const result = await officer.send('/desk/do-choi', body)
    expect(result.status).toBe(200)
    expect(result.html).toContain('Đã làm (2)')
    expect(result.html).toContain('Chưa làm được (2)')
    expect(result.html).toMatch(/DC-003: .*đã nhận/)
    const states = await store.prisma.record.findMany({ where: { kind: 'toy' }, select: { state: true } })
    expect(states.map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED'])

    // One press takes back what was done together, and nothing else.
    const undo = result.html.match(/<form class="undo".*?<\/form>/s)?.[0] ?? ''
    expect(undo).toContain('Hoàn tác cả 2')
    const inputs = [...undo.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    const back = new URLSearchParams({ action: 'reopen' })
    for (const [, name = '', value = ''] of inputs) back.append(name, value)
    await officer.send('/desk/do-choi', back)
    const after = await store.prisma.record.findMany({ where: { kind: 'toy' }, orderBy: { number: 'asc' } })
    expect(after.map(({ state }) => state)).toEqual(['SENT', 'SENT', 'ACCEPTED'])
    const clerkPost = await clerk.send('/desk/do-choi', new URLSearchParams({ csrf, action: 'accept' }))
    expect(clerkPost.status).toBe(403)
  })

  test('is found by its code and among my own', async () => {
    expect(await says(clerk, 'dc 1')).toContain('DC-001')
    expect(await says(clerk, 'hồ sơ của tôi')).toContain('DC-001 Xe gỗ đỏ')
  })

  test('is a table of the export, its questions as columns', async () => {
    const { output } = await exportWork(system, { table: 'toys', format: 'csv' })
    const csv = await text(output as AsyncIterable<Buffer>)
    expect(csv).toContain('Câu chuyện')
    expect(csv).toContain('Diều giấy')
  })

  test('is among the data about a person, and keeps no name after the erasure', async () => {
    expect(await says(clerk, 'dữ liệu của tôi', '1')).toContain('DC-001')
    await says(clerk, 'dữ liệu của tôi', '4', '1')
    const version = await store.prisma.recordVersion.findFirstOrThrow({ where: { recordId: id, version: 1 } })
    const author = await store.prisma.person.findUniqueOrThrow({ where: { id: version.authorId } })
    expect([author.fullName.includes('Trần Thị Một'), author.erasedAt !== null]).toEqual([false, true])
    expect(JSON.stringify(version.answers)).toContain('Xe gỗ')
  })
})

test('it touches one folder, one line of the list and two files of sentences, in at most 120 lines', () => {
  const files = readdirSync(folder).filter(file => !file.endsWith('.test.ts'))
  expect(files.sort()).toEqual(['en.json', 'feature.ts', 'kind.ts', 'vi.json'])
  const lines = files.flatMap(file => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n'))
  expect(lines.length).toBeLessThanOrEqual(120)
})
