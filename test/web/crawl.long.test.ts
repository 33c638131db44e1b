import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBell } from '../../src/channels/web/bell.ts'
import { awardsLoadWork } from '../../src/cli/awards-load.ts'
import { movableClock } from '../../src/clock.ts'
import { openDemo } from '../../src/demo/demo.ts'
import { features } from '../../src/features/list.ts'
import { tallyOf } from '../../src/health/tally.ts'
import { watchOver } from '../../src/health/watch.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import { newCalendarAddress } from '../../src/people/calendar-address.ts'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import { Role } from '../../src/store/generated/client.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { createWeb } from '../../src/web/server.ts'
import { webPartsOf } from '../../src/web-parts.ts'
import { freshEmbedded } from '../support/database.ts'
import { directDriver } from '../support/direct-driver.ts'
import { pdfNamed } from '../support/journey.ts'
import { inviteIn, testSystem } from '../support/test-system.ts'
import { type Browser, csrfOf, openBrowser } from '../support/web-driver.ts'
import { type FoundForm, kindOf, post, shapeBut, shapeOf, type Walk, walk, wordOf } from './crawl.ts'

/** What nobody outside the unit may ever see: in a draft, in what waits for the head, in the name of its file, of its council. */
const markers = ['DAUHIEUNHAP', 'DAUHIEUCHO', 'DAUHIEUTEP', 'DAUHIEUHOP']
const OWN = 'UB-P-QT'

let store: Store
let system: System
let app: ReturnType<typeof createWeb>
/** Set when something has been planted in another unit. */
let shape = shapeOf
const browsers = new Map<string, Browser>()
const walks = new Map<string, Walk>()

const browserOf = () => openBrowser({ url: 'http://localhost:3000', fetch: request => app.fetch(request) })

beforeAll(async () => {
  store = await freshEmbedded()
  const clock = movableClock(Temporal.Instant.from('2024-03-26T01:30:00Z'))
  system = await testSystem(store, clock)
  await openDemo(system, clock)
  await plant()
  const platforms = { telegram: null, 'zalo-oa': null, 'zalo-bot': null }
  const take = async (inbound: Parameters<typeof receive>[1]) => receive(system, inbound)
  const tally = tallyOf(system.clock, async inbound => receive(system, inbound))
  const watched = { prisma: store.prisma, clock, channels: [], tally, poolUse: store.poolUse, owner: 'test' }
  const parts = webPartsOf({
    system,
    ...{ bell: createBell(), platforms, watch: watchOver(watched), metricsToken: undefined, demo: undefined },
    ...{ receive: take, notStored: () => undefined, held: async () => null },
  })
  app = createWeb(system, parts)
  const { plan } = await system.campaign(store.prisma)
  for (const role of Object.values(Role)) {
    const office = plan.managingOffices[0] ?? OWN
    const unit = ['CHAIR', 'VICE', 'PNV', 'FOCAL', 'ADMIN', 'COUNCIL', 'OBSERVER'].includes(role) ? office : OWN
    browsers.set(role, await signedIn(role, unit))
  }
  browsers.set('nobody', browserOf())
  // What a calendar program asks for, its address stands in a chat alone; and what a page's script asks for.
  const calendar = `/lich/${await newCalendarAddress(store.prisma, await planter(), clock.now())}.ics`
  const unlinked = [calendar, ...features.flatMap(({ openPages = [] }) => openPages.map(({ path }) => path))]
  // An officer sees the pages of every unit; the others those of the two in which there is something to be seen, and of some more.
  for (const [who, browser] of browsers)
    walks.set(who, await walk(browser, { shape: who === 'PNV' ? shapeOf : shape, ofOneShape: 3, also: unlinked }))
}, 900_000)
afterAll(() => store.close())

async function signedIn(role: Role, unitCode: string): Promise<Browser> {
  const now = system.clock.now()
  const id = newId(now)
  const roles = { create: { id: newId(now), unitCode, role, validFrom: '2024-01-01' } }
  await store.prisma.person.create({ data: { id, fullName: `An ${role}`, givenName: role, createdAt: now, roles } })
  const browser = browserOf()
  const link = `/vao/${await linkToWeb(store.prisma, id, now)}`
  await browser.submitFrom(link, link, {})
  return browser
}

