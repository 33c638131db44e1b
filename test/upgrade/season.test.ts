import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { steppedClock } from '../../src/clock.ts'
import type { KeptAnswers } from '../../src/records/answers.ts'
import { type Store, storeOver } from '../../src/store/open.ts'
import { directDriver } from '../support/direct-driver.ts'
import type { Actor } from '../support/journey.ts'
import { testSystem } from '../support/test-system.ts'
import { oldDatabase, oldSeason, type Row } from './old-season.ts'

const old = oldSeason()
const rowsOf = (table: string): readonly Row[] => old[table] ?? []
const where = (table: string, is: (row: Row) => boolean) => rowsOf(table).filter(is)

describe('a season of 0.1.0 in its middle', () => {
  let store: Store
  let actor: (account: string) => Promise<Actor>

  beforeAll(async () => {
    const database = await oldDatabase()
    await database.upgrade()
    store = storeOver({ ...database.opened, appliedMigrations: [] }, 'embedded')
    const system = await testSystem(store, steppedClock('2024-06-03T02:00:00Z'))
    const driver = directDriver(system)
    actor = account => driver.actor(account)
  })
  afterAll(() => store.close())

  const figures = async () => {
    const all = await store.prisma.reportFigure.findMany({ include: { versionOf: { include: { record: true } } } })
    return all.map(({ versionOf, ...figure }) => ({ ...figure, version_: versionOf, record: versionOf.record }))
  }

  it('keeps every figure of every version, who gave it, when, and where it stands', async () => {
    const now = await figures()
    const told = (unit: unknown, target: unknown, period: unknown, sums: readonly unknown[], at: unknown) =>
      [unit, target, period, ...sums.map(String), new Date(String(at)).toISOString()].join(' ')
    const before = rowsOf('target_report').map(row =>
      told(
        row.unit_code,
        row.target_code,
        row.period,
        [row.numerator, row.denominator, row.is_done, row.as_of, row.sender_id],
        row.sent_at ?? row.updated_at,
      ),
    )
    expect(before.length).toBeGreaterThan(15)
    expect(
      now
        .map(({ targetCode, numerator, denominator, isDone, asOf, record, version_ }) =>
          told(
            record.unitCode,
            targetCode,
            record.period,
            [numerator, denominator, isDone, asOf, version_.authorId],
            (version_.passedAt ?? version_.sentAt).toISOString(),
          ),
        )
        .sort(),
    ).toEqual(before.sort())
  })

  it('makes one record of what one form said, in the state in which it stood', async () => {
    const reports = await store.prisma.record.findMany({ where: { kind: 'report' }, orderBy: { key: 'asc' } })
    expect(
      reports.map(({ key, state, waitsFor, version, passedVersion }) => [key, state, waitsFor, version, passedVersion]),
    ).toEqual([
      ['UB-P-NK:C13:2024-03', 'SUBMITTED', 'report.verify', 1, 1],
      ['UB-P-NK:C13:2024-04', 'SUBMITTED', 'report.verify', 1, 1],
      ['UB-P-NK:C13:2024-05', 'SUBMITTED', 'report.verify', 1, 1],
      ['UB-P-QT:C07:2024-Q1', 'VERIFIED', null, 1, 1],
      ['UB-P-QT:C13:2024-03', 'RETURNED', 'report.approve', 2, 1],
      ['UB-P-QT:C16:2024-Q1', 'SUBMITTED', 'report.verify', 1, 1],
      ['UB-P-VD:C07:2024-Q1', 'DRAFT', 'report.approve', 1, 0],
      ['UB-P-VD:C13:2024-03', 'SUBMITTED', 'report.verify', 1, 1],
      ['UB-P-VD:C13:2024-04', 'SUBMITTED', 'report.verify', 1, 1],
      ['UB-P-VD:C13:2024-05', 'SUBMITTED', 'report.verify', 1, 1],
    ])
    expect(reports.every(({ title }) => /^.+, (quý|tháng) .+: .+$/.test(title))).toBe(true)
  })

  it('keeps the answers as they were typed, and the files', async () => {
    const typed = new Map(rowsOf('answer').map(row => [`${row.draft_id}:${row.field}`, row.typed]))
    const versions = await store.prisma.recordVersion.findMany({ where: { record: { kind: 'report' } } })
    for (const { draftId, answers } of versions)
      for (const [field, kept] of Object.entries(answers as unknown as KeptAnswers))
        expect([field, kept.typed]).toEqual([field, typed.get(`${draftId}:${field}`) ?? ''])
    const files = (rows: readonly unknown[]) => [...new Set(rows.flatMap(ids => (ids ?? []) as string[]))].sort()
    const all = await store.prisma.recordVersion.findMany()
    expect(files(all.map(({ fileIds }) => fileIds))).toEqual(
      files(
        ['target_report', 'launch_document', 'initiative'].flatMap(table => rowsOf(table).map(row => row.file_ids)),
      ),
    )
    expect(await store.prisma.fileContent.count()).toBe(rowsOf('file_content').length)
  })

  it('keeps who did what in which role: once where it was written for each target of one form', async () => {
    const subjects = ['report', 'launch-document', 'initiative', 'explanation']
    const told = (at: unknown, who: unknown, role: unknown, reason: unknown) =>
      [new Date(String(at)).toISOString(), who, role, reason ?? ''].join(' ')
    const before = new Set(
      where('audit', row => subjects.includes(String(row.subject_type))).map(row =>
        told(row.at, row.actor_id, row.actor_role, row.reason),
      ),
    )
    const moves = await store.prisma.recordMove.findMany()
    const left = await store.prisma.audit.findMany({ where: { subjectType: { in: subjects } } })
    const now = [
      ...moves.map(({ at, byId, role, reason }) => told(at, byId, role, reason)),
      ...left.map(({ at, actorId, actorRole, reason }) => told(at, actorId, actorRole, reason)),
    ]
    expect([...new Set(now)].sort()).toEqual([...before].sort())
  })

  it('leaves what is owed, planned, queued and said as it was', async () => {
    const { prisma } = store
    const counts = {
      person: await prisma.person.count(),
      account: await prisma.account.count(),
      consent: await prisma.consent.count(),
      reminder: await prisma.reminder.count(),
      outbox: await prisma.outbox.count(),
      draft: await prisma.draft.count(),
      answer: await prisma.answer.count(),
      unit: await prisma.unit.count(),
    }
    expect(counts).toEqual(Object.fromEntries(Object.keys(counts).map(table => [table, rowsOf(table).length])))
    const met = await prisma.obligation.findMany({ where: { state: { in: ['MET', 'WITH_HEAD'] } } })
    expect(met.map(({ id }) => id).sort()).toEqual(
      where('obligation', row => row.state === 'MET' || row.state === 'WITH_HEAD')
        .map(row => row.id)
        .sort(),
    )
    expect(met.filter(({ recordId }) => recordId === null)).toEqual([])
  })

  it('goes on: the head approves what waited, from the button of the old notice', async () => {
    const head = await actor('thu-truong-vd')
    await head.type('duyệt')
    const waiting = (await head.heard()).at(-1) ?? ''
    expect(waiting).toContain('báo cáo')
    expect(waiting).toContain('văn bản phát động')
    const report = await store.prisma.record.findFirstOrThrow({ where: { key: 'UB-P-VD:C07:2024-Q1' } })
    const notices = await store.prisma.outbox.findMany({ where: { kind: 'NOTICE', state: 'QUEUED' } })
    const old = notices.find(({ body }) => JSON.stringify(body).includes(report.id))
    expect(old).toBeDefined()
    await head.press((await head.heard()).at(-1)?.match(/\d+\. (BC-\d+)/)?.[1] ?? '')
    await head.press('Phê duyệt')
    expect(await store.prisma.record.findUnique({ where: { id: report.id } })).toMatchObject({
      state: 'SUBMITTED',
      passedVersion: 1,
    })
  })

  it('goes on: the correction that waits is approved as the second version, and the office sees what changed', async () => {
    const head = await actor('thu-truong')
    await head.type('duyệt')
    await head.press((await head.heard()).at(-1)?.match(/\d+\. (BC-\d+)/)?.[1] ?? '')
    expect((await head.heard()).at(-1)).toContain('1.200.000.000 đồng → 1.250.000.000 đồng')
    await head.press('Phê duyệt')
    expect(await store.prisma.record.findFirst({ where: { key: 'UB-P-QT:C13:2024-03' } })).toMatchObject({
      ...{ state: 'SUBMITTED', version: 2, passedVersion: 2, waitsFor: 'report.verify' },
    })
  })

  it('goes on: forms in the middle are finished', async () => {
    const explains = await actor('dau-moi-nk')
    await explains.type('nháp')
    await explains.press('1')
    await explains.type('Phê duyệt xong trước 30/6')
    await explains.type('1')
    expect((await explains.heard()).join()).toContain('GT-002')
    const request = await store.prisma.explanationRequest.findFirstOrThrow({ where: { unitCode: 'UB-P-NK' } })
    expect(request.state).toBe('EXPLAINED')

    const reports = await actor('dau-moi-ts')
    await reports.type('nháp')
    const drafts = (await reports.heard()).at(-1) ?? ''
    await reports.press(/(\d)\. [^\n]*[Bb]áo cáo/.exec(drafts)?.[1] ?? '1')
    await reports.type('bỏ qua')
    await reports.type('1')
    expect((await reports.heard()).join()).toContain('BC-011')
    const sent = (await figures()).filter(({ record }) => record.unitCode === 'UB-P-TS')
    expect(sent.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([[3n, 4n]])
  })

  it('goes on: the returned launch document is asked for again', async () => {
    const clerk = await actor('dau-moi')
    await clerk.type('phát động')
    expect((await clerk.heard()).join()).toContain('Thiếu mục khen thưởng')
  })
})
