import { campaignTable, pageAfter } from '../../contract/export-table.ts'
import { listKindName } from '../../figures/listed.ts'

/** Each item of each list, as the head has let it through: what waits for the head is in no export. */
export const listTable = campaignTable(
  'exports.tables.lists',
  async (prisma, take, after: { id: string } | undefined, campaignId) => {
    const records = await prisma.record.findMany({
      where: { campaignId, kind: listKindName, passedVersion: { gt: 0 } },
      include: {
        versions: {
          where: { passedAt: { not: null } },
          orderBy: { version: 'desc' },
          take: 1,
          include: { items: { orderBy: { n: 'asc' } } },
        },
      },
      orderBy: [{ number: 'asc' }, { id: 'asc' }],
      ...pageAfter(take, after && { id: after.id }),
    })
    return records.map(({ versions: [version], ...record }) => {
      const { id, campaignId, unitCode, code, topic: targetCode, state, isSample } = record
      const items = version?.items.map(({ recordId: _, version: __, ...item }) => item) ?? []
      return { id, campaignId, unitCode, code, targetCode, state, isSample, sentAt: record.sentAt, items }
    })
  },
  ({ items, ...list }) => items.map(item => ({ ...list, ...item })),
  c => [
    c.plain('code', ({ code }) => code),
    ...c.unit(({ unitCode }) => unitCode),
    ...c.target(({ targetCode }) => targetCode),
    c.column('list.columns.n', ({ n }) => n),
    c.column('list.columns.item', ({ text }) => text),
    c.column('list.columns.receivedOn', ({ receivedOn }) => (receivedOn === null ? null : { day: receivedOn })),
    c.column('list.columns.dueOn', ({ dueOn }) => (dueOn === null ? null : { day: dueOn })),
    c.column('list.columns.doneOn', ({ doneOn }) => (doneOn === null ? null : { day: doneOn })),
    c.column('list.columns.result', ({ result }) => result),
    c.word('state', 'list.states', ({ state }) => state),
    c.yesNo('isSample', ({ isSample }) => isSample),
  ],
)
