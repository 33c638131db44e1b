import { steppedClock } from '../src/clock.ts'
import { features } from '../src/features/list.ts'
import type { BenchDatabase } from './database.ts'
import { measurePair, type Side } from './measure.ts'
import { benchSystem, type Member, newMember, say } from './system.ts'
import type { Line } from './table.ts'

const [ward, otherWard] = ['UB-P-QT', 'UB-P-TV']
const rules = { cost: 'wall', rounds: 15, warmUp: 5 } as const

const figures = [
  ...[
    'C02 3/4',
    'C07 20/20',
    'C08 18/20',
    'C09 150/200',
    'C10a 24/25',
    'C10b 20/25',
    'C10c 3/40',
    'C11 1/2',
    'C12c 12/12',
  ],
  ...['C16 rồi', 'C18 300/310'],
].join('\n')

/**
 * (q) A dossier of eleven figures: all of them pasted in one event and said back as one table, against the event of one answer of a
 * report; and all of them handed in by one event, against the event that hands in one report.
 */
export async function dossierAgainstAnswer(database: BenchDatabase): Promise<Line[]> {
  const system = await benchSystem(database, features, steppedClock('2024-03-20T02:00:00Z'))
  const { prisma } = system
  // With C02, of which a ward proposes that it applies there: the lists are not reported as figures.
  await prisma.applicability.updateMany({
    where: { unitCode: { in: [ward, otherWard] }, OR: [{ state: 'PENDING' }, { targetCode: 'C02' }] },
    data: { state: 'APPLIES' },
  })
  const focal = await newMember(system, 'CLERK', ward)
  const other = await newMember(system, 'CLERK', otherWard)
  const type = (member: Member, text: string) => say(system, member, text)
  const forget = async () => {
    for (const table of ['report_figure', 'record_move', 'record_version', 'record', 'figure_sheet'])
      await database.run(`DELETE FROM ${table}`, [])
    await database.run('UPDATE conversation SET draft_id = NULL, prompt = NULL', [])
    for (const table of ['answer', 'draft']) await database.run(`DELETE FROM ${table}`, [])
  }
  /** A bench over something that does not happen measures nothing. */
  const mustBe = async (what: string, count: Promise<number>, wanted: number) => {
    if ((await count) !== wanted) throw new Error(`${what}: not ${wanted}`)
  }
  const begin = async () => {
    await type(focal, 'menu')
    await type(focal, 'báo cáo quý I')
  }
  const pasted: Side = {
    size: 1,
    before: async () => {
      await forget()
      await begin()
    },
    run: () => type(focal, figures),
  }
  const answered: Side = {
    size: 1,
    before: async () => {
      await forget()
      await type(other, 'menu')
      for (const text of ['C09', 'quý I']) await type(other, text)
    },
    run: () => type(other, '17/20'),
  }
  const sentWhole: Side = {
    size: 1,
    before: async () => {
      await forget()
      await begin()
      await type(focal, figures)
    },
    run: () => type(focal, 'gửi'),
  }
  const sentOne: Side = {
    size: 1,
    before: async () => {
      await forget()
      for (const text of ['menu', 'C09', 'quý I', '17/20', 'bỏ qua']) await type(other, text)
    },
    run: () => type(other, '1'),
  }
  const name = `(q) eleven figures pasted in one event / the event of one answer, ${database.kind}`
  await pasted.before?.()
  await pasted.run()
  await mustBe('sheets', prisma.figureSheet.count({ where: { revision: 1 } }), 1)
  await answered.before?.()
  await answered.run()
  await mustBe('answers', prisma.answer.count({ where: { field: 'figure' } }), 1)
  await sentWhole.before?.()
  await sentWhole.run()
  await mustBe('reports', prisma.record.count(), 11)
  await sentOne.before?.()
  await sentOne.run()
  await mustBe('reports', prisma.record.count(), 1)
  return [
    { name, pair: await measurePair(pasted, answered, rules), unit: 'ms', target: { atMost: 3 } },
    {
      name: '    … eleven handed in by one event / one report handed in',
      pair: await measurePair(sentWhole, sentOne, rules),
      unit: 'ms',
      target: { atMost: 3 },
    },
  ]
}
