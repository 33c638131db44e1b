import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import type { CampaignUnit } from '../../../src/campaign/active.ts'
import type { Plan } from '../../../src/campaign/plan.ts'
import { after, dayOf, instantOf } from '../../../src/clock.ts'
import type { Ctx } from '../../../src/contract/feature.ts'
import { decidePairs } from '../../../src/features/applicability/decide-pairs.ts'
import { initiatives } from '../../../src/features/initiatives/feature.ts'
import { outstandingRoom } from '../../../src/features/initiatives/outstanding-room.tsx'
import { launching } from '../../../src/features/launch/feature.ts'
import { lists } from '../../../src/features/lists/feature.ts'
import { handInItems } from '../../../src/features/lists/hand-in.ts'
import type { Item } from '../../../src/features/lists/item.ts'
import { papers } from '../../../src/features/papers/feature.ts'
import { paperKind } from '../../../src/features/papers/list.ts'
import { makeWord } from '../../../src/features/papers/make.ts'
import { progress } from '../../../src/features/progress/feature.ts'
import { decideNote } from '../../../src/features/received/decide.ts'
import { receivedOutside } from '../../../src/features/received/feature.ts'
import { noteReceived } from '../../../src/features/received/keep.ts'
import { itemsAt } from '../../../src/figures/items.ts'
import { settleObligations } from '../../../src/obligations/settle-obligations.ts'
import type { RecordFeature } from '../../../src/records/feature.ts'
import { anyKind } from '../../../src/records/kind.ts'
import { decideRecord } from '../../../src/records/move.ts'
import { recordsGoOn } from '../../../src/records/succession.ts'
import { newId } from '../../../src/store/new-id.ts'
import { sampleAnswers } from '../../records/sample-answers.ts'
import { defaultFiles } from '../../support/loaded-campaign.ts'
import { runs } from '../../support/runs.ts'
import { type ChatWorld, chatWorld } from '../initiatives/chat-world.ts'
import { listPlan } from '../lists/list-world.ts'
import { type Recounted, recountSummary } from './recount-summary.ts'
import { readWord, rowsUnder } from './word-tables.ts'

const { identity, recipients, signature, legalBases, deadlines, ladders } = defaultFiles().plan

const computed = { C19: 'subUnitsRegistered', C21: 'ranking' } as const
const targets = (listPlan.targets ?? []).flatMap(target => {
  const computedAs = Object.entries(computed).find(([code]) => code === target.code)?.[1]
  const own = computedAs ? { ...target, computed: computedAs } : target
  if (target.code !== 'C19' || target.measure.kind !== 'PERCENT') return [own]
  const effective = { ...target, code: 'C20', name: 'Áp dụng có hiệu quả', shortName: 'C20' }
  return [
    own,
    { ...effective, computed: 'initiativesEffective' as const, measure: { ...target.measure, threshold: 10 } },
  ]
})
const plan: Partial<Plan> = {
  ...{ ...listPlan, identity, recipients, signature, legalBases, deadlines, ladders, targets },
  ...{ managingOffices: ['NV'], year: 2024 },
}

/** Two wards end on this day and the third takes their place. */
const merged = { units: ['P1', 'P2'], into: 'P3', lastDay: '2024-05-10' }
const units = {
  NV: { name: 'Phòng Nội vụ' },
  TCKH: { name: 'Phòng Tài chính - Kế hoạch', below: ['S1', 'S2'] },
  S1: { name: 'Trường Một' },
  S2: { name: 'Trường Hai' },
}
const before = { P1: { name: 'UBND phường Một' }, P2: { name: 'UBND phường Hai' } }
const since = { P3: { name: 'Phường Ba' } }
const reported = ['C04', 'C05', 'C09', 'C11', 'C13', 'C16']
const judged = targets.flatMap(({ code, judges }) => (judges === 'COLLECTIVE' ? [code] : []))

