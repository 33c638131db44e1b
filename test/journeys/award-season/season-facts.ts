import type { PrismaClient } from '../../../src/store/generated/client.ts'
import { newId } from '../../../src/store/new-id.ts'
import { type UnitKey, units } from './season-2024.ts'

interface YearOf {
  rank?: number
  /** Figures at the year's end, by target. */
  figures: Readonly<Record<string, readonly [bigint, bigint] | true>>
  /** Not verified by the office. */
  isOnlySent?: true
  /** Nothing was settled: which targets apply to it is not known. */
  isUnsettled?: true
}

/** What the year has brought the units before the season of awards begins. What applies to a unit and stands in no figure here does not apply. */
const year: Readonly<Record<UnitKey, YearOf>> = {
  QT: { rank: 3, figures: { C07: [20n, 20n], C09: [50n, 50n], C16: true } },
  TS: { rank: 6, figures: { C07: [19n, 20n], C09: [50n, 50n], C16: true } },
  TYC: { rank: 5, figures: { C07: [20n, 20n] }, isOnlySent: true },
  TP: { figures: {} },
  HCC: { rank: 1, figures: { C07: [20n, 20n] } },
  HPN: { figures: {}, isUnsettled: true },
  HDND: { figures: {}, isUnsettled: true },
  YT: { figures: {} },
}

/** Puts in place what other parts of the product have written through the year: figures, ranks, which targets apply. */
export async function liveTheYear(prisma: PrismaClient, authorId: string, now: Date): Promise<void> {
  const { id: campaignId } = await prisma.campaign.findFirstOrThrow({ where: { isActive: true } })
  let number = 0
  for (const [key, { rank, figures, isOnlySent, isUnsettled }] of Object.entries(year)) {
    const { code: unitCode } = units[key as UnitKey]
    if (isUnsettled) await prisma.applicability.deleteMany({ where: { campaignId, unitCode } })
    await prisma.applicability.updateMany({
      where: { campaignId, unitCode },
      data: { state: 'NOT_APPLICABLE', source: 'person' },
    })
    if (rank !== undefined)
      await prisma.rankingEntry.create({
        data: {
          year: 2023,
          unitCode,
          group: 'G4',
          rank,
          decision: 'Quyết định số 15/QĐ-UBND (mẫu)',
          decidedOn: '2024-02-01',
          loadedAt: now,
        },
      })
    for (const [targetCode, figure] of Object.entries(figures)) {
      const target = { campaignId, unitCode, targetCode }
      const state = { state: 'APPLIES', source: 'person' } as const
      await prisma.applicability.upsert({
        where: { campaignId_unitCode_targetCode: target },
        create: { ...target, ...state },
        update: state,
      })
      number += 1
      const at = { sentAt: now, receivedAt: now }
      const value = figure === true ? { isDone: true } : { numerator: figure[0], denominator: figure[1] }
      await prisma.record.create({
        data: {
          ...{
            id: newId(now),
            kind: 'report',
            campaignId,
            unitCode,
            number,
            code: `BC-${String(number).padStart(3, '0')}`,
          },
          ...{
            key: `${unitCode} ${targetCode}`,
            topic: targetCode,
            period: '2024-Q4',
            title: targetCode,
            searchText: '',
          },
          ...{
            state: isOnlySent ? 'SUBMITTED' : 'VERIFIED',
            version: 1,
            passedVersion: 1,
            authorId,
            isSample: true,
            ...at,
          },
          versions: {
            create: {
              ...{ version: 1, form: 'report', formVersion: 1, answers: {}, fileIds: [], authorId, role: 'CLERK' },
              ...{ ...at, passedAt: now, draftId: newId(now) },
              figures: { create: { targetCode, asOf: '2024-12-31', ...value } },
            },
          },
        },
      })
    }
  }
}
