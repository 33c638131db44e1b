import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import { type CouncilWorld, councilWorld } from '../features/council/council-world.ts'
import { KillWorld } from '../kills/kill-world.ts'
import type { Moment } from '../kills/moments.ts'
import { freshPostgres } from '../support/database.ts'
import { type Browser, openBrowser } from '../support/web-driver.ts'

const PUBLIC_URL = 'http://localhost:3000'
const WARD = 'QN-P-UB'
const [clerk, chair, vice, secretary, one, two] = [
  'Đầu mối',
  'Chủ tịch phường',
  'Phó Chủ tịch phường',
  'Thư ký Hội đồng',
  'Ủy viên Một',
  'Ủy viên Hai',
] as const

const takes = [/FROM sitting WHERE id = .* FOR (UPDATE|SHARE)/, /INSERT INTO .*"sitting"/]

/** The transaction of a step ends, before or after the database has taken it. */
const ending = (isForwarded: boolean): Moment => {
  return strike => (sql, before) =>
    sql === 'COMMIT' && before.some(one => takes.some(step => step.test(one))) ? { isForwarded, broken: strike } : null
}

/** In the middle of the opening: everything is counted, and the key is about to go. */
const whileOpening: Moment = strike => sql =>
  /^DELETE FROM .*sitting_key/.test(sql) ? { isForwarded: true, broken: strike } : null

let store: Awaited<ReturnType<typeof freshPostgres>>
let world: CouncilWorld
let killing: KillWorld
const browsers = new Map<string, Browser>()
beforeAll(async () => {
  store = await freshPostgres()
  // The processes that are started live today.
  world = await councilWorld({ store, start: new Date().toISOString(), ward: WARD })
  killing = await KillWorld.make(store, 1)
  await killing.start(store.databaseUrl, { PUBLIC_URL })
  for (const name of [clerk, chair, vice, secretary, one, two]) browsers.set(name, await signedIn(name))
})
afterAll(async () => {
  await killing.end()
  await world.close()
})

type Posted = Readonly<Record<string, string>>

const quietly = (name: string, page: string, fields: Posted) =>
  browsers.get(name)?.submit(`/desk/hoi-dong/${page}`, fields)

