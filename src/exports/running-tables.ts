import { campaignTable, exportTable, pageAfter } from '../contract/export-table.ts'
import { monthlyCounts } from '../outbox/monthly.ts'
import { stepInWords } from '../reminders/words/step-in-words.ts'

export const reminders = campaignTable(
  'exports.tables.reminders',
  (prisma, take, after: { id: string } | undefined, campaignId) =>
    prisma.reminder.findMany({
      where: { obligation: { campaignId } },
      include: { obligation: { select: { unitCode: true, dutyCode: true, period: true, dueOn: true } } },
      orderBy: { id: 'asc' },
      ...pageAfter(take, after && { id: after.id }),
    }),
  record => [record],
  c => [
    ...c.unit(({ obligation }) => obligation.unitCode),
    ...c.duty(({ obligation }) => obligation.dutyCode),
    c.period(({ obligation }) => obligation.period),
    c.day('dueOn', ({ obligation }) => obligation.dueOn),
    c.person('recipient', ({ personId }) => personId),
    c.column('step', ({ step }, { t }) => stepInWords(step, t)),
    c.word('state', 'exports.reminderStates', ({ state }) => state),
    c.day('plannedOn', ({ plannedOn }) => plannedOn),
    c.instant('at', ({ at }) => at),
    c.plain('way', ({ way }) => way),
    c.word('why', 'reminders.why', ({ why }) => why),
  ],
)

/** Bodies stay inside. */
export const outbox = exportTable(
  'exports.tables.outbox',
  (prisma, take, after: { seq: bigint } | undefined) =>
    prisma.outbox.findMany({
      omit: { body: true, campaignId: true, leaseOwner: true, leaseUntil: true },
      include: { account: { select: { personId: true } } },
      orderBy: { seq: 'asc' },
      ...pageAfter(take, after && { seq: after.seq }),
    }),
  record => [record],
  c => [
    c.plain('seq', ({ seq }) => seq),
    c.plain('channel', ({ channel }) => channel),
    c.person('recipient', ({ account }) => account.personId),
    c.word('messageKind', 'exports.outboxKinds', ({ kind }) => kind),
    c.word('state', 'exports.outboxStates', ({ state }) => state),
    c.plain('attempts', ({ attempts }) => attempts),
    c.instant('createdAt', ({ createdAt }) => createdAt),
    c.instant('notBefore', ({ notBefore }) => notBefore),
    c.instant('sentAt', ({ sentAt }) => sentAt),
    c.instant('expiresAt', ({ expiresAt }) => expiresAt),
    c.plain('way', ({ way }) => way),
    c.plain('parts', ({ parts }) => parts),
    c.plain('why', ({ why }) => why),
  ],
)

/** What was sent, by month and way. Few lines: one page. */
export const messages = exportTable(
  'exports.tables.messages',
  (prisma, _, after: object | undefined) =>
    after === undefined ? monthlyCounts(prisma, 'Asia/Ho_Chi_Minh') : Promise.resolve([]),
  record => [record],
  c => [
    c.plain('month', ({ month }) => month.split('-').reverse().join('/')),
    c.plain('way', ({ way }) => way),
    c.word('messageKind', 'exports.outboxKinds', ({ kind }) => kind),
    c.plain('messages', ({ messages: count }) => count),
    c.plain('parts', ({ parts }) => parts),
    c.plain('doubtful', ({ doubtful }) => doubtful),
  ],
)
