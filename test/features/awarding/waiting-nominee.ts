import { foldName } from '../../../src/features/nominations/nominee.ts'
import type { PrismaClient } from '../../../src/store/generated/client.ts'
import { newId } from '../../../src/store/new-id.ts'

export interface WaitingNominee {
  number: number
  name: string
  kind?: 'COLLECTIVE' | 'INDIVIDUAL'
  level?: 'CITY' | 'WARD' | 'PROVINCE'
  unitCode: string
  personId?: string
  authorId: string
}

/** A nominee that waits for the chairman, or a ward's chair: as the steps before leave it. Gives the record's id. */
export async function waitingNominee(prisma: PrismaClient, now: Date, wanted: WaitingNominee): Promise<string> {
  const { number, name, kind = 'INDIVIDUAL', level = 'CITY', unitCode, personId = null, authorId } = wanted
  const campaign = await prisma.campaign.findFirstOrThrow({ where: { isActive: true } })
  const recordId = newId(now)
  const state = level === 'WARD' ? 'WITH_WARD_CHAIR' : 'SUBMITTED_TO_CHAIR'
  const waitsFor = level === 'WARD' ? 'nomination.awardAtWard' : 'nomination.award'
  const code = `KT-${String(number).padStart(3, '0')}`
  const times = { sentAt: now, receivedAt: now }
  await prisma.record.create({
    data: {
      ...{
        id: recordId,
        kind: 'nomination',
        campaignId: campaign.id,
        unitCode,
        number,
        code,
        topic: level,
        state,
        waitsFor,
      },
      ...{ version: 1, passedVersion: 1, authorId, title: name, searchText: foldName(name), ...times },
    },
  })
  const summary = { value: 'Hoàn thành xuất sắc nhiệm vụ cải cách hành chính (mẫu)', typed: '' }
  await prisma.recordVersion.create({
    data: {
      ...{ recordId, version: 1, form: 'nomination', formVersion: 1, answers: { summary }, fileIds: [], authorId },
      ...{ role: 'CLERK', ...times, passedAt: now, draftId: newId(now) },
    },
  })
  await prisma.nominationFact.create({
    data: {
      ...{ recordId, version: 1, kind, level, name, nameFolded: foldName(name), personId, unitCode },
      ...{ position: kind === 'INDIVIDUAL' ? 'Chuyên viên' : '', sketch: [], known: [], isDirectWorker: true },
    },
  })
  return recordId
}
