import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { periodOwed } from '../../src/campaign/report-period.ts'
import { createBell } from '../../src/channels/web/bell.ts'
import { webChannel } from '../../src/channels/web/channel.ts'
import { type MovableClock, movableClock } from '../../src/clock.ts'
import { onDesk } from '../../src/contract/on-desk.ts'
import { keepApart } from '../../src/demo/apart.ts'
import { openDemo } from '../../src/demo/demo.ts'
import { standings } from '../../src/features/board/store.ts'
import { initiative } from '../../src/features/initiatives/kind.ts'
import { launchDocument } from '../../src/features/launch/kind.ts'
import { features } from '../../src/features/list.ts'
import { list } from '../../src/features/lists/kind.ts'
import { report } from '../../src/features/progress/kind.ts'
import { primaryCode } from '../../src/features/progress/report-key.ts'
import { receive } from '../../src/intake/receive.ts'
import type { System } from '../../src/intake/system.ts'
import { counting } from '../../src/records/kind.ts'
import type { Store } from '../../src/store/open.ts'
import { createWeb } from '../../src/web/server.ts'
import type { Demo } from '../../src/web/web-parts.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'
import { enterWeb } from '../support/web-driver.ts'
import { deliverQueued } from '../web/a-web.ts'

let store: Store
let system: System
let clock: MovableClock
let demo: Demo

beforeAll(async () => {
  store = await freshEmbedded()
  clock = movableClock(Temporal.Instant.from('2024-03-20T01:30:00Z'))
  system = await testSystem(store, clock)
  await keepApart(system, true)
  demo = await openDemo(system, clock)
}, 120_000)
afterAll(() => store.close())

const lived = () => vi.waitUntil(() => demo.clock.playing() === null, { timeout: 300_000, interval: 100 })

/** All records with what their newest version and last move say. */
function recordsNow() {
  return store.prisma.record.findMany({
    include: { versions: true, moves: { orderBy: { seq: 'asc' } }, obligations: true },
  })
}

/** How many units have met each duty, counted from the records alone. */
async function metByRecords(): Promise<Record<string, number>> {
  const { plan } = await system.campaign(store.prisma)
  const counted = [launchDocument, report, initiative, list].flatMap(kind =>
    counting(kind).map(state => `${kind.name}:${state}`),
  )
  const records = (await recordsNow()).filter(
    one => one.passedVersion > 0 && counted.includes(`${one.kind}:${one.state}`),
  )
  // What waits for the head again is not at the office, whatever state it had.
  const handedIn = new Set(
    records
      .filter(one => one.version === one.passedVersion)
      .map(({ kind, unitCode, topic, period }) =>
        [kind, unitCode, ...(kind === report.name ? [topic, period] : [])].join(' '),
      ),
  )
  const listed = await store.prisma.listedItem.findMany({ where: { doneOn: { not: null } } })
  const done = new Set(
    listed.flatMap(({ recordId, version, n }) =>
      records.some(({ id, passedVersion }) => id === recordId && passedVersion === version)
        ? [`${recordId} #${n}`]
        : [],
    ),
  )
  const met: Record<string, number> = {}
  for (const owed of await store.prisma.obligation.findMany({ where: { state: { not: 'WITHDRAWN' } } })) {
    const { unitCode, dutyCode, period, targets } = owed
    if (owed.about !== '') {
      // What is owed item by item is told as one.
      met[`${dutyCode} `] = (met[`${dutyCode} `] ?? 0) + (done.has(`${owed.recordId} ${period}`) ? 1 : 0)
      continue
    }
    const metBy = plan.duties.find(({ code }) => code === dutyCode)?.metBy.kind
    const wanted =
      metBy === 'launchDocument'
        ? [`launch ${unitCode}`]
        : metBy === 'initiative'
          ? [`initiative ${unitCode}`]
          : metBy === 'targetReport' || metBy === 'periodicReport'
            ? targets.map(code => `report ${unitCode} ${primaryCode(plan, code)} ${periodOwed(plan, owed)}`)
            : ['nothing that this release takes in']
    met[`${dutyCode} ${period}`] =
      (met[`${dutyCode} ${period}`] ?? 0) + (wanted.every(one => handedIn.has(one)) ? 1 : 0)
  }
  return met
}

