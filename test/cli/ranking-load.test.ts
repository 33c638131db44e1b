import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { exportWork } from '../../src/cli/export.ts'
import { rankingLoadWork, rankingPreviewWork } from '../../src/cli/ranking-load.ts'
import type { System } from '../../src/intake/system.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

let store: Store
let system: System
let folder: string
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
  folder = await mkdtemp(join(tmpdir(), 'ranking-'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function run(work: typeof rankingLoadWork, content: string, more: Record<string, string> = {}) {
  const file = join(folder, 'xep-hang.csv')
  await writeFile(file, content)
  return String((await work(system, { file, year: '2023', ...more })).output)
    .trim()
    .split('\n')
}

const list = (...rows: string[]) => ['Đơn vị,Xếp hạng,Điểm', ...rows].join('\n')
const first = list('Phòng Nội vụ,1,"92,5"', 'UB-TP,2,"91,25"', 'UBND phường Quang Trung,1,90')
const stored = () =>
  store.prisma.rankingEntry.findMany({
    select: { unitCode: true, group: true, rank: true, scoreThousandths: true, decision: true },
    orderBy: [{ group: 'asc' }, { rank: 'asc' }],
  })

it('is previewed, loaded as a whole with the decision, replaced group by group, and goes out as a table', async () => {
  const decision = { decision: '1520/QĐ-UBND' }
  await expect(run(rankingLoadWork, first, { year: 'nay', ...decision })).rejects.toThrow('--year')
  await expect(run(rankingLoadWork, first)).rejects.toThrow('số quyết định')
  expect((await run(rankingPreviewWork, first, decision)).at(-1)).toContain('chưa ghi gì')
  await expect(run(rankingLoadWork, list('Phòng Nội vụ,2,'), decision)).rejects.toThrow()
  expect(await stored()).toEqual([])

  const lines = await run(rankingLoadWork, first, decision)
  expect(lines[0]).toBe('+ Phòng Nội vụ: nhóm G3, hạng 1, 92,5 điểm (QĐ 1520/QĐ-UBND)')
  expect(await stored()).toEqual([
    { unitCode: 'UB-NV', group: 'G3', rank: 1, scoreThousandths: 92_500, ...decision },
    { unitCode: 'UB-TP', group: 'G3', rank: 2, scoreThousandths: 91_250, ...decision },
    { unitCode: 'UB-P-QT', group: 'G4', rank: 1, scoreThousandths: 90_000, ...decision },
  ])
  expect(await run(rankingLoadWork, first, decision)).toHaveLength(1)

  const again = await run(rankingLoadWork, list('Phòng Tư pháp,1,93'), decision)
  expect(again.slice(0, 2)).toEqual([
    '~ Phòng Tư pháp: nhóm G3, hạng 2, 91,25 điểm (QĐ 1520/QĐ-UBND) → nhóm G3, hạng 1, 93 điểm (QĐ 1520/QĐ-UBND)',
    '- Phòng Nội vụ: nhóm G3, hạng 1, 92,5 điểm (QĐ 1520/QĐ-UBND) (tệp không còn ghi)',
  ])
  expect((await stored()).map(({ unitCode, rank }) => [unitCode, rank])).toEqual([
    ['UB-TP', 1],
    ['UB-P-QT', 1],
  ])

  const { output } = await exportWork(system, { table: 'rankings', format: 'csv' })
  const csv = await text(output as AsyncIterable<Buffer>)
  expect(csv).toContain('Năm,Nhóm,Mã đơn vị,Tên đơn vị,Xếp hạng,Điểm,Số quyết định,Ngày quyết định')
  expect(csv).toContain('2023,G3,UB-TP,Phòng Tư pháp,1,93,1520/QĐ-UBND,')
})
