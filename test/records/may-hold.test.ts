import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Ctx } from '../../src/contract/feature.ts'
import { mayBeWritten, mayHold } from '../../src/records/may-hold.ts'
import { recordsGoOn } from '../../src/records/succession.ts'
import { Prisma } from '../../src/store/generated/client.ts'
import { type ToyWorld, toy, toyWorld } from './toy-world.ts'

const long = 'nghieng'.repeat(5)

let world: ToyWorld
/** By the letter that each is called by here. */
const ids = new Map<string, string>()
beforeAll(async () => {
  world = await toyWorld()
  const sent = [
    { name: 'a', unit: 'P1', title: 'Xe gỗ' },
    { name: 'b', unit: 'P2', title: 'Xe sắt' },
    { name: 'c', unit: 'P1', title: 'Con quay' },
    { name: 'd', unit: 'P2', title: long },
    { name: 'e', unit: 'P2', title: "Bé's \\ phường xa" },
  ]
  for (const { name, unit, title } of sent) ids.set(name, await world.handIn(`Đầu mối ${unit}`, { unit, title }))
})
afterAll(() => world.close())

const letters = (found: readonly string[]) =>
  [...ids.entries()].flatMap(([name, id]) => (found.includes(id) ? [name] : [])).join('')

async function held(words: string, { most = 9, kind, of }: { most?: number; kind?: string; of?: Partial<Ctx> } = {}) {
  const found = await world.as('Cán bộ', ctx => mayHold({ ...ctx, ...of }, words.split(' '), most, kind))
  expect(new Set(found).size).toBe(found.length)
  return letters(found)
}

/** How often the database is asked. */
async function asked(words: string, most = 9): Promise<number> {
  let times = 0
  await world.as('Cán bộ', ctx => {
    const $queryRaw = (...query: Parameters<typeof ctx.tx.$queryRaw>) => {
      times += 1
      return ctx.tx.$queryRaw(...query)
    }
    const tx = new Proxy(ctx.tx, { get: (of, name) => (name === '$queryRaw' ? $queryRaw : Reflect.get(of, name)) })
    return mayHold({ ...ctx, tx }, words.split(' '), most)
  })
  return times
}

it.each([
  ['xe', 'ab'],
  ['xe go', 'a'],
  ['quay xe', ''],
  ['mot', 'ac'],
  ['mot xe', 'a'],
  ['xe mot', 'a'],
  ['hai xe sat', 'b'],
  ['hai quay', ''],
  ['phuong', 'abcde'],
  ['phuong xe', 'ab'],
  ['ubnd phuong hai', 'bde'],
  ['ubnd phuong xe', 'ab'],
  ['phong', ''],
  ['phong xe', ''],
  ['phuong xa', 'e'],
  ["be's", 'e'],
  ['\\ xa', 'e'],
  [long, 'd'],
])('«%s» may be held by «%s»: in the text, or the rest of it and the name of the unit', async (words, found) => {
  expect(await held(words)).toBe(found)
})

it('so many at most, of one kind or of all, of this campaign', async () => {
  for (const words of ['xe', 'mot', 'phuong']) expect(await held(words, { most: 1 })).toHaveLength(1)
  expect(await held('phuong', { most: 3 })).toHaveLength(3)
  expect([await held('xe', { kind: 'toy' }), await held('xe', { kind: 'launch' })]).toEqual(['ab', ''])
  expect([await held('mot', { kind: 'toy' }), await held('mot', { kind: 'launch' })]).toEqual(['ac', ''])
  const other = { campaign: { ...world.campaign, id: '00000000-0000-4000-8000-000000000000' } }
  expect([await held('xe', { of: other }), await held('mot', { of: other })]).toEqual(['', ''])
})

it('the database is asked once more only where a unit is named, and more are wanted', async () => {
  expect(await asked('xe')).toBe(1)
  expect(await asked('phuong xe')).toBe(2)
  expect(await asked('phuong', 1)).toBe(1)
  expect(await asked('phuong', 2)).toBe(2)
})

it('as the text alone can tell, those without a word that some unit is called by', async () => {
  const narrowed = (words: string) =>
    world.as('Cán bộ', async ctx => {
      const parts = mayBeWritten(ctx, words.split(' '))
      const [part, ...others] = parts
      expect(others).toEqual([])
      if (!part) return 'all'
      const rows = await ctx.tx.$queryRaw<{ id: string }[]>(Prisma.sql`SELECT r.id FROM record r WHERE ${part}`)
      return letters(rows.map(({ id }) => id))
    })
  expect(await narrowed('xe')).toBe('ab')
  expect(await narrowed('phuong xe go')).toBe('a')
  expect(await narrowed('phuong hai')).toBe('all')
})

it('what went on is found by the name of the unit that it left, too', async () => {
  const only = { from: 'P1', to: 'P2', ids: [ids.get('a') ?? ''] }
  await world.as('Cán bộ', ctx => recordsGoOn(ctx, [toy], only))
  expect([await held('mot'), await held('hai'), await held('hai xe')]).toEqual(['ac', 'abde', 'ab'])
  expect(await held('mot', { kind: 'launch' })).toBe('')
  // The other words are looked for once the candidates are read.
  expect(await held('mot sat')).toBe('a')
})
