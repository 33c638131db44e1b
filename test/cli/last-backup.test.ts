import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepLastBackup } from '../../src/backup/last-backup.ts'
import { type DataFinding, dataDoctorWork } from '../../src/cli/data-doctor.ts'
import { systemClock } from '../../src/clock.ts'
import type { System } from '../../src/intake/system.ts'
import type { Store } from '../../src/store/open.ts'
import { freshEmbedded } from '../support/database.ts'
import { testSystem } from '../support/test-system.ts'

let store: Store
let system: System
beforeAll(async () => {
  store = await freshEmbedded()
  system = await testSystem(store)
})
afterAll(() => store.close())

/** What the doctor says of backups; a warning carries its mark. */
async function said(): Promise<DataFinding | undefined> {
  const { output } = await dataDoctorWork(system, {})
  const findings: DataFinding[] = String(output)
    .split('\n')
    .filter(Boolean)
    .map(finding => JSON.parse(finding))
  return findings.find(({ line }) => line.startsWith('Sao lưu'))
}

const hoursAgo = (hours: number) => new Date(systemClock.now().getTime() - hours * 3_600_000)

it('the doctor warns when there is no backup, and when one night was left out twice', async () => {
  expect(await said()).toMatchObject({ isWarning: true, line: expect.stringContaining('chưa có bản nào') })
  await keepLastBackup(store.prisma, hoursAgo(47))
  expect((await said())?.isWarning).toBeUndefined()
  await keepLastBackup(store.prisma, hoursAgo(49))
  expect(await said()).toMatchObject({ isWarning: true, line: expect.stringContaining('đã cũ') })
})
