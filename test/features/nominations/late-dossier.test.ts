import { afterAll, beforeAll, expect, it } from 'vitest'
import { joinDossier } from '../../../src/features/nominations/dossier.ts'
import { type PlanWorld, planWorld } from '../../support/plan-world.ts'
import { waitingNominee } from '../awarding/waiting-nominee.ts'

let world: PlanWorld
let authorId = ''
beforeAll(async () => {
  world = await planWorld('2024-12-16T02:00:00Z')
  authorId = await world.join('Thủ trưởng', 'HEAD', 'UB-P-QT')
})
afterAll(() => world.close())

/** The mark of the dossier of that unit which is begun at this instant. */
async function isLate(
  at: string,
  number: number,
  unitCode: string,
  level: 'CITY' | 'WARD' | 'PROVINCE',
): Promise<boolean> {
  const { prisma } = world.store
  world.clock.set(at)
  const id = await waitingNominee(prisma, world.clock.now(), {
    number,
    name: `Người Mẫu ${unitCode}`,
    level,
    unitCode,
    authorId,
  })
  const record = await prisma.record.findUniqueOrThrow({ where: { id } })
  await world.as('Thủ trưởng', ctx => joinDossier(ctx, record))
  const { dossier } = await prisma.dossierMember.findUniqueOrThrow({
    where: { recordId: id },
    include: { dossier: true },
  })
  return dossier.isLate
}

it('who comes after D08, ten working days before the conference, is marked late and never refused; the ward’s own award has no such day', async () => {
  // 31/12/2024 less ten working days is 17/12; its last minute is 16:59:59 UTC.
  expect(await isLate('2024-12-17T16:59:59Z', 1, 'UB-P-QT', 'CITY')).toBe(false)
  expect(await isLate('2024-12-17T17:00:00Z', 2, 'UB-P-TS', 'CITY')).toBe(true)
  expect(await isLate('2024-12-20T02:00:00Z', 3, 'UB-TP', 'PROVINCE')).toBe(true)
  expect(await isLate('2024-12-20T02:00:00Z', 4, 'UB-P-NK', 'WARD')).toBe(false)
})
