import { Temporal } from 'temporal-polyfill'
import { type ActiveCampaign, keyIn } from '../../campaign/active.ts'
import { makeCtx } from '../../contract/make-ctx.ts'
import type { Running } from '../../contract/running.ts'
import { readyToDraw } from '../../documents/draw-chart.ts'
import { accountsFor } from '../../outbox/address.ts'
import { enqueueTo } from '../../outbox/enqueue.ts'
import { readPerson } from '../../people/read-person.ts'
import { dayAndHour } from '../../reminders/plan/sending-hours.ts'
import { inTransaction, type Tx } from '../../store/transaction.ts'
import { summaryFor } from './screens.ts'

/** The first working days of a month on which its summary may still be sent. */
const WITHIN = 5

/** On the first working day of a month, leaders are told how the campaign stands: once a month each, killed or run twice. */
export async function tellLeaders(system: Running, campaign: ActiveCampaign, now: Date): Promise<number> {
  const { prisma } = system
  const { day } = dayAndHour(now, campaign.timeZone)
  const month = day.slice(0, 7)
  if (!isTime(campaign, day)) return 0
  const key = keyIn(campaign, DONE)
  const done = await prisma.setting.findUnique({ where: { key } })
  if (done?.value === month) return 0
  const leaders = await leadersOn(prisma, day)
  if (leaders.length > 0) await readyToDraw().catch(() => undefined)
  let queued = 0
  for (const id of leaders) queued += await inTransaction(prisma, tx => tell(tx, system, campaign, id, month, now))
  await prisma.setting.upsert({ where: { key }, create: { key, value: month }, update: { value: month } })
  return queued
}

/** From the month after the campaign's first until the one after its last. */
function isTime({ calendar, startsOn, endsOn }: ActiveCampaign, day: string): boolean {
  const today = Temporal.PlainDate.from(day)
  const before = today.with({ day: 1 }).subtract({ days: 1 })
  const isRunning = Temporal.PlainDate.compare(before, startsOn) >= 0 && Temporal.PlainDate.compare(before, endsOn) <= 0
  return isRunning && calendar.workingDaysBetween(before, today) <= WITHIN
}

async function leadersOn(tx: Tx, day: string): Promise<string[]> {
  const held = await tx.roleAssignment.findMany({
    where: {
      role: { in: ['CHAIR', 'VICE'] },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
      person: { erasedAt: null },
    },
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  return [...new Set(held.map(({ personId }) => personId))]
}

async function tell(
  tx: Tx,
  system: Running,
  campaign: ActiveCampaign,
  personId: string,
  month: string,
  now: Date,
): Promise<number> {
  const dedupeKey = keyIn(campaign, `leaders:${month}:${personId}`)
  if ((await tx.outbox.count({ where: { dedupeKey } })) > 0) return 0
  const today = Temporal.PlainDate.from(dayAndHour(now, campaign.timeZone).day)
  const person = await readPerson(tx, personId, today)
  const account = (await accountsFor(tx, [personId])).get(personId)
  if (!person || !account) return 0
  // Nothing in it depends on where it is read: the outbox dresses it for the channel.
  const sent = { sentAt: now, claimedAt: null }
  const ctx = makeCtx(system, tx, { campaign, account: { id: account.id, channel: 'web' }, person, now, sent })
  const message = { ...(await summaryFor(ctx)), words: [ctx.t('board.command.menu')] }
  const notice = { dedupeKey, kind: 'NOTICE' as const, campaign, message, go: [{ to: 'board' }] }
  return (await enqueueTo(tx, personId, notice, now)) ? 1 : 0
}

/** The last month that was told of. */
const DONE = 'leaders.month'