async function expectTrueSeason(): Promise<void> {
  const records = await recordsNow()
  const counts = new Map([launchDocument, report, initiative, list].map(kind => [kind.name as string, counting(kind)]))
  for (const { code, version, versions, moves, state, isSample, sentAt, receivedAt } of records) {
    expect(
      versions.map(one => one.version).sort((a, b) => a - b),
      code,
    ).toEqual(Array.from({ length: version }, (_, at) => at + 1))
    expect(
      moves.filter(({ action }) => action === 'handIn'),
      code,
    ).toHaveLength(version)
    expect(moves.at(-1)?.to, code).toBe(state)
    expect(isSample, code).toBe(true)
    expect(sentAt <= clock.now() && receivedAt <= clock.now(), code).toBe(true)
  }
  const met = await store.prisma.obligation.findMany({ where: { state: 'MET' }, include: { record: true } })
  for (const { unitCode, dutyCode, record } of met) {
    expect(record?.unitCode, `${dutyCode} ${unitCode}`).toBe(unitCode)
    expect(counts.get(record?.kind ?? ''), `${dutyCode} ${unitCode}`).toContain(record?.state)
  }
  expect(await store.prisma.person.count({ where: { isSample: false } })).toBe(0)
  const visitor = await store.prisma.account.findUniqueOrThrow({
    where: { channel_externalId: { channel: 'web', externalId: 'demo:chu-tich' } },
  })
  const shown = await onDesk(system, { personId: visitor.personId ?? '', accountId: visitor.id }, standings)
  const onBoard: Record<string, number> = {}
  for (const { dutyCode, period, met } of shown ?? [])
    onBoard[`${dutyCode} ${period}`] = (onBoard[`${dutyCode} ${period}`] ?? 0) + met
  expect(onBoard).toEqual(await metByRecords())
}

test('each persona can take a first step at once', async () => {
  const bell = createBell()
  const channel = webChannel({ prisma: store.prisma, clock, bell })
  const app = createWeb(system, {
    bell,
    features,
    demo,
    receive: async inbound => {
      await receive(system, inbound)
      await deliverQueued(store, channel)
    },
    health: async () => ({ status: 'ok', parts: {} }),
    mayReadFile: async () => false,
    uploads: { maxBytes: 1_000_000, accept: '.pdf', refusal: async () => null, isWithinQuota: async () => true },
  })
  const settings = { url: 'http://localhost:3000', fetch: (request: Request) => app.fetch(request) }
  const steps = {
    'can-bo': ['/sangkien', 'Tên'],
    'dau-moi': ['/phatdong', 'UBND phường Quang Trung'],
    'thu-truong': ['/duyet', 'SK-'],
    'noi-vu': ['/duyet', 'SK-'],
    'tai-chinh': ['/duyet', 'BC-'],
    'chu-tich': ['/tiendo', 'Gửi văn bản phát động'],
    'bao-chi': ['/sangkien', 'Tên'],
    'quan-tri': ['Mời người tham gia', 'mời người của đơn vị nào'],
  } as const
  expect(demo.personas.map(({ key }) => key)).toEqual(Object.keys(steps))
  for (const [persona, [typed, expected]] of Object.entries(steps)) {
    const visitor = await enterWeb(settings, { persona })
    expect((await visitor.lastMessages()).length, persona).toBeLessThan(5)
    await visitor.type(typed)
    expect((await visitor.lastMessages()).join('\n'), persona).toContain(expected)
  }
  bell.close()
}, 60_000)

test('what the first days left agrees: records, duties, board', expectTrueSeason)