/** Another unit's draft, and a launch document that waits for its head. */
async function plant(): Promise<void> {
  const { prisma } = store
  const sent = await prisma.record.findMany({ where: { kind: 'launch' }, select: { unitCode: true } })
  const headed = await prisma.roleAssignment.findMany({ where: { role: { in: ['HEAD', 'WARD_CHAIR'] } } })
  const unit = headed.find(({ unitCode }) => unitCode !== OWN && !sent.some(one => one.unitCode === unitCode))?.unitCode
  if (!unit) throw new Error('every unit has sent its launch document')
  shape = shapeBut([OWN, unit])
  const actor = await directDriver(system).actor('planter')
  const code = await inviteIn(system, 'CLERK', unit)
  for (const line of [`/start ${code}`, '1', 'Nguyễn Văn Gieo', 'Chuyên viên', 'phát động']) await actor.type(line)
  await actor.sendFile('DAUHIEUTEP.pdf', pdfNamed('DAUHIEUTEP.pdf'))
  for (const line of ['xong', '12/KH-UBND', '18/3', 'Ghi chú DAUHIEUCHO', '1']) await actor.type(line)
  for (const line of ['/sangkien', 'Mô hình DAUHIEUNHAP trả kết quả tại nhà dân']) await actor.type(line)
  const record = await prisma.record.findFirstOrThrow({ where: { kind: 'launch', unitCode: unit } })
  expect(record).toMatchObject({ passedVersion: 0 })
  await plantSittings(unit)
  await plantAwards(unit)
  const kept = [prisma.recordVersion.findMany(), prisma.answer.findMany(), prisma.sitting.findMany()]
  const stored = JSON.stringify(await Promise.all(kept), (_, value) => (typeof value === 'bigint' ? `${value}` : value))
  for (const marker of markers) expect([marker, stored.includes(marker)]).toEqual([marker, true])
}

async function planter(): Promise<string> {
  return (await store.prisma.person.findFirstOrThrow({ where: { fullName: 'Nguyễn Văn Gieo' } })).id
}

/** A sitting of the own council, and one of the other unit. */
async function plantSittings(unit: string): Promise<void> {
  const { id: campaignId } = await system.campaign(store.prisma)
  const now = system.clock.now()
  for (const [number, [unitCode, place]] of [
    [OWN, 'Phòng họp'],
    [unit, 'Phòng họp DAUHIEUHOP'],
  ].entries()) {
    const data = {
      campaignId,
      unitCode: unitCode ?? '',
      number: number + 1,
      code: `HD-00${number + 1}`,
      place: place ?? '',
    }
    const when = { at: now, preparedAt: now, preparedById: await planter() }
    await store.prisma.sitting.create({ data: { id: newId(now), ...data, ...when, isSecret: true, rules } })
  }
}

const rules = {
  ...{
    quorum: { numerator: 2, denominator: 3, moreThan: false },
    pass: { numerator: 4, denominator: 5, moreThan: false },
  },
  ...{ isWrittenOpinionCounted: true, isOwnUnitConflict: false, hasCastingVote: false },
}

/** Awards of past years, of both units. */
async function plantAwards(unit: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-crawl-'))
  const file = join(folder, 'khen-thuong.csv')
  const row = (of: string) => `Tập thể ${of},TT,${of},Giấy khen,812/QĐ-UBND,20/12/2023,Chủ tịch UBND thành phố`
  const heading = 'Họ và tên,Loại,Đơn vị,Hình thức,Số quyết định,Ngày quyết định,Người quyết định'
  await writeFile(file, [heading, row(OWN), row(unit)].join('\n'))
  await awardsLoadWork(system, { file })
  await rm(folder, { recursive: true })
}

/** Every row of every table but those of sessions and counters, as one word each. */
async function state(): Promise<Record<string, string>> {
  const tables = await store.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('web_session', 'file_content', 'heartbeat')`
  const words: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await store.prisma.$queryRawUnsafe<{ word: string | null }[]>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS word FROM "${name}" t`,
    )
    words[name] = row?.word ?? ''
  }
  return words
}

/** Grows with every transaction that writes: where it has not, nothing was changed. */
async function written(): Promise<string> {
  const [row] = await store.prisma.$queryRaw<{ at: string }[]>`
    SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS at`
  return row?.at ?? ''
}

test('every role was walked: staff by the chat, officers through the desk', () => {
  const counts = [...walks].map(([who, { pages, forms }]) => `${who}: ${pages.size} addresses, ${forms.length} forms`)
  process.stdout.write(`${counts.join('\n')}\n`)
  expect(walks.get('PNV')?.pages.size).toBeGreaterThan(60)
  expect(walks.get('PNV')?.forms.length).toBeGreaterThan(8)
  expect(walks.get('nobody')?.pages.size).toBeLessThan(8)
})

test('every list, every room and every open page was reached by somebody', () => {
  const reached = [...walks.values()].flatMap(({ pages }) =>
    [...pages].filter(([, { status }]) => status === 200).map(([address]) => new URL(address, 'http://x').pathname),
  )
  const entries = features.flatMap(({ page, rooms = [] }) => [...(page ? [page] : []), ...rooms])
  const wanted = [
    // «Bật gửi tin» stands in a restored copy alone.
    ...entries.filter(({ path }) => path !== 'bat-gui-tin').map(({ path }) => `/desk/${path}`),
    ...features.flatMap(({ openPages = [] }) => openPages.map(({ path }) => path)),
    ...['/lich', '/files', '/phien-dang-nhap'],
  ]
  expect(wanted.filter(path => !reached.some(one => one === path || one.startsWith(`${path}/`)))).toEqual([])
})

test('no link leads to what is not there', () => {
  const dead: string[] = []
  for (const [who, { pages }] of walks)
    for (const [address, { status }] of pages) if (status === 404) dead.push(`${who} ${address}`)
  expect(dead).toEqual([])
})

