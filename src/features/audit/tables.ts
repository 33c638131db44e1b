import { exportTable, pageAfter } from '../../contract/export-table.ts'
import { securityActions } from '../../people/security-log.ts'
import type { Prisma } from '../../store/generated/client.ts'

const auditTable = (title: string, where: Prisma.AuditWhereInput) =>
  exportTable(
    title,
    (prisma, take, after: { id: string } | undefined) =>
      prisma.audit.findMany({ where, orderBy: { id: 'asc' }, ...pageAfter(take, after && { id: after.id }) }),
    record => [record],
    c => [
      c.instant('at', ({ at }) => at),
      c.person('actor', ({ actorId }) => actorId),
      c.word('actorRole', 'roles', ({ actorRole }) => actorRole),
      c.word('action', 'audit.actions', ({ action }) => action),
      c.word('subjectType', 'exports.subjectTypes', ({ subjectType }) => subjectType),
      c.plain('subjectId', ({ subjectId }) => subjectId),
      c.plain('fromState', ({ from }) => from),
      c.plain('toState', ({ to }) => to),
      c.plain('reason', ({ reason }) => reason),
    ],
  )

export const audit = auditTable('exports.tables.audit', {})

/** Sign-ins, wrong codes, lock-outs, exports, changes of roles. */
export const security = auditTable('exports.tables.security', { action: { in: [...securityActions] } })