/** All that is stored of sittings but for the times, and how often each was told. */
async function stored(): Promise<string> {
  const sittings = await store.prisma.sitting.findMany({
    orderBy: { number: 'asc' },
    include: {
      members: { orderBy: { personId: 'asc' } },
      cases: { include: { ballots: { orderBy: { personId: 'asc' }, omit: { sealed: true } }, conflicts: true } },
      _count: { select: { keys: true } },
    },
  })
  const told = await store.prisma.outbox.count({ where: { dedupeKey: { startsWith: 'council:' } } })
  return JSON.stringify({ sittings, told }, (_, value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? 'a time' : value,
  )
}

/**
 * Posts it, loses the process, and posts the same once more, as a person does who has seen no answer: what the database had not taken is
 * not there in part, what it had is not done again.
 */
async function step(moment: Moment, isTaken: boolean, ...asked: Parameters<typeof quietly>): Promise<void> {
  const before = await stored()
  const dying = killing.killedAt(moment)
  const lost = quietly(...asked)?.catch(() => null)
  const startAgain = await dying
  await lost
  const after = await stored()
  expect(after === before).toBe(!isTaken)
  await startAgain()
  await quietly(...asked)
  if (isTaken) expect(await stored()).toBe(after)
  else expect(await stored()).not.toBe(before)
}

const wanted = (recordId: string): Posted => {
  const day = `${new Date().getUTCFullYear() + 1}-01-05T08:30`
  return { viec: 'lap', noi: 'Phòng họp số 1', luc: day, cach: 'kin', 'ty-le': '', 'ho-so': recordId }
}

describe.each([false, true])('killed at each step of a sitting, after the database has taken it: %s', isForwarded => {
  it('nothing is lost, opened early, counted twice or told twice', { timeout: 900_000 }, async () => {
    const { prisma } = store
    const at = (...asked: Parameters<typeof quietly>) => step(ending(isForwarded), isForwarded, ...asked)
    const nominee = `Bộ phận Một cửa ${isForwarded ? 'hai' : 'một'}`
    const recordId = await world.nominate(nominee)
    await at(clerk, `moi/${WARD}`, wanted(recordId))
    const about = await prisma.sittingCase.findMany({ where: { recordId } })
    expect(about).toHaveLength(1)
    const [{ id: caseId, sittingId: sitting } = { id: '', sittingId: '' }] = about
    const counted = async () => (await prisma.sittingCase.findUniqueOrThrow({ where: { id: caseId } })).agree
    const ballot = (vote: string) => ({ viec: 'bo-phieu', [`phieu-${caseId}`]: vote })

    await at(clerk, sitting, { viec: 'moi' })
    for (const name of [chair, secretary, one]) await quietly(name, sitting, { viec: 'toi-co-mat' })
    await at(vice, sitting, { viec: 'toi-co-mat' })
    await at(two, sitting, { viec: 'vang', 'ly-do': 'đi công tác' })
    await at(two, sitting, ballot('DISAGREE'))
    await at(secretary, sitting, { viec: 'bat-dau' })
    for (const name of [chair, one, vice]) await quietly(name, sitting, ballot('AGREE'))
    await at(secretary, sitting, ballot('AGREE'))
    await at(vice, sitting, { viec: 'loi-ich', 'ho-so': caseId, 'ly-do': 'anh em ruột' })
    expect(await prisma.ballot.count({ where: { caseId } })).toBe(5)
    expect(await prisma.ballot.count({ where: { caseId, removedAt: { not: null } } })).toBe(1)

    await at(secretary, sitting, { viec: 'dong' })
    expect(await counted()).toBeNull()
    const open = { viec: 'mo-phieu', cum: world.phrases.get(chair) ?? '' }
    if (isForwarded) await at(chair, sitting, open)
    else await step(whileOpening, false, chair, sitting, open)
    expect(await prisma.sittingCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
      ...{ agree: 3, disagree: 1, blank: 0, unreadable: 0, verdict: 'AGREED' },
    })
    await at(one, sitting, { viec: 'da-doc', 'y-kien': 'Ghi rõ giờ họp.' })
    await at(chair, sitting, { viec: 'xac-nhan' })
    await at(secretary, sitting, { viec: 'xac-nhan' })
    expect((await prisma.sitting.findUniqueOrThrow({ where: { id: sitting } })).state).toBe('CONFIRMED')

    const steps = await prisma.audit.groupBy({ by: ['action'], where: { subjectId: sitting }, _count: true })
    const times = Object.fromEntries(steps.map(({ action, _count }) => [action, _count]))
    for (const action of ['prepare', 'invite', 'begin', 'close', 'open']) expect(times[`council.${action}`]).toBe(1)
    expect(times['council.confirm']).toBe(2)
  })

  it('what two members open with their spare keys, a tie, and what is called off: the same', {
    timeout: 900_000,
  }, async () => {
    const { prisma } = store
    const at = (...asked: Parameters<typeof quietly>) => step(ending(isForwarded), isForwarded, ...asked)
    const nominee = `Tổ Văn thư ${isForwarded ? 'hai' : 'một'}`
    await world.nominate(nominee)
    const sitting = await world.invited([nominee])
    const caseId = await world.caseOf(sitting, nominee)
    const { rules } = await prisma.sitting.findUniqueOrThrow({ where: { id: sitting } })
    const casting = { ...(typeof rules === 'object' ? rules : {}), hasCastingVote: true }
    await prisma.sitting.update({ where: { id: sitting }, data: { rules: casting } })
    for (const name of [vice, secretary, one, two]) await quietly(name, sitting, { viec: 'toi-co-mat' })
    await quietly(secretary, sitting, { viec: 'bat-dau' })
    for (const [name, vote] of [
      [one, 'AGREE'],
      [two, 'DISAGREE'],
    ] as const)
      await quietly(name, sitting, { viec: 'bo-phieu', [`phieu-${caseId}`]: vote })
    await quietly(secretary, sitting, { viec: 'dong' })
    const key = (name: string) => ({ viec: 'mo-phieu', cum: world.phrases.get(name) ?? '' })
    await at(vice, sitting, key(vice))
    expect((await prisma.sittingCase.findUniqueOrThrow({ where: { id: caseId } })).agree).toBeNull()
    await at(secretary, sitting, key(secretary))
    const tied = { agree: 1, disagree: 1, verdict: 'TIE' }
    expect(await prisma.sittingCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject(tied)
    await at(chair, sitting, { viec: 'quyet', 'ho-so': caseId, 'ket-qua': 'co', 'ly-do': 'Đủ minh chứng' })
    expect(await prisma.sittingCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ verdict: 'AGREED' })

    const dropped = `Tổ Lưu trữ ${isForwarded ? 'hai' : 'một'}`
    await world.nominate(dropped)
    const calledOff = await world.invited([dropped])
    await at(clerk, calledOff, { viec: 'huy', 'ly-do': 'Trùng lịch họp' })
    expect((await prisma.sitting.findUniqueOrThrow({ where: { id: calledOff } })).state).toBe('CANCELLED')
  })
})

async function signedIn(name: string): Promise<Browser> {
  const browser = openBrowser({
    url: PUBLIC_URL,
    fetch: request => fetch(request.url.replace(PUBLIC_URL, killing.address()), whole(request)),
  })
  const link = `/vao/${await linkToWeb(store.prisma, world.ids.get(name) ?? '', new Date())}`
  await browser.submitFrom(link, link, {})
  return browser
}

function whole(request: Request): RequestInit {
  const { method, headers, body } = request
  return { method, headers, redirect: 'manual', ...(body ? { body, duplex: 'half' } : {}) }
}
