import { campaignTable, pageAfter } from '../../contract/export-table.ts'
import { answersOf } from '../../records/answers.ts'
import { anyKind } from '../../records/kind.ts'
import type { PrismaClient } from '../../store/generated/client.ts'
import { namesIn } from './form.ts'
import { participation } from './kind.ts'
import { kindsOffered } from './offered.ts'

/** Every participant whom the head has confirmed, a line each (DOC02). */
export const participantTable = campaignTable(
  'participation.page',
  rowsOf,
  ({ names, ...record }) => names.map(name => ({ ...record, name })),
  c => [
    ...c.unit(({ unitCode }) => unitCode),
    c.column(
      'participation.form.kind.label',
      ({ kind }, { t, campaign }) => kindsOffered(t, campaign).kinds.find(({ code }) => code === kind)?.label ?? kind,
    ),
    c.column('participation.name', ({ name }) => name),
    c.word('state', 'participation.states', ({ state }) => state),
    c.plain('code', ({ code }) => code),
    c.yesNo('isSample', ({ isSample }) => isSample),
    c.instant('sentAt', ({ sentAt }) => sentAt),
  ],
)

async function rowsOf(prisma: PrismaClient, take: number, after: { id: string } | undefined, campaignId: string) {
  const records = await prisma.record.findMany({
    where: { campaignId, kind: participation.name, passedVersion: { gt: 0 } },
    include: { versions: { where: { passedAt: { not: null } }, orderBy: { version: 'desc' }, take: 1 } },
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
    ...pageAfter(take, after && { id: after.id }),
  })
  return records.map(({ versions: [version], ...record }) => {
    const { id, campaignId, unitCode, code, state, topic: kind, isSample, sentAt } = record
    const names = version ? namesIn(answersOf(anyKind(participation), version)) : []
    return { id, campaignId, unitCode, code, state, kind, isSample, sentAt, names }
  })
}
