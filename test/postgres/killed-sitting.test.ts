import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkToWeb } from '../../src/people/one-time-link.ts'
import { type CouncilWorld, councilWorld } from '../features/council/council-world.ts'
import { KillWorld } from '../kills/kill-world.ts'
import type { Moment } from '../kills/moments.ts'
import { freshPostgres } from '../support/database.ts'
import { type Browser, openBrowser } from '../support/web-driver.ts'

const PUBLIC_URL = 'http://localhost:3000'
const [chair, vice, secretary, one, two] = [
  'Chủ tịch phường',
  'Phó Chủ tịch phường',
  'Thư ký Hội đồng',
  'Ủy viên Một',
  'Ủy viên Hai',
] as const
const nominee = 'Bộ phận Một cửa'

/** The transaction of a step ends, before or after the database has taken it. */
const ending = (isForwarded: boolean): Moment => {
  return strike => (sql, before) =>
    sql === 'COMMIT' && before.some(one => /FROM sitting WHERE id = .* FOR (UPDATE|SHARE)/.test(one))
      ? { isForwarded, broken: strike }
      : null
}

let store: Awaited<ReturnType<typeof freshPostgres>>
let world: CouncilWorld
let killing: KillWorld
beforeAll(async () => {
  store = await freshPostgres()
  // The processes that are started live today.
  world = await councilWorld({ store, start: new Date().toISOString(), ward: 'QN-P-UB' })
  killing = await KillWorld.make(store, 1)
  await killing.start(store.databaseUrl, { PUBLIC_URL })
})
afterAll(async () => {
  await killing.end()
  await world.close()
})

test('killed at each step of a sitting: nothing is lost, opened early, counted twice or told twice', {
  timeout: 600_000,
}, async () => {
  const { prisma } = store
  await world.nominate(nominee)
  const sitting = await world.invited([nominee])
  const caseId = await world.caseOf(sitting, nominee)
  const browsers = new Map<string, Browser>()
  for (const name of [chair, vice, secretary, one, two]) browsers.set(name, await signedIn(name))
  const counted = async () => (await prisma.sittingCase.findUniqueOrThrow({ where: { id: caseId } })).agree
  const ballots = () => prisma.ballot.count({ where: { caseId } })
  const state = async () => (await prisma.sitting.findUniqueOrThrow({ where: { id: sitting } })).state

  /** Posts it, loses the process, and posts the same once more, as a person does who has seen no answer. */
  const step = async (name: string, fields: Readonly<Record<string, string>>, isForwarded: boolean) => {
    const browser = browsers.get(name)
    const post = () => browser?.submit(`/desk/hoi-dong/${sitting}`, fields)
    const dying = killing.killedAt(ending(isForwarded))
    const lost = post()?.catch(() => null)
    const startAgain = await dying
    await lost
    await startAgain()
    await post()
  }
  const quietly = (name: string, fields: Readonly<Record<string, string>>) =>
    browsers.get(name)?.submit(`/desk/hoi-dong/${sitting}`, fields)
  const ballot = (vote: string) => ({ viec: 'bo-phieu', [`phieu-${caseId}`]: vote })

  for (const name of [chair, secretary, one]) await quietly(name, { viec: 'toi-co-mat' })
  await step(vice, { viec: 'toi-co-mat' }, false)
  expect(await prisma.sittingMember.count({ where: { sittingId: sitting, attendance: 'PRESENT' } })).toBe(4)
  await step(secretary, { viec: 'bat-dau' }, true)
  expect(await state()).toBe('VOTING')

  await quietly(chair, ballot('AGREE'))
  await step(secretary, ballot('AGREE'), false)
  expect(await ballots()).toBe(2)
  await step(one, ballot('AGREE'), true)
  await step(two, { viec: 'vang', 'ly-do': 'đi công tác' }, true)
  await step(two, ballot('DISAGREE'), true)
  await quietly(vice, ballot('AGREE'))
  await step(vice, { viec: 'loi-ich', 'ho-so': caseId, 'ly-do': 'anh em ruột' }, false)
  expect(await ballots()).toBe(5)
  expect(await prisma.ballot.count({ where: { caseId, removedAt: { not: null } } })).toBe(1)

  await step(secretary, { viec: 'dong' }, false)
  expect(await state()).toBe('CLOSED')
  expect(await counted()).toBeNull()
  const phrase = world.phrases.get(chair) ?? ''
  await step(chair, { viec: 'mo-phieu', cum: phrase }, false)
  expect(await prisma.sittingCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
    ...{ agree: 3, disagree: 1, blank: 0, unreadable: 0, verdict: 'AGREED' },
  })
  await quietly(chair, { viec: 'xac-nhan' })
  await step(secretary, { viec: 'xac-nhan' }, true)
  expect(await state()).toBe('CONFIRMED')

  const steps = await prisma.audit.groupBy({ by: ['action'], where: { subjectId: sitting }, _count: true })
  const times = Object.fromEntries(steps.map(({ action, _count }) => [action, _count]))
  for (const action of ['begin', 'close', 'open']) expect(times[`council.${action}`]).toBe(1)
  for (const news of ['invited', 'opened', 'confirmed']) {
    const told = await prisma.outbox.groupBy({
      by: ['dedupeKey'],
      where: { dedupeKey: { startsWith: `council:${sitting}:${news}:` } },
      _count: true,
    })
    expect(told.length).toBeGreaterThan(3)
    expect(told.every(({ _count }) => _count === 1)).toBe(true)
  }
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
