import type { PrismaClient } from '../../src/store/generated/client.ts'

/**
 * What a journey has left in the database, without ids, times and channel: two runs that stored the same give equal values.
 */
export async function storedOutcome(prisma: PrismaClient): Promise<unknown> {
  const people = new Map((await prisma.person.findMany()).map(person => [person.id, person.fullName]))
  const who = (id: string | null) => (id === null ? null : (people.get(id) ?? '?'))
  const files = new Map(
    (await prisma.storedFile.findMany()).map(file => [file.id, `${file.name}:${file.state}:${file.sha256}`]),
  )
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return files.get(value) ?? people.get(value) ?? value
    if (Array.isArray(value)) return value.map(named)
    if (value && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, named(inner)]))
    return value
  }
  const namedKey = (key: string) =>
    key
      .split(':')
      .map(part => people.get(part) ?? part)
      .join(':')
  const drafts = await prisma.draft.findMany({ include: { answers: { orderBy: { field: 'asc' } } } })
  const records = await prisma.record.findMany({
    orderBy: { code: 'asc' },
    include: { versions: { orderBy: { version: 'asc' } }, moves: { orderBy: { seq: 'asc' } } },
  })
  const figures = await prisma.reportFigure.findMany({
    orderBy: [{ versionOf: { record: { code: 'asc' } } }, { version: 'asc' }, { targetCode: 'asc' }],
    include: { versionOf: { select: { record: { select: { code: true } } } } },
  })
  const obligations = await prisma.obligation.findMany({
    where: { state: { not: 'OPEN' } },
    orderBy: [{ unitCode: 'asc' }, { dutyCode: 'asc' }, { period: 'asc' }],
  })
  const audit = await prisma.audit.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })
  const roles = await prisma.roleAssignment.findMany({ orderBy: [{ unitCode: 'asc' }, { role: 'asc' }] })
  return JSON.parse(
    JSON.stringify(
      {
        roles: roles.map(({ personId, unitCode, role, position }) => [who(personId), unitCode, role, position]),
        consents: await prisma.consent.count(),
        drafts: drafts
          .map(({ personId, form, formVersion, state, position, answers }) => ({
            who: who(personId),
            form,
            formVersion,
            state,
            position,
            answers: answers.map(({ field, value }) => [field, named(value)]),
          }))
          .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
        records: records.map(
          ({ code, kind, unitCode, key, state, waitsFor, isLate, authorId, title, versions, moves }) =>
            named({
              ...{ code, kind, unitCode, key: key === null ? null : namedKey(key) },
              ...{ state, waitsFor, isLate, authorId, title },
              versions: versions.map(({ version, answers, fileIds, authorId, role, passedAt }) => ({
                ...{ version, answers, fileIds, authorId, role, passed: passedAt !== null },
              })),
              moves: moves.map(({ version, action, from, to, byId, role, roleUnit, reason, marks }) => ({
                ...{ version, action, from, to, byId, role, roleUnit, reason, marks },
              })),
            }),
        ),
        figures: figures.map(({ recordId, versionOf, ...figure }) => ({ code: versionOf.record.code, ...figure })),
        obligations: obligations.map(({ unitCode, dutyCode, period, state, isLate, returnedOn }) => ({
          unitCode,
          dutyCode,
          period,
          state,
          isLate,
          returnedOn,
        })),
        audit: audit
          .filter(entry => entry.subjectType !== 'account' && entry.to?.startsWith('ADMIN@') !== true)
          .map(({ actorId, actorRole, action, subjectType, from, to, reason }) =>
            JSON.stringify([who(actorId), actorRole, action, subjectType, from, to, reason]),
          )
          .sort(),
      },
      (_, value) => (typeof value === 'bigint' ? String(value) : value),
    ),
  )
}
