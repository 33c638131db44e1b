import { gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeBackup } from '../../../src/backup/write-backup.ts'
import { exportWork } from '../../../src/cli/export.ts'
import { logsOf } from '../../../src/features/audit/feature.ts'
import { answerOf, type Case, type CaseContent } from '../../../src/features/cases/case.ts'
import { cases } from '../../../src/features/cases/feature.ts'
import { house } from '../../../src/features/house.ts'
import { features } from '../../../src/features/list.ts'
import { searchOver } from '../../../src/features/search/feature.ts'
import { Role } from '../../../src/store/generated/client.ts'
import { openBrowser } from '../../support/web-driver.ts'
import { type AWeb, aWeb } from '../../web/a-web.ts'

const what = 'Yêu cầu người dân đi lại nhiều lần KM-73-19-KM'
const who = 'Lê Thị Vụ Việc'
const conclusion = 'Kết luận có vi phạm KM-84-26-KM'
const tells = (text: string) =>
  [what, '73-19-KM', who, 'Vụ Việc', conclusion, '84-26-KM'].filter(one => text.includes(one))

const everyRole = Object.values(Role)
let web: AWeb
const logged: string[] = []
const browsers = new Map<string, ReturnType<typeof openBrowser>>()
beforeAll(async () => {
  web = await aWeb({ features: [cases, ...house, ...logsOf(features), searchOver([cases])] })
  web.system.log = pino({ level: 'trace' }, { write: line => void logged.push(line) })
  const { id, code, year } = await web.system.campaign(web.store.prisma)
  const days = { startsOn: '2024-03-01', endsOn: '2024-12-31' }
  const loaded = { plan: {}, planHash: 'h', loadedAt: web.clock.now(), isActive: true }
  await web.store.prisma.campaign.create({ data: { id, code, year, name: code, ...days, ...loaded } })
  for (const role of everyRole) await comes(role, role)
  await comes('PNV hai', 'PNV')
  const written = { 'don-vi': 'U1', nguoi: who, ngay: '2024-03-12', 'noi-dung': what, 'trang-thai': 'CONFIRMED' }
  const concluded = { 'ket-luan': conclusion, 'xu-ly': 'Khiển trách', 'ngay-ket-luan': '2024-03-15' }
  await as('CHECKER').submitFrom('/desk/vu-viec/moi', '/desk/vu-viec/moi', { ...written, ...concluded })
})
afterAll(() => web.close())

async function comes(name: string, role: Role) {
  const browser = openBrowser({ url: 'http://localhost:3000', fetch: request => web.app.fetch(request) })
  const link = await web.linkFor(await web.person(`Người ${name}`, role))
  await browser.submitFrom(link, link, {})
  browsers.set(name, browser)
}

function as(name: string) {
  const browser = browsers.get(name)
  if (!browser) throw new Error(`nobody is called ${name}`)
  return browser
}

const caseId = async () => (await web.store.prisma.caseVersion.findFirstOrThrow()).caseId

