import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import { waitingNominee } from '../features/awarding/waiting-nominee.ts'
import { KillWorld } from '../kills/kill-world.ts'
import type { Moment } from '../kills/moments.ts'
import { freshPostgres } from '../support/database.ts'
import { type PlanWorld, planWorld } from '../support/plan-world.ts'
import { type Browser, openBrowser } from '../support/web-driver.ts'

const PUBLIC_URL = 'http://localhost:3000'
const WARD = 'QN-P-UB'
const [chair, clerk] = ['Chủ tịch phường', 'Đầu mối'] as const
const names = ['Bộ phận Một cửa', 'Nguyễn Mẫu Một', 'Nguyễn Mẫu Hai', 'Nguyễn Mẫu Ba'] as const

const changes = /^(INSERT|UPDATE|DELETE).*"(award_decision|award_choice|objection|award|record_move)"/s
/** A list that is held: an objection to it is kept, or was before. */
const holds = /FROM award_decision WHERE id .* FOR UPDATE/s

/** The transaction of a step ends, before or after the database has taken it. */
const ending = (isForwarded: boolean): Moment => {
  return strike => (sql, before) =>
    sql === 'COMMIT' && before.some(one => changes.test(one) || holds.test(one))
      ? { isForwarded, broken: strike }
      : null
}

/** In the middle of it, when the second nomination is moved. */
const midway: Moment = strike => (sql, before) =>
  /^INSERT INTO .*record_move/.test(sql) && before.some(one => /^INSERT INTO .*record_move/.test(one))
    ? { isForwarded: true, broken: strike }
    : null

let store: Awaited<ReturnType<typeof freshPostgres>>
let world: PlanWorld
let killing: KillWorld
const ids = new Map<string, string>()
const records = new Map<string, string>()
beforeAll(async () => {
  store = await freshPostgres()
  // The processes that are started live today.
  world = await planWorld(new Date().toISOString(), store)
  ids.set(chair, await world.join(chair, 'WARD_CHAIR', WARD))
  ids.set(clerk, await world.join(clerk, 'CLERK', WARD))
  for (const [index, name] of names.entries()) {
    const kind = index === 0 ? 'COLLECTIVE' : 'INDIVIDUAL'
    const wanted = {
      number: index + 1,
      name,
      kind,
      level: 'WARD',
      unitCode: WARD,
      authorId: ids.get(clerk) ?? '',
    } as const
    records.set(name, await waitingNominee(store.prisma, world.clock.now(), wanted))
  }
  killing = await KillWorld.make(store, 1)
  await killing.start(store.databaseUrl, { PUBLIC_URL })
})
afterAll(async () => {
  await killing.end()
  await world.close()
})

