import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportWork } from '../../src/cli/export.ts'
import { unitsLoadWork } from '../../src/cli/units-load.ts'
import { writeFileWhole } from '../../src/cli/write-output.ts'
import { features } from '../../src/features/list.ts'
import { registryOf } from '../../src/intake/registry.ts'
import type { System } from '../../src/intake/system.ts'
import { disarmed, isFormula } from '../../src/office-files/formula.ts'
import { newId } from '../../src/store/new-id.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { placeReport } from '../support/figures.ts'
import { testSystem } from '../support/test-system.ts'

const exportTables = registryOf(features).exports

let store: Store
let system: System
let folder: string
const honest = '- Người dân được hướng dẫn; «giảm» 12% & <nhanh> hơn'
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
  folder = await mkdtemp(join(tmpdir(), 'export-'))
  const now = new Date('2024-03-31T16:58:00Z')
  const campaign = await store.prisma.campaign.findFirstOrThrow()
  const senderId = newId(now)
  await store.prisma.person.create({
    data: { id: senderId, fullName: 'Trần Thị Thử', givenName: 'Thử', createdAt: now },
  })
  await placeReport(store.prisma, {
    ...{ campaignId: campaign.id, unitCode: 'UB-P-VD', targetCodes: ['C01'], period: '2024-Q1', authorId: senderId },
    ...{ numerator: 79_996_000_000n, denominator: 100_000_000_000n, asOf: '2024-03-31', at: now, text: honest },
    answers: { fallReason: { value: '=HYPERLINK("http://x","y")', typed: '' } },
  })
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function exported(table: string, format: string): Promise<string> {
  const file = join(folder, `${table}.${format}`)
  await writeFileWhole(file, (await exportWork(system, { table, format })).output)
  return file
}

it('a table that goes out is noted, with its form', async () => {
  await exported('audit', 'csv')
  const { prisma } = store
  const noted = await prisma.audit.findFirstOrThrow({ where: { action: 'export.table', subjectId: 'audit' } })
  expect(noted).toMatchObject({ actorId: null, actorRole: 'SYSTEM', to: 'csv' })
})

