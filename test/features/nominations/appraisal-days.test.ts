import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarLoadWork } from '../../../src/cli/calendar-load.ts'
import { askAgencies, giveOpinion } from '../../../src/features/nominations/appraisal.ts'
import { urgeAppraisal } from '../../../src/features/nominations/appraisal-beat.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'
import { waitingNominee } from '../awarding/waiting-nominee.ts'

const [owing, quick, officer] = ['Chuyên viên Tài chính', 'Chuyên viên Thanh tra', 'Cán bộ Nội vụ'] as const

let world: PlanWorld
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appraisal-days-'))
  world = await planWorld('2024-12-18T02:00:00Z')
  const authorId = await world.join('Đầu mối', 'CLERK', 'UB-P-QT')
  await world.join(owing, 'FOCAL', 'UB-TCKH')
  await world.join(quick, 'FOCAL', 'UB-TTR')
  await world.join(officer, 'PNV', 'UB-NV')
  const { prisma } = world.store
  const wanted = { number: 1, name: 'Nguyễn Mẫu Một', unitCode: 'UB-P-QT', authorId }
  const id = await waitingNominee(prisma, world.clock.now(), wanted)
  const record = await prisma.record.update({ where: { id }, data: { state: 'APPRAISING' } })
  await world.as(officer, ctx => askAgencies(ctx, record))
  await world.as(quick, ctx => giveOpinion(ctx, { recordId: id, agency: 'UB-TTR' }, { opinion: 'AGREE', reason: '' }))
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const dues = async () => [...new Set((await world.store.prisma.appraisal.findMany()).map(({ dueOn }) => dueOn))]

/** The days on which these were told something, with a beat of the appraisal twice each day. */
async function toldOn(from: string, to: string): Promise<Record<string, string[]>> {
  const { prisma } = world.store
  const told: Record<string, string[]> = { [owing]: [], [quick]: [] }
  const until = Temporal.PlainDate.from(to)
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, until) <= 0;
    day = day.add({ days: 1 })
  ) {
    world.clock.set(`${day}T01:30:00Z`)
    const before = await prisma.outbox.count()
    for (const _ of [1, 2]) await urgeAppraisal(world.system, await world.system.campaign(prisma), world.clock.now())
    const added = await prisma.outbox.findMany({ orderBy: { seq: 'asc' }, skip: before, include: { account: true } })
    for (const { account } of added) told[account.externalId]?.push(day.toString())
  }
  return told
}

it('an agency that owes its opinion is reminded 5, 2 and 0 working days before the last one; one that gave it is not', async () => {
  // Ten working days from 18/12/2024; 01/01/2025 is off.
  expect(await dues()).toEqual(['2025-01-02'])
  expect(await toldOn('2024-12-19', '2024-12-27')).toEqual({ [owing]: ['2024-12-25'], [quick]: [] })
})

it('a day off that is put in moves the last day and the reminders, and is listed with what it moves', async () => {
  const file = join(folder, 'lich.csv')
  const off = ['01/01', '27/01', '28/01', '29/01', '30/01', '31/01', '07/04', '30/04', '01/05', '01/09', '02/09']
  const lines = ['Ngày;Loại;Tên', ...off.map(day => `${day}/2025;nghỉ;Ngày nghỉ`), '02/01/2025;nghỉ;Hoán đổi', '']
  await writeFile(file, lines.join('\n'))
  const { output } = await calendarLoadWork(world.system, { file })
  const told = String(output)
    .split('\n')
    .filter(line => line.includes('thẩm định'))
  expect(told).toEqual(['→ 7 ý kiến thẩm định yêu cầu ngày 18/12/2024: hạn 02/01/2025 → 03/01/2025'])
  expect(await dues()).toEqual(['2025-01-03'])
  expect(String((await calendarLoadWork(world.system, { file })).output)).not.toContain('thẩm định')

  expect(await toldOn('2024-12-28', '2025-01-05')).toEqual({ [owing]: ['2024-12-31', '2025-01-03'], [quick]: [] })
  // Time is up: what was given is open, what was not is told as missing.
  const opened = await world.store.prisma.appraisal.findMany({ orderBy: { agency: 'asc' } })
  expect(opened.every(({ openedAt }) => openedAt !== null)).toBe(true)
  expect(opened.flatMap(({ agency, opinion }) => (opinion === null ? [] : [agency]))).toEqual(['UB-TTR'])
})
