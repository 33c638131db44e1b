import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reorganisation } from '../../src/campaign/reorganisation.ts'
import type { Ctx } from '../../src/contract/feature.ts'
import { onDesk } from '../../src/contract/on-desk.ts'
import { boardOf } from '../../src/features/board/matrix.ts'
import { initiativeForm } from '../../src/features/initiatives/form.ts'
import { initiative } from '../../src/features/initiatives/kind.ts'
import { reorganise, takeBack } from '../../src/features/reorganisation/reorganise.ts'
import { noChoices } from '../../src/features/reorganisation/stored.ts'
import { owedByMyUnits } from '../../src/features/tasks/store.ts'
import { handInRecord } from '../../src/records/hand-in.ts'
import { anyKind } from '../../src/records/kind.ts'
import { listRecords } from '../../src/records/list.ts'
import { beat } from '../../src/reminders/round/beat.ts'
import { newId } from '../../src/store/new-id.ts'
import { everything, kinds, type World, world } from '../features/reorganisation/world.ts'
import { alsoLoad, nameOf, yearPlan } from './two-seasons.ts'

const kind = anyKind(initiative)
const years = [2024, 2025] as const
const old = ['UB-P-QT', 'UB-P-TS'] as const
const merged = 'P-MOI'
const what: Reorganisation = {
  ...{ effectiveOn: '2025-07-01', document: '1/NQ' },
  newUnits: [{ code: merged, name: 'Phường Mới (mẫu)', kind: 'ward', parentCode: 'UB-UBND' }],
  arrows: old.map(from => ({ from, to: merged, isMain: false })),
}

let w: World
beforeAll(async () => {
  w = await world('2025-06-30T02:00:00Z')
  await alsoLoad(w, yearPlan, 2024)
  await w.join('An', 'HEAD', old[0])
  await w.join('Chi', 'HEAD', old[1])
  await w.join('Bình', 'PNV', 'UB-NV')
  for (const of of years)
    for (const [who, unit] of [
      ['An', old[0]],
      ['Chi', old[1]],
    ] as const) {
      await inSeason(who, of, ctx => register(ctx, unit, `Cách làm của ${who} mùa ${of}`))
      await inSeason(who, of, ctx => keepDraft(ctx, unit))
    }
})
afterAll(() => w.store.close())

async function inSeason<T>(name: string, of: number, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  w.clock.advance(1_000)
  const account = await w.store.prisma.account.findFirstOrThrow({ where: { externalId: name } })
  const campaign = await w.store.prisma.campaign.findFirstOrThrow({ where: { year: of } })
  const visitor = { personId: account.personId ?? '', accountId: account.id }
  const done = await onDesk(w.system, visitor, async ctx => ({ value: await work(ctx) }), campaign.id)
  if (!done) throw new Error(`nobody is called ${name}`)
  return done.value
}

async function keepDraft(ctx: Ctx, unit: string): Promise<{ id: string; params: object }> {
  const id = newId(ctx.now)
  const params = { unit, unitName: unit, about: unit, today: ctx.today.toString(), record: null, basedOn: 0 }
  const draft = { form: initiativeForm.id, formVersion: initiativeForm.version, position: 'title', params }
  const of = { campaignId: ctx.campaign.id, personId: ctx.person.id, createdAt: ctx.now, updatedAt: ctx.now }
  await ctx.tx.draft.create({ data: { id, ...draft, ...of } })
  return { id, params }
}

async function register(ctx: Ctx, unit: string, title: string): Promise<void> {
  const { id: draftId } = await keepDraft(ctx, unit)
  const params = { unit, unitName: unit, about: unit, today: ctx.today.toString(), record: null, basedOn: 0 }
  const words = { problem: 'a', content: 'b', novelty: 'c', scope: 'd', expected: 'e' }
  const answers = { title, kind: 'MODEL', parField: 'TTHC', ...words, startsOn: '2025-07-01', selfCheck: [] }
  const given = { answers: { ...answers, coAuthors: null, files: null }, params, draftId }
  await handInRecord(ctx, kind, initiativeForm, given)
  await ctx.tx.draft.update({ where: { id: draftId }, data: { state: 'SUBMITTED' } })
}

/** Everything of a season that a reorganisation may move, without where it is. */
async function ofSeason(of: number) {
  const where = { campaign: { year: of } }
  const { prisma } = w.store
  const [records, drafts, duties] = await Promise.all([
    prisma.record.findMany({ where, orderBy: { id: 'asc' } }),
    prisma.draft.findMany({ where: { ...where, state: 'OPEN' }, orderBy: { id: 'asc' } }),
    prisma.obligation.findMany({ where: { ...where, state: { not: 'WITHDRAWN' } }, orderBy: { id: 'asc' } }),
  ])
  return { records, drafts, duties }
}

