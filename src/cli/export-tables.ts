import { initiativeRows } from '../features/initiatives/export.ts'
import { monthlyCounts } from '../outbox/monthly.ts'
import type { PrismaClient } from '../store/generated/client.ts'

/** What each table of `export` holds. Platform ids, code hashes, sessions, file references and message texts stay inside. */
export const exportTables: Readonly<Record<string, (prisma: PrismaClient) => Promise<Record<string, unknown>[]>>> = {
  units: prisma => prisma.unit.findMany({ omit: { nameFolded: true }, orderBy: { code: 'asc' } }),
  people: async prisma => {
    const people = await prisma.person.findMany({
      include: { roles: { orderBy: { validFrom: 'asc' } }, accounts: { select: { channel: true, state: true } } },
      orderBy: { createdAt: 'asc' },
    })
    return people.map(({ roles, accounts, ...person }) => ({
      ...person,
      roles: roles.map(({ role, unitCode, position, validFrom, validTo }) => ({
        role,
        unitCode,
        position,
        validFrom,
        validTo,
      })),
      accounts,
    }))
  },
  initiatives: initiativeRows,
  reports: prisma =>
    prisma.targetReport.findMany({
      orderBy: [{ unitCode: 'asc' }, { targetCode: 'asc' }, { period: 'asc' }, { version: 'asc' }],
    }),
  explanations: prisma => prisma.explanationRequest.findMany({ orderBy: [{ unitCode: 'asc' }, { askedOn: 'asc' }] }),
  'launch-documents': prisma =>
    prisma.record.findMany({ where: { kind: 'launch' }, omit: { searchText: true }, orderBy: { unitCode: 'asc' } }),
  obligations: prisma =>
    prisma.obligation.findMany({ orderBy: [{ dueOn: 'asc' }, { unitCode: 'asc' }, { dutyCode: 'asc' }] }),
  reminders: prisma => prisma.reminder.findMany({ orderBy: { id: 'asc' } }),
  outbox: prisma =>
    prisma.outbox.findMany({ omit: { body: true, leaseOwner: true, leaseUntil: true }, orderBy: { seq: 'asc' } }),
  messages: prisma => monthlyCounts(prisma, 'Asia/Ho_Chi_Minh').then(counts => counts.map(count => ({ ...count }))),
  audit: prisma => prisma.audit.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
}