it('every figure of the city summary is what a slow count of the raw rows gives, now and as of any past day', async () => {
  const numRuns = Number(process.env.PROPERTY_RUNS ?? runs(30))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2_000_000_000 }), async seed => {
      const world = await begun()
      try {
        await history(world, seed)
      } finally {
        await world.close()
      }
    }),
    // All runs: histories that nobody has seen yet.
    { numRuns, endOnFailure: true, ...(numRuns < 30 ? { seed: 12 } : {}) },
  )
})

async function begun(): Promise<ChatWorld> {
  const world = await chatWorld('2024-03-25T02:00:00Z', { plan, features: [lists, launching, papers, receivedOutside] })
  const known = world.campaign.units as Map<string, CampaignUnit>
  const like = must(known.get('P1'))
  for (const code of merged.units)
    known.set(code, { ...must(known.get(code)), validTo: merged.lastDay, successors: ['P3'] })
  known.set('P3', { ...like, code: 'P3', name: since.P3.name, validFrom: '2024-05-11' })
  for (const code of ['S1', 'S2'] as const)
    known.set(code, { ...like, code, name: units[code].name, parentCode: 'TCKH' })
  await world.store.prisma.unit.createMany({
    data: ['P3', 'S1', 'S2'].map(code => ({ code, name: code, nameFolded: code, kind: 'ward' })),
  })
  for (const unit of [...merged.units, 'P3', 'TCKH', 'S1']) {
    await world.join(`Đầu mối ${unit}`, 'CLERK', unit)
    await world.join(`Thủ trưởng ${unit}`, 'HEAD', unit)
  }
  await world.join('Cán bộ', 'PNV', 'NV')
  for (const unit of [...merged.units, 'P3', 'TCKH']) await world.applies(unit, ...judged)
  await world.applies('S1', 'C09', 'C16')
  await world.as('Cán bộ', ({ tx, campaign, now }) =>
    settleObligations(tx, campaign.id, campaign.plan, [...campaign.units.values()], campaign.calendar, now),
  )
  return world
}

/** Numbers that look random and follow from the seed. */
function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

