import type { ActiveCampaign } from '../../campaign/active.ts'
import { campaignsMark } from '../../campaign/source.ts'
import { isUnderWay } from '../../campaign/states.ts'
import type { Speaking } from '../../contract/feature.ts'
import { acquireLease } from '../../store/lease.ts'
import { inTransaction, type Tx } from '../../store/transaction.ts'
import { closingTime, dayAndHour, isInWindow, isSendingTime } from '../plan/sending-hours.ts'
import { type WorkingDays, workingDaysOf } from '../plan/working-days.ts'
import { takeBackOfClosed } from './closed-broadcasts.ts'
import { dueForALook, everyOpen, loadRound } from './load-round.ts'
import { forgetTaken, loadMorning, type MorningState, morningState, setMorningDone } from './morning-of.ts'
import { planRound, type Round, type RoundInput } from './round.ts'
import { takeBackStale } from './stale-broadcasts.ts'
import { takeResults } from './take-results.ts'
import { Outdated, rememberLooks, type Seen, writeMessages, writeRows } from './write-round.ts'

/** What one beat did. */
export interface Beat {
  /** False: another instance beats. */
  isHolder: boolean
  /** Messages queued. */
  queued: number
  /** Ledger rows that ended or wait without a message. */
  closed: number
}

/**
 * One beat of the reminders: asks what is owed and not yet told, writes ledger and outbox, sends nothing itself. One
 * instance at a time; killed at any instant or run twice, nothing is told twice and nothing is missed: a missed beat costs
 * lateness only. Throws when the database cannot be reached; the next beat does the work.
 */
export async function beat(system: Speaking, owner: string): Promise<Beat> {
  const { prisma } = system
  const now = system.clock.now()
  if (!(await acquireLease(prisma, LEASE, owner, now, LEASE_MS))) return { isHolder: false, queued: 0, closed: 0 }
  await takeResults(prisma, now)
  const main = await system.campaign(prisma, await campaignsMark(prisma))
  await takeBackStale(prisma, dayAndHour(now, main.timeZone).day)
  await takeBackOfClosed(system, main, now)
  const { taken } = await morningState(prisma, main)
  const beats: CampaignBeat[] = []
  for (const campaign of main.among.open.filter(isUnderWay)) beats.push(await beatIn(system, owner, campaign, now))
  // What was taken back may have been of any campaign: it is written anew when each has been looked at.
  if (taken.length > 0 && beats.some(one => one.isMorning) && beats.every(one => one.isWhole))
    await forgetTaken(prisma, taken)
  const said = beats.some(({ isOpen }) => isOpen) ? await others(system, main, now) : 0
  const sum = (of: (one: CampaignBeat) => number) => beats.reduce((total, one) => total + of(one), 0)
  return { isHolder: true, queued: sum(one => one.queued) + said, closed: sum(one => one.closed) }
}

interface CampaignBeat extends Written {
  /** Within sending hours. */
  isOpen: boolean
  isMorning: boolean
}

async function beatIn(system: Speaking, owner: string, campaign: ActiveCampaign, now: Date): Promise<CampaignBeat> {
  const { prisma } = system
  const calendar = workingDaysOf(campaign.calendar)
  const at = dayAndHour(now, campaign.timeZone)
  const rules = campaign.plan.reminderRules
  const isOpen = isSendingTime(at, rules, calendar)
  if (!isOpen && !(rules.isDueDayOffAllowed && isInWindow(at.hour, rules)))
    return { ...nothing, isOpen, isMorning: false }

  const morning = await morningState(prisma, campaign)
  const isMorning = isOpen && (morning.lastDay !== at.day || morning.taken.length > 0)
  const input = await gather(system, prisma, campaign, calendar, now, isMorning ? morning : null)
  const done = input ? await write(system, owner, input, planRound(input)) : nothing
  // After all else: a beat that dies before is done again from the start, and finds what it has written.
  if (isMorning && done.isWhole) await setMorningDone(prisma, campaign, at.day)
  if (done.queued > 0) system.wake('outbox')
  return { ...done, isOpen, isMorning }
}

async function gather(
  system: Speaking,
  tx: Tx,
  campaign: ActiveCampaign,
  calendar: WorkingDays,
  now: Date,
  state: MorningState | null,
): Promise<RoundInput | null> {
  const today = dayAndHour(now, campaign.timeZone).day
  const rows = state ? await everyOpen(tx, campaign, today) : await dueForALook(tx, campaign, now, today)
  if (rows.length === 0 && !state) return null
  const morning = state ? await loadMorning(system, tx, campaign, today, calendar, state.lastDay) : null
  return loadRound(tx, system, campaign, rows, now, morning)
}

/** What features say by themselves: of each campaign that is under way, or of what is no campaign's. */
async function others(system: Speaking, main: ActiveCampaign, now: Date): Promise<number> {
  let queued = 0
  for (const { work, isAboveCampaigns } of system.registry.beats)
    for (const campaign of isAboveCampaigns ? [main] : main.among.open.filter(isUnderWay))
      queued += await work(system, campaign, now)
  if (queued > 0) system.wake('outbox')
  return queued
}

interface Written {
  queued: number
  closed: number
  isWhole: boolean
}

const nothing: Written = { queued: 0, closed: 0, isWhole: true }

/** Small transactions: a submission waits for none of them long, and what one has written stays written. */
async function write(system: Speaking, owner: string, input: RoundInput, round: Round): Promise<Written> {
  const { prisma, clock } = system
  const seen: Seen = new Map(input.owed.map(owed => [owed.id, owed]))
  const closing = closingTime(dayAndHour(input.now, input.timeZone).day, input.rules, input.timeZone)
  const written: Written = { ...nothing }
  const step = async (work: (tx: Tx) => Promise<void>, ids: readonly string[]): Promise<boolean> => {
    if (!(await acquireLease(prisma, LEASE, owner, clock.now(), LEASE_MS))) throw new Outdated('another instance beats')
    const isDone = await succeeds(inTransaction(prisma, work))
    if (!isDone) {
      written.isWhole = false
      for (const id of ids) outdated.add(id)
    }
    return isDone
  }
  const outdated = new Set<string>()
  for (const rows of chunks(round.rows, ROWS)) {
    const ids = rows.map(row => row.obligationId)
    if (await step(tx => writeRows(tx, rows, seen, input.now), ids)) written.closed += rows.length
  }
  for (const messages of chunks(round.messages, MESSAGES)) {
    const ids = messages.flatMap(message => message.rows.map(row => row.obligationId))
    const isDone = await step(tx => writeMessages(tx, messages, input.campaign, seen, input.now, closing), ids)
    if (isDone) written.queued += messages.length
  }
  await rememberLooks(prisma, new Map([...round.lookAt].filter(([id]) => !outdated.has(id))), seen)
  return written
}

/** What was decided on something that has changed meanwhile is left to the next beat. */
async function succeeds(work: Promise<void>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof Outdated) return false
    throw error
  }
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size))
  return parts
}

const LEASE = 'reminders'
/**
 * Longer than any difference of the instances' clocks, and so short that after a death another beats within a minute. What two
 * beats at once would write twice is refused by the database.
 */
const LEASE_MS = 30_000
const ROWS = 500
const MESSAGES = 20
