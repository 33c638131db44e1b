import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { after } from '../../src/clock.ts'
import type { Ctx } from '../../src/contract/feature.ts'
import { onDesk } from '../../src/contract/on-desk.ts'
import { initiativeForm } from '../../src/features/initiatives/form.ts'
import { initiative } from '../../src/features/initiatives/kind.ts'
import { cameIn } from '../../src/records/came-in.ts'
import { findRecords } from '../../src/records/find.ts'
import { handInRecord } from '../../src/records/hand-in.ts'
import { anyKind } from '../../src/records/kind.ts'
import { listRecords } from '../../src/records/list.ts'
import { myRecords } from '../../src/records/mine.ts'
import { decideRecord } from '../../src/records/move.ts'
import { waitingRecords } from '../../src/records/waiting.ts'
import { beat } from '../../src/reminders/round/beat.ts'
import { newId } from '../../src/store/new-id.ts'
import type { PlanWorld } from '../support/plan-world.ts'
import { headOf, nameOf, twoSeasons } from './two-seasons.ts'

const kind = anyKind(initiative)
const years = [2024, 2025] as const
type Year = (typeof years)[number]
const units = { An: 'UB-P-QT', Chi: 'UB-P-VD' } as const
type Head = keyof typeof units

type Deed =
  | { does: 'register'; who: Head; year: Year }
  | { does: 'accept'; year: Year; which: number }
  | { does: 'beat'; days: number }

const year = fc.constantFrom(...years)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('register'), who: fc.constantFrom('An', 'Chi'), year }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('accept'), year, which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('beat'), days: fc.integer({ min: 1, max: 9 }) }) },
) as fc.Arbitrary<Deed>

let world: PlanWorld
/** What was registered, by season: who and the title. */
const registered: Record<Year, { who: Head; title: string; id: string }[]> = { 2024: [], 2025: [] }
const accepted: Record<Year, Set<string>> = { 2024: new Set(), 2025: new Set() }

beforeAll(async () => {
  world = await twoSeasons('2025-03-17T01:05:00Z')
  for (const who of ['An', 'Chi'] as const) await world.join(who, 'HEAD', units[who])
  await world.join('Bình', 'PNV', 'UB-NV')
})
afterAll(() => world.close())

test('over three months in which both seasons are open, no message, list, count, search or export mixes them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 12 }), async deeds => {
      for (const one of deeds) await carryOut(one)
      for (const of of years) await expectOnly(of)
      await expectMessagesApart()
    }),
    { numRuns: 6, seed: 20_250_317 },
  )
})

async function carryOut(one: Deed): Promise<void> {
  world.clock.advance(60_000)
  if (one.does === 'beat') {
    const last = new Date('2025-06-16T01:05:00Z')
    if (world.clock.now() < last) world.clock.advance(one.days * 86_400_000)
    await beat(world.system, 'one')
    return
  }
  if (one.does === 'register') {
    const { who, year: of } = one
    const title = `Cách làm ${registered[of].length + 1} của mùa ${of}`
    const id = await inSeason(who, of, ctx => register(ctx, units[who], title))
    registered[of].push({ who, title, id })
    return
  }
  const of = registered[one.year]
  const chosen = of[one.which % Math.max(1, of.length)]
  if (!chosen || accepted[one.year].has(chosen.id)) return
  const decision = { action: 'receive', reason: '', marks: [] }
  await inSeason('Bình', one.year, ctx => decideRecord(ctx, kind, chosen.id, decision))
  accepted[one.year].add(chosen.id)
}

async function register(ctx: Ctx, unit: string, title: string): Promise<string> {
  const draftId = newId(ctx.now)
  const params = { unit, unitName: unit, about: unit, today: ctx.today.toString(), record: null, basedOn: 0 }
  const draft = { form: initiativeForm.id, formVersion: initiativeForm.version, position: 'review', params }
  await ctx.tx.draft.create({
    data: { id: draftId, personId: ctx.person.id, ...draft, createdAt: ctx.now, updatedAt: ctx.now },
  })
  const words = { problem: 'a', content: 'b', novelty: 'c', scope: 'd', expected: 'e' }
  const answers = { title, kind: 'MODEL', parField: 'TTHC', ...words, startsOn: '2025-04-01', selfCheck: [] }
  await handInRecord(ctx, kind, initiativeForm, {
    answers: { ...answers, coAuthors: null, files: null },
    params,
    draftId,
  })
  const record = await ctx.tx.record.findFirstOrThrow({ where: { title, campaignId: ctx.campaign.id } })
  return record.id
}