test('a move of the clock plays what lies between, once; another press meanwhile, a day behind and a restart do nothing', async () => {
  expect(demo.clock.ahead()).toEqual(['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31'])
  demo.clock.moveTo('2024-06-30')
  demo.clock.moveTo('2024-12-31')
  expect(demo.clock.playing()?.day).toBe('2024-06-30')
  await lived()
  expect(demo.clock.hasFailed()).toBe(false)
  const dayOn = (one: MovableClock) => one.now().toISOString().slice(0, 10)
  expect(dayOn(clock)).toBe('2024-06-30')
  // Whoever had signed in is signed in still.
  expect(await store.prisma.webSession.count({ where: { expiresAt: { gt: clock.now() } } })).toBeGreaterThan(0)
  await expectTrueSeason()

  const before = await recordsNow()
  for (const day of ['2024-03-31', '2024-06-30', '2024-02-30', '']) demo.clock.moveTo(day)
  expect(demo.clock.playing()).toBeNull()
  const restarted = movableClock(Temporal.Instant.from('2024-03-20T01:30:00Z'))
  await openDemo({ ...system, clock: restarted }, restarted)
  expect(dayOn(restarted)).toBe('2024-06-30')
  expect(await recordsNow()).toEqual(before)
}, 320_000)

test('looks like life: shares rise, some are late, some came back with marked questions, one unit has nobody', async () => {
  const sums = await store.prisma.reportFigure.findMany({
    where: { targetCode: 'C13' },
    include: { versionOf: { include: { record: true } } },
  })
  const shares = sums
    .map(({ numerator, denominator, version, versionOf: { record } }) => ({
      ...{ unit: record.unitCode, period: record.period, version },
      share: Number(numerator) / Number(denominator),
    }))
    .sort((a, b) => a.unit.localeCompare(b.unit) || a.period.localeCompare(b.period) || a.version - b.version)
  for (const [at, { unit, share }] of shares.entries())
    if (shares[at - 1]?.unit === unit) expect(share).toBeGreaterThanOrEqual(shares[at - 1]?.share ?? 0)
  expect(new Set(shares.map(({ period }) => period)).size).toBeGreaterThanOrEqual(3)
  expect(await store.prisma.obligation.count({ where: { isLate: true } })).toBeGreaterThan(0)
  const returns = await store.prisma.recordMove.findMany({ where: { action: 'return' } })
  expect(returns.length).toBeGreaterThan(0)
  for (const { marks } of returns) expect(marks).toHaveLength(1)
  expect(await store.prisma.explanationRequest.count()).toBeGreaterThan(0)
  expect(await store.prisma.record.count({ where: { kind: 'explanation' } })).toBeGreaterThan(0)
  const owing = await store.prisma.obligation.findMany({ distinct: ['unitCode'], select: { unitCode: true } })
  const manned = await store.prisma.roleAssignment.findMany({ where: { role: 'CLERK' }, select: { unitCode: true } })
  const deserted = owing.filter(({ unitCode }) => !manned.some(one => one.unitCode === unitCode))
  expect(deserted).toHaveLength(1)
})

test('lists are kept, marked as samples, and the board counts them', async () => {
  const items = await store.prisma.listedItem.findMany({ include: { versionOf: { include: { record: true } } } })
  const topics = new Set(items.map(({ versionOf: { record } }) => record.topic))
  expect([...topics].toSorted()).toEqual(['C00', 'C03', 'C04', 'C22'])
  expect(items.filter(({ text }) => !text.endsWith('(mẫu)'))).toEqual([])
  expect(items.some(({ doneOn }) => doneOn === null) && items.some(({ doneOn }) => doneOn !== null)).toBe(true)
})

test('nobody is told of the past in hundreds', async () => {
  const perAccount = await store.prisma.outbox.groupBy({ by: ['accountId'], where: { kind: 'NOTICE' }, _count: true })
  for (const { _count } of perAccount) expect(_count).toBeLessThan(20)
})