async function history(world: ChatWorld, seed: number): Promise<void> {
  const pick = random(seed)
  const oneOf = <T>(...all: readonly T[]): T => must(all[pick(all.length)])
  const today = () => dayOf(world.clock.now(), 'Asia/Ho_Chi_Minh').toString()
  const seen = new Map<string, Told>()
  let hasGoneOn = false

  const handers: Record<string, (ctx: Ctx, unit: string) => Promise<void>> = {
    report: async (ctx, unit) => {
      const target = unit === 'S1' ? oneOf('C09', 'C16') : oneOf(...reported)
      const period = target === 'C13' ? oneOf('2024-04', '2024-05') : oneOf('2024-Q1', '2024-Q2')
      await handIn(ctx, unit, target, period, pick)
    },
    list: async (ctx, unit) => {
      const target = oneOf('C03', 'C04')
      const record = await ctx.tx.record.findFirst({ where: { kind: 'list', key: `${unit}:${target}` } })
      const items: Item[] = record ? await itemsAt(ctx.tx, record.id, record.version) : []
      const changed = items.map(item =>
        pick(3) === 0 ? { ...item, doneOn: pick(4) === 0 ? null : somewhere(pick) } : item,
      )
      const fresh = {
        n: 900,
        text: `Việc ${pick(10_000)}`,
        receivedOn: pick(4) === 0 ? null : somewhere(pick),
        result: '',
      }
      const more = pick(3) === 0 ? [] : [{ ...fresh, dueOn: pick(3) === 0 ? null : somewhere(pick), doneOn: null }]
      const place = { unit, target }
      await handInItems(ctx, place, { record, basedOn: record?.version ?? 0, items: [...changed, ...more] })
    },
    launch: async (ctx, unit) => {
      const record = await ctx.tx.record.findFirst({ where: { kind: 'launch', key: unit } })
      await submit(ctx, launching, unit, {
        record: record?.id ?? null,
        basedOn: record?.version ?? 0,
        nth: pick(2) === 0 ? 0 : 1,
      })
    },
    initiative: (ctx, unit) => submit(ctx, initiatives, unit, { record: null, basedOn: 0, nth: pick(2) === 0 ? 0 : 1 }),
  }

  async function decide(who: string, of: RecordFeature, action: string) {
    await world.as(who, async ctx => {
      const all = await ctx.tx.record.findMany({ where: { kind: of.record.name }, orderBy: { number: 'asc' } })
      const record = all[pick(Math.max(1, all.length))]
      if (record) await decideRecord(ctx, of.record, record.id, { action, reason: 'Lý do để thử', marks: [] })
    })
  }

  for (let deed = 0; deed < 90; deed++) {
    // What two people do is never done in one and the same instant; of that, nobody could tell what came last.
    world.clock.advance(1_000)
    const isOver = today() > merged.lastDay
    if (isOver && !hasGoneOn) {
      hasGoneOn = true
      const kinds = [progress, lists, launching, initiatives].map(({ record }) => anyKind(record))
      await world.as('Cán bộ', async ctx => {
        for (const from of merged.units) await recordsGoOn(ctx, kinds, { from, to: 'P3' })
      })
    }
    const unit = oneOf(...(isOver ? ['P3'] : merged.units), ...(isOver ? ['P3'] : []), 'TCKH', 'S1')
    const who = `${oneOf('Đầu mối', 'Thủ trưởng')} ${unit}`
    const head = `Thủ trưởng ${oneOf(isOver ? 'P3' : 'P1', isOver ? 'P3' : 'P2', 'TCKH', 'S1')}`
    const kind = pick(16)
    if (kind < 3) await world.as(who, ctx => must(handers.report)(ctx, unit))
    else if (kind < 5 && unit !== 'S1') await world.as(who, ctx => must(handers.list)(ctx, unit))
    else if (kind === 5) await world.as(who, ctx => must(handers.launch)(ctx, unit))
    else if (kind === 6) await world.as(who, ctx => must(handers.initiative)(ctx, unit))
    else if (kind < 9)
      await decide(head, oneOf(progress, lists, launching), oneOf('approve', 'approve', 'sendBack', 'reopen'))
    else if (kind === 9) await decide('Cán bộ', oneOf(progress, lists), oneOf('verify', 'return', 'reopen'))
    else if (kind === 10) await decide('Cán bộ', launching, oneOf('accept', 'return', 'reopen'))
    else if (kind < 13)
      await decide(
        head,
        initiatives,
        oneOf('recognise', 'apply', 'confirmEffect', 'replicate', 'reject', 'findIneffective', 'reopen'),
      )
    else if (kind === 13) await change(world, pick)
    else if (kind === 14) await choose(world, pick)
    else await note(world, pick)
    if (deed % 9 === 8) {
      const told = await summary(world, null)
      expect(told).toEqual(await counted(world, after(world.clock.now(), 1)))
      seen.set(today(), told)
      world.clock.advance((1 + pick(11)) * 24 * 60 * 60 * 1_000)
    }
  }
  for (const [day, told] of seen) {
    const past = await summary(world, day)
    expect([day, past]).toEqual([day, told])
    const until = instantOf(`${Temporal.PlainDate.from(day).add({ days: 1 })}T00:00:00+07:00`)
    expect([day, past]).toEqual([day, await counted(world, until)])
  }
  // The history says something.
  expect(new Set([...seen.values()].map(told => JSON.stringify(told))).size).toBeGreaterThan(4)
}

/** What the Word file says, as words. */
interface Told {
  sentences: string[]
  targets: Record<string, string[]>
  rows: Record<string, string[]>
  outstanding: string[][]
}