test('killed at each step of a decision: nothing is lost, decided in part, awarded twice or told twice', {
  timeout: 600_000,
}, async () => {
  const { prisma } = store
  const browsers = new Map<string, Browser>()
  for (const name of [chair, clerk]) browsers.set(name, await signedIn(name))
  type Fields = readonly (readonly [string, string])[]
  const post = async (name: string, page: string, fields: Fields) => {
    const browser = browsers.get(name)
    const html = (await browser?.get(page))?.html ?? ''
    const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const body = new URLSearchParams({ csrf })
    for (const [key, value] of fields) body.append(key, value)
    await (await browser?.send(page, { method: 'POST', body }))?.text()
  }
  /** Posts it, loses the process, and posts the same once more, as a person does who has seen no answer. */
  const step = async (moment: Moment, ...asked: Parameters<typeof post>) => {
    const dying = killing.killedAt(moment)
    const lost = post(...asked).catch(() => null)
    const startAgain = await dying
    await lost
    await startAgain()
    await post(...asked)
  }
  const list = `/desk/quyet-dinh-khen/${WARD}`
  const id = (name: string) => records.get(name) ?? ''
  const last = names[3]
  const choices: Fields = [
    ...names.map(name => ['dong', id(name)] as const),
    ...names.filter(name => name !== last).map(name => ['chon', id(name)] as const),
    [`ly-do-${id(last)}`, 'Chưa đủ thời gian tham gia'],
  ]
  const states = async () => (await prisma.record.findMany({ orderBy: { number: 'asc' } })).map(({ state }) => state)
  const waiting = names.map(() => 'WITH_WARD_CHAIR')
  const decided = ['AWARDED', 'AWARDED', 'AWARDED', 'NOT_AWARDED']

  await step(ending(true), chair, list, [...choices, ['viec', 'cong-khai']])
  const [open, ...others] = await prisma.awardDecision.findMany({ include: { choices: true } })
  expect([open?.state, open?.choices.length, others]).toEqual(['PUBLIC', 4, []])

  const objection: Fields = [
    ...([
      ['danh-sach', open?.id ?? ''],
      ['ve', id(names[1])],
    ] as const),
    ...([
      ['nguoi', 'Người dân'],
      ['noi-dung', 'Đề nghị xem lại'],
    ] as const),
  ]
  for (const isForwarded of [false, true]) await step(ending(isForwarded), clerk, '/desk/danh-sach-khen', objection)
  expect(await prisma.objection.count()).toBe(1)
  const { id: kept } = await prisma.objection.findFirstOrThrow()
  await step(ending(false), chair, list, [
    ['viec', 'tra-loi'],
    ['kien-nghi', kept],
    ['tra-loi', 'Đã kiểm tra'],
  ])
  expect(await prisma.objection.count({ where: { answeredAt: { not: null } } })).toBe(1)

  // The days of publicity go by.
  await prisma.awardDecision.updateMany({ data: { publicOn: '2026-01-02', publicUntil: '2026-01-07' } })
  const today = new Date().toISOString().slice(0, 10)
  const decision: Fields = [...choices, ['viec', 'quyet-dinh'], ['so', '15/QĐ-UBND'], ['ngay', today]]
  const cutAt = async (moment: Moment) => {
    const dying = killing.killedAt(moment)
    const lost = post(chair, list, decision).catch(() => null)
    const startAgain = await dying
    await lost
    return startAgain
  }
  for (const moment of [midway, ending(false)]) {
    const startAgain = await cutAt(moment)
    expect(await states()).toEqual(waiting)
    expect([await prisma.award.count(), await prisma.recordMove.count()]).toEqual([0, 0])
    await startAgain()
  }
  await step(ending(true), chair, list, decision)
  expect(await states()).toEqual(decided)
  const awards = await prisma.award.findMany({ orderBy: { golden: 'asc' } })
  expect(awards.map(({ name, golden }) => [name, golden])).toEqual(names.slice(0, 3).map((name, at) => [name, at + 1]))
  expect(await prisma.awardDecision.count({ where: { state: 'DECIDED' } })).toBe(1)
  expect(await prisma.audit.count({ where: { action: 'awarding.decide' } })).toBe(1)
  const told = await prisma.outbox.findMany({
    where: { dedupeKey: { startsWith: 'award' } },
    select: { dedupeKey: true },
  })
  // Who is in charge of the unit hears of the three in one message, and why the fourth is not among them in another.
  expect(told.map(({ dedupeKey }) => dedupeKey.split(':')[0]).toSorted()).toEqual(['awarding', 'awards'])

  const page = `/desk/giay-khen/${awards[0]?.id}`
  await step(ending(true), chair, page, [
    ['chon', awards[0]?.id ?? ''],
    ['ghi-chu', 'Tại hội nghị'],
  ])
  expect(await prisma.audit.count({ where: { action: 'award.handOver' } })).toBe(1)

  await prisma.award.updateMany({ data: { handedOn: null } })
  await step(midway, chair, list, [
    ['viec', 'huy'],
    ['quyet-dinh', open?.id ?? ''],
    ['ly-do', 'Sai số liệu, xét lại'],
  ])
  expect(await states()).toEqual(waiting)
  expect(await prisma.award.count({ where: { revokedOn: null } })).toBe(0)
  expect(await prisma.audit.count({ where: { action: 'awarding.undo' } })).toBe(1)
})

async function signedIn(name: string): Promise<Browser> {
  const browser = openBrowser({
    url: PUBLIC_URL,
    fetch: request => fetch(request.url.replace(PUBLIC_URL, killing.address()), whole(request)),
  })
  const link = `/vao/${await linkToWeb(store.prisma, ids.get(name) ?? '', new Date())}`
  await browser.submitFrom(link, link, {})
  return browser
}

function whole(request: Request): RequestInit {
  const { method, headers, body } = request
  return { method, headers, redirect: 'manual', ...(body ? { body, duplex: 'half' } : {}) }
}
