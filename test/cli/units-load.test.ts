import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { groupOf } from '../../src/campaign/competing.ts'
import { storedUnits } from '../../src/campaign/stored-units.ts'
import { unitsLoadWork, unitsPreviewWork } from '../../src/cli/units-load.ts'
import { Complaint } from '../../src/complaint.ts'
import type { System } from '../../src/intake/system.ts'
import { projectRoot } from '../../src/project-root.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

let store: Store
let system: System
let folder: string
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
  folder = await mkdtemp(join(tmpdir(), 'units-'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function file(text: string): Promise<{ file: string }> {
  const path = join(folder, 'don-vi.csv')
  await writeFile(path, text)
  return { file: path }
}

const linesOf = (output: unknown) => String(output).trim().split('\n')
const unit = async (code: string) => (await storedUnits(store.prisma)).find(known => known.code === code)

it('a part of the units counts what the database has; what it no longer says goes away and is shown; a preview writes nothing', async () => {
  const before = await storedUnits(store.prisma)
  const given = await file(
    'Mã đơn vị;Tên đơn vị;Loại đơn vị;Mã cấp trên;Đến ngày;Đơn vị kế thừa\n' +
      'UB-P-TV;UBND phường Trưng Vương;Phường;UB-UBND;30/6/2025;QN-P-VD\n' +
      'UB-P-MOI;Phường Mới;Phường;UB-UBND;30/06/2025;QN-P-UB\n',
  )
  expect(before.find(({ code }) => code === 'UB-P-TV')?.successors).toEqual(['QN-P-UB', 'QN-P-VD'])

  const preview = linesOf((await unitsPreviewWork(system, given)).output)
  expect(preview[0]).toBe('~ UB-P-TV – UBND phường Trưng Vương: không còn đơn vị kế thừa QN-P-UB')
  expect(preview[1]).toBe('+ UB-P-MOI – Phường Mới (Phường)')
  expect(preview[2]).toContain('2 đơn vị trong tệp, 1 đơn vị mới, 1 đơn vị thay đổi')
  expect(await storedUnits(store.prisma)).toEqual(before)

  const loaded = linesOf((await unitsLoadWork(system, given)).output)
  expect(loaded.slice(0, 2)).toEqual(preview.slice(0, 2))
  expect(await unit('UB-P-TV')).toMatchObject({ successors: ['QN-P-VD'] })
  // A column that the file does not have leaves known units as they are.
  expect((await unit('UB-P-TV'))?.notes).toBe(before.find(({ code }) => code === 'UB-P-TV')?.notes)
  expect(await unit('UB-P-MOI')).toMatchObject({ kind: 'ward', parentCode: 'UB-UBND', validTo: '2025-06-30' })
  const owed = await store.prisma.obligation.count({ where: { unitCode: 'UB-P-MOI' } })
  expect(owed).toBe(await store.prisma.obligation.count({ where: { unitCode: 'UB-P-TV' } }))
  expect(linesOf((await unitsLoadWork(system, given)).output)).toEqual([
    'Đã nạp 2 đơn vị (0 đơn vị mới, 0 đơn vị thay đổi).',
  ])
})

it('a circle through a unit that only the database has is told; nothing of a file with a problem is written', async () => {
  const before = await storedUnits(store.prisma)
  const given = await file('Mã,Tên,Loại,Cấp trên\nUB-X,Xã Mới,Xã,UB\nUB,Thành phố Uông Bí,Thành phố,UB-NV\n')
  const refused = await unitsLoadWork(system, given).catch(error => error)
  expect(refused).toBeInstanceOf(Complaint)
  expect(refused.lines[0]).toBe('Tệp «don-vi.csv» còn 1 chỗ cần sửa, chưa ghi gì vào hệ thống:')
  expect(refused.lines[1]).toMatch(/^Ô D3: đơn vị «UB» nằm trong vòng .*UB → UB-NV → /)
  expect(await storedUnits(store.prisma)).toEqual(before)
})

it('a new unit without a kind is told where', async () => {
  const refused = await unitsLoadWork(system, await file('Mã,Tên\nUB-Y,Xã Khác\n')).catch(error => error)
  expect(refused.lines[1]).toMatch(/^Ô B2: «UB-Y» là đơn vị mới/)
})

it('organisations of wards and schools come in by a short file, each marked as a sample, in their group of the plan', async () => {
  const { campaign, prisma } = system
  const { plan } = await campaign(prisma)
  for (const [name, kind, group, count] of [
    ['to-chuc-phuong-xa', 'ward_sociopolitical_org', 'G2', 40],
    ['truong-hoc-mau', 'school', 'G3', 30],
  ] as const) {
    const before = await storedUnits(prisma)
    const path = { file: join(projectRoot, `prisma/units/${name}.csv`) }
    const said = linesOf((await unitsLoadWork(system, path)).output)
    expect(said.at(-1)).toContain(`Đã nạp ${count} đơn vị (${count} đơn vị mới, 0 đơn vị thay đổi).`)
    const added = (await storedUnits(prisma)).filter(({ code }) => !before.some(known => known.code === code))
    expect(added).toHaveLength(count)
    expect(added.filter(one => one.kind !== kind || groupOf(plan, one) !== group)).toEqual([])
    expect(added.filter(({ notes }) => !notes.startsWith('sample; '))).toEqual([])
    expect(new Set(added.map(one => one.name)).size).toBe(count)
  }
})