async function summary(world: ChatWorld, day: string | null): Promise<Told> {
  const { bytes } = await world.as('Cán bộ', ctx =>
    makeWord(ctx, must(paperKind('DOC12')), {
      ...{ unitCode: null, period: '2024', units: null },
      day: day === null ? null : Temporal.PlainDate.from(day),
    }),
  )
  const read = readWord(bytes)
  const numbered = (rows: string[][]) => {
    expect(rows.map(([no]) => no)).toEqual(rows.map((_, at) => String(at + 1)))
    return rows.map(([, ...cells]) => cells)
  }
  const named = (rows: string[][]) => Object.fromEntries(numbered(rows).map(([name = '', ...counts]) => [name, counts]))
  return {
    sentences: read.text.split('\n').filter(line => /^(?:Có|Giải ngân|Đã đăng ký) /.test(line)),
    targets: named(rowsUnder(read, 'TT', 'Chỉ tiêu')),
    rows: named(rowsUnder(read, 'TT', 'Đơn vị')),
    outstanding: numbered(rowsUnder(read, 'TT', 'Mã').filter(row => row.join('') !== 'Không có')),
  }
}

/** The same out of the slow count. */
async function counted(world: ChatWorld, until: Date): Promise<Told> {
  const isOver = dayOf(new Date(until.getTime() - 1), 'Asia/Ho_Chi_Minh').toString() > merged.lastDay
  const asked = isOver
    ? { units: { ...units, ...since }, merged, until }
    : { units: { ...units, ...before }, merged: { units: [], into: '' }, until }
  const all = await recountSummary(world.store.prisma, world.campaign.plan, asked)
  const words = (counts: Recounted['rows']) =>
    Object.fromEntries(Object.entries(counts).map(([name, numbers]) => [name, numbers.map(String)]))
  const { launch, initiatives: register } = all
  const t = await world.as('Cán bộ', async ctx => ctx.t)
  return {
    sentences: [
      `Có ${all.units} đơn vị thi đua. ${launch.sent} trong ${launch.owed} đơn vị phải phát động đã gửi văn bản phát động về Phòng Nội vụ, trong đó ${launch.late} đơn vị gửi sau thời hạn.`,
      `Giải ngân chung của các đơn vị đã báo cáo: ${money(all.disbursed)}. Số đơn vị theo từng chỉ tiêu:`,
      `Đã đăng ký ${register.registered} mô hình, giải pháp, sáng kiến; ${register.recognised} được công nhận, ${register.effective} được xác nhận áp dụng có hiệu quả, ${register.replicated} được nhân rộng.`,
    ],
    targets: words(all.targets),
    rows: words(all.rows),
    outstanding: all.outstanding.map(({ code, title, author, unit, state }) => [
      ...[code, title, author, world.campaign.units.get(unit)?.name ?? ''],
      t(`initiative.states.${state}`),
    ]),
  }
}

/** Sums of the histories are whole thousands of millions, a share is cut after two digits. */
function money({ done, planned }: Recounted['disbursed']): string {
  if (planned === 0n) return 'chưa có số liệu'
  const share = (Math.floor(Number((done * 10_000n) / planned)) / 100).toString().replace('.', ',')
  return `${sum(done)} / ${sum(planned)} (${share}%)`
}

function sum(vnd: bigint): string {
  return vnd === 0n ? '0 đồng' : `${vnd / 1_000_000_000n} tỷ đồng`
}

async function handIn(ctx: Ctx, unit: string, target: string, period: string, pick: (below: number) => number) {
  const record = await ctx.tx.record.findFirst({ where: { kind: 'report', key: `${unit}:${target}:${period}` } })
  const done = BigInt(pick(11)) * 1_000_000_000n
  const part = { C04: 'text', C05: 'text', C09: 'percent', C11: 'document', C13: 'money', C16: 'yesNo' }[target] ?? ''
  const entry = progress.forms?.find(({ form }) => form.id === `progress.${part}`)
  const file = { id: newId(ctx.now), name: 'quyet-dinh.pdf' }
  await ctx.tx.storedFile.create({ data: { ...file, state: 'STORED', channel: 'web', createdAt: ctx.now } })
  const denominator = pick(5) === 0 ? 0 : 20
  const answers = {
    text: { text: 'Đã làm' },
    percent: { figure: { numerator: denominator === 0 ? 0 : oneIn(pick, 20), denominator } },
    document: { document: [file] },
    money: { planned: 10_000_000_000n, disbursed: done },
    yesNo: { isDone: pick(2) === 0 },
  }[part]
  await entry?.submit(ctx, {
    answers: { ...answers, evidence: null },
    params: {
      ...{ unit, target, serves: target === 'C13' ? ['C13', 'C14'] : [target], period },
      ...{ record: record?.id ?? null, basedOn: record?.version ?? 0 },
      ...{ code: '', name: '', numeratorLabel: '', denominatorLabel: '', standing: '', lead: '' },
      ...{ lastNumerator: null, lastDenominator: null, lastIsDone: null, needsReason: false },
      ...{ quick: false, quickPeriod: null, skip: [] },
    },
    draftId: newId(ctx.now),
  })
}