/** All that can be seen of a season is that season's, and all of it. */
async function expectOnly(of: Year): Promise<void> {
  const own = registered[of].map(({ title }) => title)
  const other = of === 2024 ? 2025 : 2024
  for (const who of ['An', 'Chi'] as const) {
    const mine = registered[of].filter(one => one.who === who)
    const screen = await inSeason(who, of, ctx => myRecords(ctx, [kind], 0))
    if (mine.length > 0) expect(screen.title).toContain(`${mine.length}`)
    expect(JSON.stringify(screen)).not.toContain(`của mùa ${other}`)
  }
  const query = { q: '', filters: {}, page: 1, size: 500 }
  const list = await inSeason('Bình', of, ctx => listRecords(ctx, kind, query))
  expect(list.total).toBe(own.length)
  expect(JSON.stringify(list.records.map(({ record }) => record.title))).not.toContain(`của mùa ${other}`)
  const found = await inSeason('Bình', of, ctx => findRecords(ctx, [kind], ['cach', 'lam']))
  expect(found.every(({ title }) => title.includes(`của mùa ${of}`))).toBe(true)
  const waiting = await inSeason('Bình', of, ctx => waitingRecords(ctx, [kind]))
  expect(JSON.stringify(waiting)).not.toContain(`của mùa ${other}`)
  const counts = await inSeason('Bình', of, ctx => cameIn([kind], ctx.tx, ctx.campaign, new Date(0), after(ctx.now, 1)))
  expect(counts.submitted).toBe(own.length)

  const codes = await world.store.prisma.record.findMany({ where: { campaign: { year: of } }, select: { code: true } })
  const pattern = of === 2024 ? /^SK-\d{3}$/ : /^SK-2025-\d{3}$/
  expect(codes.every(({ code }) => pattern.test(code))).toBe(true)
  for (const name of ['initiatives', 'obligations', 'reminders', 'board']) {
    const rows = JSON.stringify(await exported(name, of))
    expect(rows, name).not.toContain(`của mùa ${other}`)
    if (name === 'initiatives') expect(rows.split('"title"').length - 1).toBe(own.length)
  }
}

async function exported(name: string, of: Year): Promise<object[]> {
  const { among } = await world.system.campaign(world.store.prisma)
  const campaign = among.open.find(one => one.year === of)
  const table = world.system.registry.exports.get(name)
  if (!campaign || !table) throw new Error(`there is no table ${name}`)
  const today = campaign.startsOn
  const rows: object[] = []
  for await (const row of table.records(world.store.prisma, async () => ({ campaign, today, day: null })))
    rows.push(JSON.parse(JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value))))
  return rows
}

/** Each message that speaks of a season says of which, and of no other. */
async function expectMessagesApart(): Promise<void> {
  const sent = await world.store.prisma.outbox.findMany({
    where: { campaignId: { not: null } },
    select: { body: true, campaign: { select: { year: true } } },
  })
  for (const { body, campaign } of sent) {
    const text = JSON.stringify(body)
    const other = campaign?.year === 2024 ? 2025 : 2024
    expect(text).toContain(JSON.stringify(headOf(campaign?.year ?? 0)).slice(1, -1))
    expect(text).not.toContain(nameOf(other))
    expect(text).not.toContain(`của mùa ${other}`)
  }
}

async function inSeason<T>(name: string, of: Year, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const account = await world.store.prisma.account.findFirstOrThrow({ where: { externalId: name } })
  const campaign = await world.store.prisma.campaign.findFirstOrThrow({ where: { year: of } })
  const visitor = { personId: account.personId ?? '', accountId: account.id }
  const done = await onDesk(world.system, visitor, async ctx => ({ value: await work(ctx) }), campaign.id)
  if (!done) throw new Error(`nobody is called ${name}`)
  return done.value
}