const owedBy = (name: string, of: number) => inSeason(name, of, async ctx => (await owedByMyUnits(ctx)).map(keyOf))
const keyOf = ({ dutyCode, period }: { dutyCode: string; period: string }) => `${dutyCode}|${period}`

describe('two wards become one while last year’s season and this year’s are both open', () => {
  let before: Record<number, Awaited<ReturnType<typeof ofSeason>>>
  let owed: Record<number, string[]>
  let id = ''
  const order = () => w.as('Bình', ctx => reorganise(ctx, kinds, { what, choices: noChoices }, null))

  it('is undone exactly, in both', async () => {
    w.clock.set('2025-07-01T02:00:00Z')
    before = Object.fromEntries(await Promise.all(years.map(async of => [of, await ofSeason(of)])))
    owed = {}
    for (const of of years)
      owed[of] = [...new Set([...(await owedBy('An', of)), ...(await owedBy('Chi', of))])].toSorted()
    const rows = await w.store.prisma.$transaction(tx => everything(tx))
    const done = await order()
    if (!done.ok) throw new Error(JSON.stringify(done.faults))
    expect(await w.as('Bình', ctx => takeBack(ctx, done.id, null))).toEqual({ ok: true })
    const again = await w.store.prisma.$transaction(tx => everything(tx))
    for (const name of Object.keys(rows)) expect([name, again[name]]).toEqual([name, rows[name]])
  })

  it('takes records, drafts and duties of each season along, and mixes none', async () => {
    const done = await order()
    if (!done.ok) throw new Error(JSON.stringify(done.faults))
    id = done.id
    for (const of of years) {
      const [was, is] = [before[of], await ofSeason(of)]
      expect([of, is.records.map(one => one.id)]).toEqual([of, was?.records.map(one => one.id)])
      expect([of, is.drafts.map(one => one.id)]).toEqual([of, was?.drafts.map(one => one.id)])
      expect(is.records.filter(({ kind: name }) => name === 'initiative').map(({ unitCode }) => unitCode)).toEqual([
        merged,
        merged,
      ])
      expect(is.drafts.map(({ params }) => JSON.stringify(params).includes(`"unit":"${merged}"`))).toEqual([true, true])
      // Whoever was head of one of the two has before them what each season left, once.
      for (const who of ['An', 'Chi']) {
        const mine = await owedBy(who, of)
        expect([of, who, [...new Set(mine)].toSorted()]).toEqual([of, who, owed[of]])
      }
    }
    // Last year's season makes no new duty for a unit that came after its end.
    const late = await w.store.prisma.obligation.count({ where: { campaign: { year: 2024 }, unitCode: merged } })
    expect(late).toBe(0)
    const later = (await ofSeason(2025)).duties.filter(({ unitCode }) => unitCode === merged).map(keyOf)
    expect(later.length).toBeGreaterThan(0)
    expect(new Set(later).size).toBe(later.length)
  })

  it('shows each season with its units: the board of last year’s end the old ones, that of today the new one', async () => {
    const units = (of: number, period: string, day: string | null) =>
      inSeason('Bình', of, async ctx => {
        const { rows } = await boardOf(ctx, { period, day: day === null ? null : ctx.campaign.endsOn })
        return rows.map(({ unitCode }) => unitCode).filter(code => [...old, merged].some(one => one === code))
      })
    expect((await units(2024, '2024-Q4', '2024-12-31')).toSorted()).toEqual([...old])
    expect(await units(2025, '2025-Q3', null)).toEqual([merged])
  })

  it('lets lists, codes and messages of each season go on apart', async () => {
    for (const of of years) await inSeason('An', of, ctx => register(ctx, merged, `Cách làm mới mùa ${of}`))
    for (let day = 0; day < 8; day++) {
      w.clock.advance(24 * 3_600_000)
      await beat(w.system, 'one')
    }
    for (const of of years) {
      const query = { q: '', filters: {}, page: 1, size: 100 }
      const { records, total } = await inSeason('Bình', of, ctx => listRecords(ctx, kind, query))
      expect(total).toBe(3)
      expect(records.every(({ record }) => record.title.endsWith(`mùa ${of}`))).toBe(true)
    }
    const sent = await w.store.prisma.outbox.findMany({
      where: { campaignId: { not: null } },
      select: { body: true, campaign: { select: { year: true } } },
    })
    expect(new Set(sent.map(({ campaign }) => campaign?.year))).toEqual(new Set(years))
    for (const { body, campaign } of sent) {
      const text = JSON.stringify(body)
      const other = campaign?.year === 2024 ? 2025 : 2024
      expect(text).not.toContain(nameOf(other))
      expect(text).not.toContain(`mùa ${other}`)
    }
    expect(id).not.toBe('')
  })
})
