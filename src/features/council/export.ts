import { campaignTable, pageAfter } from '../../contract/export-table.ts'

/** What councils have counted, a line for each nominee of a sitting whose ballots were opened; of sealed ballots nothing. */
export const votesTable = campaignTable(
  'exports.tables.votes',
  async (prisma, take, after: { id: string } | undefined, campaignId) => {
    const cases = await prisma.sittingCase.findMany({
      where: { sitting: { campaignId, state: { in: ['OPENED', 'CONFIRMED'] } } },
      include: {
        sitting: { include: { _count: { select: { members: true } } } },
        _count: { select: { conflicts: true } },
      },
      orderBy: { id: 'asc' },
      ...pageAfter(take, after && { id: after.id }),
    })
    return cases.map(({ sitting, _count, ...counted }) => ({
      ...{ id: counted.id, sitting: sitting.code, councilCode: sitting.unitCode, isSecret: sitting.isSecret },
      ...{ recordId: counted.recordId, code: counted.code, nominee: counted.nominee, unitCode: counted.unitCode },
      ...{ members: sitting._count.members, conflicts: _count.conflicts, agree: counted.agree },
      ...{
        disagree: counted.disagree,
        blank: counted.blank,
        notCounted: (counted.aside ?? 0) + (counted.unreadable ?? 0),
      },
      ...{ verdict: counted.verdict, openedAt: sitting.openedAt, confirmedAt: sitting.confirmedAt },
    }))
  },
  vote => [vote],
  c => [
    c.plain('council.columns.code', ({ sitting }) => sitting),
    c.plain('code', ({ code }) => code),
    c.plain('council.results.nominee', ({ nominee }) => nominee),
    ...c.unit(({ unitCode }) => unitCode),
    c.plain('council.members.title', ({ members }) => members),
    c.plain('council.results.agree', ({ agree }) => agree),
    c.plain('council.results.disagree', ({ disagree }) => disagree),
    c.plain('council.results.blank', ({ blank }) => blank),
    c.plain('council.results.invalid', ({ notCounted }) => notCounted),
    c.word('council.results.verdict', 'council.verdicts', ({ verdict }) => verdict),
    c.instant('council.minutes.confirmedAt', ({ confirmedAt }) => confirmedAt),
  ],
)