test('nobody sees another unit’s draft or what waits for its head; no page is a fault', () => {
  const found: string[] = []
  for (const [who, { pages }] of walks)
    for (const [address, { status, html }] of pages) {
      if (status >= 500) found.push(`${status} ${who} ${address}`)
      for (const marker of markers) if (html.includes(marker)) found.push(`${marker} ${who} ${address}`)
    }
  expect(found).toEqual([])
})

test('an address that one role has found shows another no more than its own walk did, and is never a fault', async () => {
  const addresses = new Map<string, string>()
  for (const { pages } of walks.values())
    for (const address of pages.keys()) if (!addresses.has(shape(address))) addresses.set(shape(address), address)
  const found: string[] = []
  let asked = 0
  for (const [who, browser] of browsers)
    for (const address of addresses.values()) {
      if (walks.get(who)?.pages.has(address)) continue
      const { status, html } = await browser.get(address)
      asked += 1
      if (status >= 500) found.push(`${status} ${who} ${address}`)
      for (const marker of markers) if (html.includes(marker)) found.push(`${marker} ${who} ${address}`)
      const isDesk = address.startsWith('/desk')
      if (who === 'nobody' && isDesk && status !== 302) found.push(`${status} open ${address}`)
    }
  process.stdout.write(`${asked} addresses asked as somebody who had not found them\n`)
  expect(found).toEqual([])
}, 900_000)

test('a form that one role has found changes nothing when another posts it, and is never a fault', async () => {
  const all = new Map<string, FoundForm>()
  for (const { forms } of walks.values())
    for (const form of forms) if (!all.has(kindOf(form, shape))) all.set(kindOf(form, shape), form)
  const found: string[] = []
  let posted = 0
  // Read again only after something was written: reading every table before every form would take most of the time.
  let before = await state()
  for (const [who, browser] of browsers) {
    const own = new Set(walks.get(who)?.forms.map(({ action }) => shape(action)))
    const word = await wordOf(browser)
    let at = await written()
    for (const form of all.values()) {
      if (own.has(shape(form.action)) || form.action.endsWith('/dang-xuat')) continue
      // Before anything is written down for a wrong code, and in a queue of its own.
      if (form.action === '/tham-gia') continue
      const status = await post(browser, form, word)
      posted += 1
      if (status >= 500) found.push(`${status} ${who} ${kindOf(form, shape)}`)
      const now = await written()
      if (now === at) continue
      at = now
      const after = await state()
      for (const [table, word] of Object.entries(after))
        if (word !== before[table]) found.push(`${table} changed by ${who}: ${kindOf(form, shape)}`)
      before = after
    }
    // With another word they would all have been refused at the door.
    expect([who, await wordOf(browser)]).toEqual([who, word])
  }
  process.stdout.write(`${posted} forms posted as somebody who was not offered them\n`)
  expect(posted).toBeGreaterThan(50)
  expect(found).toEqual([])
}, 900_000)

const odd = ['abc', '%00', '%ED%A0%BD', '-1', "'", 'a'.repeat(5_000), '00000000-0000-0000-0000-000000000000']

test('no address is a fault, whatever stands in it: broken ids, NUL, five thousand signs, broken forms', async () => {
  const found: string[] = []
  let asked = 0
  const look = async (who: string, path: string, init: RequestInit = {}) => {
    const { status } = (await browsers.get(who)?.send(path, init)) ?? { status: 0 }
    asked += 1
    if (status >= 500) found.push(`${status} ${who} ${init.method ?? 'GET'} ${path.slice(0, 100)}`)
  }
  for (const who of ['PNV', 'ADMIN', 'CLERK', 'nobody']) {
    const paths = new Map<string, string>()
    for (const { pages } of walks.values())
      for (const address of pages.keys()) paths.set(shape(address).replace(/\?.*/, ''), address.replace(/\?.*/, ''))
    const word = { 'x-csrf-token': csrfOf((await browsers.get(who)?.get('/'))?.html ?? '') }
    for (const [at, [path, found]] of [...paths].entries()) {
      const query = (one: string, page = one) => `?q=${one}&trang=${page}&state=${one}&truoc=${page}`
      if (path.includes('*')) {
        for (const one of odd) await look(who, path.replaceAll('*', one))
        // And what is there, with one or the other.
        await look(who, found + query(odd[at % odd.length] ?? '', odd[(at + 3) % odd.length]))
      } else for (const one of odd) await look(who, path + query(one))
      const address = path.replaceAll('*', 'abc')
      const broken = { ...word, 'content-type': 'multipart/form-data; boundary=x' }
      await look(who, address, { method: 'POST', headers: broken, body: '--x\r\nContent-Dis' })
      const body = new URLSearchParams({
        csrf: word['x-csrf-token'],
        action: 'x\0',
        reason: 'a'.repeat(5_000),
        viec: '\ud83d',
        phien: 'x\0',
      })
      await look(who, address, { method: 'POST', body })
    }
  }
  process.stdout.write(`${asked} broken requests\n`)
  expect(found).toEqual([])
}, 900_000)