/** All of them often enough. */
function oneIn(pick: (below: number) => number, all: number): number {
  return pick(2) === 0 ? all : pick(all)
}

async function submit(
  ctx: Ctx,
  { record: kind, forms }: RecordFeature,
  unit: string,
  { nth, ...params }: { record: string | null; basedOn: number; nth: 0 | 1 },
): Promise<void> {
  const entry = forms?.find(({ form }) => form.id === kind.form.id)
  const answers = await sampleAnswers(ctx, kind.form, nth)
  await entry?.submit(ctx, { answers, params: { unit, ...params }, draftId: newId(ctx.now) })
}

async function change(world: ChatWorld, pick: (below: number) => number): Promise<void> {
  await world.as('Cán bộ', async ctx => {
    if (pick(4) === 0) {
      const place = { year: 2023, unitCode: must(['P3', 'TCKH', 'S1', 'P1'][pick(4)]), group: 'G4' }
      const data = { ...place, rank: 1 + pick(8), decision: 'QĐ', decidedOn: '2024-04-01', loadedAt: ctx.now }
      const where = { year_unitCode: { year: place.year, unitCode: place.unitCode } }
      if (!(await ctx.tx.rankingEntry.findUnique({ where }))) await ctx.tx.rankingEntry.create({ data })
      return
    }
    const unitCode = must(['P1', 'P2', 'P3', 'TCKH', 'S2'][pick(5)])
    const pair = { unitCode, targetCode: must(judged[pick(judged.length)]) }
    await decidePairs(ctx, [pair], pick(2) === 0 ? 'APPLIES' : 'NOT_APPLICABLE', 'Theo chức năng')
  })
}

/** Some of the register are outstanding, and the officer thinks again. */
async function choose(world: ChatWorld, pick: (below: number) => number): Promise<void> {
  await world.as('Cán bộ', async ctx => {
    const form = new FormData()
    for (const { id } of await ctx.tx.record.findMany({ where: { kind: 'initiative' }, orderBy: { number: 'asc' } }))
      if (pick(2) === 0) form.append('sk', id)
    const address = `http://desk.test/desk/${outstandingRoom.path}`
    await outstandingRoom.answer(ctx, { rest: 'moi', search: new URLSearchParams(), form, address, csrf: '' })
  })
}

/** What was handed in on paper is noted, or the note taken back. */
async function note(world: ChatWorld, pick: (below: number) => number): Promise<void> {
  await world.as('Cán bộ', async ctx => {
    const owed = await ctx.tx.obligation.findMany({ where: { dutyCode: 'D02' }, orderBy: { unitCode: 'asc' } })
    const { id } = must(owed[pick(owed.length)])
    const notes = await ctx.tx.receivedNote.findMany({ where: { state: 'CONFIRMED' }, orderBy: { id: 'asc' } })
    const taken = notes[pick(Math.max(1, notes.length))]
    const receivedOn = must(['2024-03-28', '2024-04-02'][pick(2)])
    if (pick(3) === 0 && taken) await decideNote(ctx, taken.id, 'reopen', 'Ghi nhầm đơn vị')
    else await noteReceived(ctx, id, { way: 'PAPER', number: '', receivedOn }, '')
  })
}

function somewhere(pick: (below: number) => number): string {
  return `2024-0${3 + pick(4)}-${String(1 + pick(28)).padStart(2, '0')}`
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('is not there')
  return value
}