async function everything(): Promise<string> {
  const { prisma } = web.store
  const tables = await prisma.$queryRaw<{ table: string }[]>`
    SELECT DISTINCT table_name::text AS table FROM information_schema.columns WHERE table_schema = current_schema()`
  let text = ''
  for (const { table } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM "${table}" t`)
    text += rows.map(({ row }) => row).join('\n')
  }
  return text
}

describe('a case', () => {
  it.each(everyRole)('is read by named roles on the desk and by nobody else: %s', async role => {
    const isNamed = ['PNV', 'CHECKER', 'CHAIR'].includes(role)
    const list = await as(role).get('/desk/vu-viec')
    expect(list.status === 200).toBe(isNamed)
    const page = await as(role).get(`/desk/vu-viec/${await caseId()}`)
    expect([page.status === 200, tells(page.html).length > 0]).toEqual([isNamed, isNamed])
    const start = await as(role).get('/desk')
    expect(start.html.includes('vu-viec')).toBe(isNamed)
    const found = await as(role).get('/desk/tim?q=73-19-KM')
    expect(tells(found.html.replaceAll('73-19-KM', ''))).toEqual([])
  })

  it('is written down by those who keep the register; the chairman only reads', async () => {
    const fields = { 'don-vi': 'U1', ngay: '2024-03-12', 'noi-dung': 'Một việc khác', 'trang-thai': 'OPEN' }
    for (const name of ['CHAIR', 'ADMIN', 'HEAD'])
      await as(name)
        .submitFrom('/desk', '/desk/vu-viec/moi', fields)
        .catch(() => undefined)
    expect(await web.store.prisma.caseVersion.count()).toBe(1)
  })

  it('stands nowhere in the database in words, nor in a backup', async () => {
    const text = await everything()
    expect(text).toContain('VV-001')
    expect(tells(text)).toEqual([])
    const packed: Uint8Array[] = []
    for await (const part of writeBackup(web.store.prisma, web.clock.now())) packed.push(part)
    const backup = gunzipSync(Buffer.concat(packed)).toString('utf8')
    expect(backup).toContain('VV-001')
    expect(tells(backup)).toEqual([])
  })

  it('stands in no table of export and in no log', async () => {
    let exported = ''
    for (const table of web.system.registry.exports.keys()) {
      const { output } = await exportWork(web.system, { table, format: 'json' })
      for await (const part of output) exported += String(part)
    }
    expect(exported).toContain('case.write')
    expect(tells(exported)).toEqual([])
    expect(tells(logged.join('\n'))).toEqual([])
  })

  it('is no matter of the chat: nothing leads to it', () => {
    expect([cases.commands, cases.routes, cases.forms, cases.asked, cases.finds, cases.exports]).toEqual(
      Array(6).fill(undefined),
    )
  })

  it('is opened with a note of who did it, and keeps what stood before', async () => {
    const id = await caseId()
    const opened = () => web.store.prisma.audit.count({ where: { action: 'case.open', subjectId: 'VV-001' } })
    const before = await opened()
    await as('PNV').get(`/desk/vu-viec/${id}`)
    expect(await opened()).toBe(before + 1)
    const page = `/desk/vu-viec/${id}`
    const changed = {
      ...{ ban: '1', 'don-vi': 'U1', nguoi: who, ngay: '2024-03-12', 'noi-dung': what, 'trang-thai': 'NOT_FOUND' },
      ...{ 'ket-luan': 'Không có vi phạm', 'ngay-ket-luan': '2024-03-18' },
    }
    await as('PNV').submitFrom(page, page, changed)
    // Whoever is second is told, and overwrites nothing.
    await as('CHECKER').submitFrom(page, page, { ...changed, 'trang-thai': 'OPEN' })
    expect(await web.store.prisma.caseVersion.count({ where: { caseId: id } })).toBe(2)
  })
})

describe('the register as a file', () => {
  it('is had once, by whoever asked, after another one has agreed, and by nobody alone', async () => {
    const list = '/desk/vu-viec'
    await as('PNV').submitFrom(list, `${list}/xuat`, { 'ly-do': 'Báo cáo Thanh tra tỉnh' })
    const { id } = await web.store.prisma.caseExport.findFirstOrThrow()
    const take = (name: string) => as(name).submitFrom(list, `${list}/tai`, { id })
    const isTaken = async () => (await web.store.prisma.caseExport.findFirstOrThrow()).takenAt !== null
    await take('PNV')
    await as('PNV').submitFrom(list, `${list}/dong-y`, { id })
    await take('PNV')
    expect(await isTaken()).toBe(false)
    await as('PNV hai').submitFrom(list, `${list}/dong-y`, { id })
    await take('PNV hai')
    expect(await isTaken()).toBe(false)
    await take('PNV')
    expect(await isTaken()).toBe(true)
    const noted = await web.store.prisma.audit.findMany({ where: { subjectId: id }, orderBy: { at: 'asc' } })
    expect(noted.map(({ action }) => action)).toEqual(['case.exportAsk', 'case.exportAgree', 'case.exportTake'])
  })
})

describe('what a check of a nominee learns', () => {
  const content = (more: Partial<CaseContent>): Case => ({
    ...{ caseId: 'c', version: 1, code: 'VV-001' },
    content: {
      ...{
        unitCode: 'U1',
        people: ['Lê  Thị Vụ-Việc'],
        what: 'Một việc',
        happenedOn: '2024-03-12',
        state: 'CONFIRMED',
      },
      ...{ conclusion: '', handling: '', concludedOn: '2024-03-15' },
      ...more,
    },
  })
  const asked = { nameFolded: 'le thi vu viec', unitCode: 'U1', isOverUnit: false, around: [] as string[] }
  const unread: Case = { caseId: 'd', version: 1, code: 'VV-002', content: null }

  it('is yes, no or not known, with a day, and nothing else', () => {
    const answer = (all: Case[], about = asked) => answerOf(all, about, '2024-03-20')
    expect(answer([content({})])).toEqual({ answer: 'YES', day: '2024-03-15' })
    expect(answer([content({ state: 'OPEN', concludedOn: null })])).toEqual({ answer: 'UNKNOWN', day: '2024-03-20' })
    expect(answer([content({ state: 'NOT_FOUND' })])).toEqual({ answer: 'NO', day: '2024-03-20' })
    expect(answer([unread])).toEqual({ answer: 'UNKNOWN', day: '2024-03-20' })
    const other = { ...asked, nameFolded: 'nguoi khac' }
    expect(answer([content({})], other).answer).toBe('NO')
    // Who heads the unit answers for it (H03).
    expect(answer([content({})], { ...other, isOverUnit: true }).answer).toBe('YES')
    // Of the same name at a unit right above or below: people look.
    expect(answer([content({})], { ...asked, unitCode: 'W1', around: ['U1'] }).answer).toBe('UNKNOWN')
    expect(answer([content({})], { ...asked, unitCode: 'W1' }).answer).toBe('NO')
    expect(answer([content({})], { ...asked, unitCode: 'U2' }).answer).toBe('NO')
  })
})
