import type { ActiveCampaign } from '../../campaign/active.ts'
import { dayOf } from '../../clock.ts'
import type { Running } from '../../contract/running.ts'
import { accountsFor } from '../../outbox/address.ts'
import { type Addressed, enqueueMany } from '../../outbox/enqueue.ts'
import { readPerson } from '../../people/read-person.ts'
import { inTransaction } from '../../store/transaction.ts'
import { nextDay, openRequests, requestInWords } from './open-requests.ts'

/**
 * Officers are told of a request on the day it comes in, on the working day before a day of it ends, and on each working day after that has
 * passed: once a day and person, whatever runs twice.
 */
export async function remindOfRequests(
  { prisma, texts }: Running,
  campaign: ActiveCampaign,
  now: Date,
): Promise<number> {
  const today = dayOf(now, campaign.timeZone)
  if (!campaign.calendar.isWorkingDay(today)) return 0
  const open = await openRequests(prisma, campaign)
  const tomorrow = campaign.calendar.addWorkingDays(today, 1).toString()
  const pressing = open.filter(request => nextDay(request) <= tomorrow || request.askedOn === today.toString())
  if (pressing.length === 0) return 0
  return inTransaction(prisma, async tx => {
    const held = await tx.roleAssignment.findMany({
      where: {
        role: 'PNV',
        validFrom: { lte: today.toString() },
        OR: [{ validTo: null }, { validTo: { gte: today.toString() } }],
        person: { erasedAt: null },
      },
      select: { personId: true },
      distinct: ['personId'],
    })
    const officers = held.map(({ personId }) => personId)
    const accounts = await accountsFor(tx, officers)
    const messages: Addressed[] = []
    for (const personId of officers) {
      const account = accounts.get(personId)
      const of = pressing.filter(request => request.personId !== personId)
      const person = account && of.length > 0 ? await readPerson(tx, personId, today) : null
      if (!account || !person) continue
      const t = texts(person.locale)
      const lines = of.map(request => t('mydata.request.item', { line: requestInWords(request, t) }))
      const text = [t('mydata.request.pressing'), ...lines, t('mydata.request.where')].join('\n')
      const dedupeKey = `data-requests:${today}:${personId}`
      messages.push({ account, notice: { dedupeKey, kind: 'NOTICE', campaign: null, message: { text } } })
    }
    const keys = messages.map(({ notice }) => notice.dedupeKey)
    const before = await tx.outbox.count({ where: { dedupeKey: { in: keys } } })
    if (before === keys.length) return 0
    await enqueueMany(tx, messages, now)
    return keys.length - before
  })
}