describe('what goes out to officers', () => {
  it('csv: marked UTF-8, Vietnamese headings, local time, names beside codes, honest text untouched, formulas disarmed', async () => {
    const [heading = '', line = '', ...rest] = (await readFile(await exported('reports', 'csv'), 'utf8')).split('\r\n')
    expect(heading).toMatch(/^\uFEFFMã,Mã đơn vị,Tên đơn vị,Mã chỉ tiêu,Chỉ tiêu,Kỳ,/)
    expect(line).toMatch(/^BC-1,UB-P-VD,UBND phường Vàng Danh,C01,/)
    expect(line).toContain(',79996000000,100000000000,')
    expect(line).toContain(`,${honest},`)
    expect(line).toContain(`,"'=HYPERLINK(""http://x"",""y"")",31/03/2024,`)
    expect(line).toMatch(/,31\/03\/2024 23:58,Trần Thị Thử$/)
    expect(rest).toEqual([''])
  })

  it('xlsx: numbers are numbers, days and instants dates by the local clock, texts texts', async () => {
    const [sheet] = await readWorkbook(await exported('reports', 'xlsx'))
    expect(sheet?.sheet).toBe('Báo cáo chỉ tiêu')
    const [headings = [], row = []] = sheet?.data ?? []
    const at = (heading: string) => row[headings.indexOf(heading)]
    expect(at('Số đạt được')).toBe(79_996_000_000)
    expect(at('Nội dung báo cáo')).toBe(honest)
    expect(at('Lý do số liệu giảm')).toBe('=HYPERLINK("http://x","y")')
    expect(at('Số liệu đến ngày')).toEqual(new Date('2024-03-31T00:00:00Z'))
    expect(at('Gửi lúc')).toEqual(new Date('2024-03-31T23:58:00Z'))
    expect(at('Người gửi')).toBe('Trần Thị Thử')
  })

  it.each([...exportTables.keys()])('%s has its headings in every format for people, rows or not', async table => {
    const [heading = ''] = (await readFile(await exported(table, 'csv'), 'utf8')).split('\r\n')
    const [headings = []] = parse(heading.slice(1)) as string[][]
    expect(headings.length).toBe(exportTables.get(table)?.headings.length)
    const [sheet] = await readWorkbook(await exported(table, 'xlsx'))
    expect(sheet?.data[0]).toEqual(headings)
    const lines = (await readFile(await exported(table, 'json'), 'utf8')).split('\n').filter(line => line !== '')
    for (const line of lines) expect(JSON.parse(line)).toBeTypeOf('object')
  })

  it('steps of reminders, periods and months stand in words, and by their codes for programs', async () => {
    const { prisma } = store
    const person = await prisma.person.findFirstOrThrow()
    const at = new Date('2024-04-01T01:30:00Z')
    const campaign = await prisma.campaign.findFirstOrThrow()
    const due = '2024-03-31'
    const obligation = await prisma.obligation.create({
      data: {
        ...{ id: newId(at), campaignId: campaign.id, unitCode: 'UB-P-VD', dutyCode: 'D05', period: '2024-Q1' },
        ...{ targets: [], opensOn: due, dueOn: due, remindBy: due },
      },
    })
    const { id: accountId } = await prisma.account.create({
      data: { id: newId(at), channel: 'web', externalId: 'x', personId: person.id, createdAt: at },
    })
    await prisma.reminder.create({
      data: {
        ...{ id: newId(at), obligationId: obligation.id, personId: person.id, step: '+1@2024-03-31' },
        ...{ state: 'SENT', plannedOn: '2024-04-01', at, way: 'web' },
      },
    })
    await prisma.outbox.create({
      data: {
        ...{
          dedupeKey: 'x',
          accountId,
          channel: 'web',
          kind: 'REMINDER',
          state: 'SENT',
          body: {},
          way: 'web',
          parts: 1,
        },
        ...{ createdAt: at, notBefore: at, sentAt: at },
      },
    })
    const read = async (table: string, heading: string) => {
      const [headings = [], ...rows] = parse(
        (await readFile(await exported(table, 'csv'), 'utf8')).slice(1),
      ) as string[][]
      return new Set(rows.map(row => row[headings.indexOf(heading)]))
    }
    expect(await read('reminders', 'Bước nhắc')).toEqual(new Set(['Quá hạn 1 ngày (hạn 31/03/2024)']))
    for (const table of ['reminders', 'reports']) expect(await read(table, 'Kỳ')).toEqual(new Set(['quý I/2024']))
    for (const table of ['board', 'obligations']) {
      const periods = [...(await read(table, 'Kỳ'))]
      expect(periods).toContain('quý I/2024')
      expect(periods.filter(period => /-/.test(period ?? ''))).toEqual([])
    }
    expect(await read('messages', 'Tháng')).toEqual(new Set(['04/2024']))
    const record = JSON.parse(await readFile(await exported('reminders', 'json'), 'utf8'))
    expect(record).toMatchObject({ step: '+1@2024-03-31', obligation: { period: '2024-Q1' } })
  })

  it('json: program names, UTC', async () => {
    const record = JSON.parse(await readFile(await exported('reports', 'json'), 'utf8'))
    expect(record).toMatchObject({ unitCode: 'UB-P-VD', numerator: '79996000000', sentAt: '2024-03-31T16:58:00.000Z' })
  })

  it.each(['csv', 'xlsx'])('the list of units goes out as %s and comes in again unchanged', async format => {
    const file = await exported('units', format)
    const lines = String((await unitsLoadWork(system, { file })).output)
    expect(lines).toContain('Đã nạp 86 đơn vị (0 đơn vị mới, 0 đơn vị thay đổi).')
  })
})

describe('a file that is written', () => {
  it('is its owner’s alone', async () => {
    expect((await stat(await exported('units', 'csv'))).mode & 0o777).toBe(0o600)
  })

  it('is whole or not there: what breaks on the way leaves the old one', async () => {
    const file = join(folder, 'half.csv')
    await writeFile(file, 'old')
    async function* breaking() {
      yield 'new'
      throw new Error('database gone')
    }
    await expect(writeFileWhole(file, breaking())).rejects.toThrow('database gone')
    expect(await readFile(file, 'utf8')).toBe('old')
    expect((await readdir(folder)).filter(name => name.endsWith('.part'))).toEqual([])
  })
})

describe('a text of a CSV file that a spreadsheet program could run is disarmed, an honest one stays', () => {
  it.each([
    '- Người dân được hướng dẫn',
    '-12%',
    '-5',
    '- 1.234,5',
    '– gạch dài',
    '- Xã A: giảm 12% (từ 5 xuống 4)',
    '-- ghi chú',
    '-Đã xong',
    '- Hoàn thành 3/4 việc',
    '',
    'a=b',
    '12-3',
  ])('stays: %s', text => expect(disarmed(text)).toBe(text))

  it.each([
    '=1+1',
    '+1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '-1+1',
    '-A1',
    '-SUM(A1)',
    '- SUM(A1:A9)',
    "-2+3+cmd|' /C calc'!A0",
    "- a+cmd|' /C calc'!A0",
    '-HYPERLINK("http://x")',
    '－1+1',
    '＝1',
    '- x!A1',
  ])('is disarmed: %j', text => {
    expect(isFormula(text)).toBe(true)
    expect(disarmed(text)).toBe(`'${text}`)
  })
})
