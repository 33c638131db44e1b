import { exportTable, pageAfter } from '../contract/export-table.ts'

/** The headings are those that `units load` knows: what went out may come in again. */
export const units = exportTable(
  'exports.tables.units',
  (prisma, take, after: { code: string } | undefined) =>
    prisma.unit.findMany({
      omit: { nameFolded: true },
      include: { successors: { select: { toCode: true, onDate: true }, orderBy: { toCode: 'asc' } } },
      orderBy: { code: 'asc' },
      ...pageAfter(take, after && { code: after.code }),
    }),
  record => [record],
  c => [
    ...c.unit(({ code }) => code),
    c.word('unitKind', 'office-files.unitKinds', ({ kind }) => kind),
    c.plain('parentCode', ({ parentCode }) => parentCode),
    c.column('parentName', ({ parentCode }, { units: names }) => names.get(parentCode ?? '') ?? null),
    c.day('unitFrom', ({ validFrom }) => validFrom),
    c.day('unitTo', ({ validTo }) => validTo),
    c.plain('successors', ({ successors }) => successors.map(({ toCode }) => toCode).join('; ')),
    c.plain('notes', ({ notes }) => notes),
  ],
)

/** A line for each role; people without one have a line of their own. Platform ids stay inside. */
export const people = exportTable(
  'exports.tables.people',
  async (prisma, take, after: { id: string } | undefined) =>
    prisma.person.findMany({
      where: { joinedInto: null },
      include: {
        roles: {
          select: { role: true, unitCode: true, position: true, validFrom: true, validTo: true },
          orderBy: { validFrom: 'asc' },
        },
        accounts: { select: { channel: true, state: true } },
      },
      orderBy: { id: 'asc' },
      ...pageAfter(take, after && { id: after.id }),
    }),
  ({ roles, ...person }) => (roles.length > 0 ? roles : [null]).map(held => ({ person, held })),
  c => [
    c.plain('fullName', ({ person }) => person.fullName),
    ...c.unit(({ held }) => held?.unitCode),
    c.word('role', 'roles', ({ held }) => held?.role),
    c.plain('position', ({ held }) => held?.position),
    c.day('from', ({ held }) => held?.validFrom),
    c.day('to', ({ held }) => held?.validTo),
    c.column('channels', ({ person }, { t }) =>
      person.accounts
        .map(({ channel, state }) => (state === 'ACTIVE' ? channel : `${channel} (${t('exports.unreachable')})`))
        .join(', '),
    ),
    c.instant('joinedAt', ({ person }) => person.createdAt),
    c.instant('erasedAt', ({ person }) => person.erasedAt),
  ],
)
