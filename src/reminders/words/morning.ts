import { Temporal } from 'temporal-polyfill'
import type { Owed } from '../plan/owed.ts'
import type { Recipient } from '../plan/recipients.ts'
import { addDays, type WorkingDays } from '../plan/working-days.ts'
import { type DeskCounts, officerDigest, weeklyList } from './digest.ts'
import type { Wording } from './wording.ts'

/** What belongs to the first message of a working day, beside what the ladders ask for. */
export interface Extras {
  digest: readonly string[] | null
  weekly: readonly string[] | null
}

export const noExtras: Extras = { digest: null, weekly: null }

/** What the stored records tell on a morning, and who has had their morning message already. */
export interface Morning {
  counts: Pick<DeskCounts, 'submitted' | 'waiting' | 'unreachable'>
  done: ReadonlySet<string>
  /** How often a morning message of the day was taken back from a person. */
  taken: ReadonlyMap<string, number>
  /** Day of the last morning that was done; null: none yet. */
  lastDay: string | null
  /** Who has had a morning message on an earlier day of this week. */
  doneThisWeek: ReadonlySet<string>
}

/** A morning on which nothing has happened yet. */
export const freshMorning: Morning = {
  counts: { submitted: 0, waiting: 0, unreachable: 0 },
  done: new Set(),
  taken: new Map(),
  lastDay: null,
  doneThisWeek: new Set(),
}

/** A person has one morning message a day of each campaign; one that was taken back before it left gives way to another. */
export function morningKey(codeMark: string, personId: string, day: string, taken: number): string {
  return `reminder:${codeMark === '' ? '' : `${codeMark}:`}${personId}:${day}:morning${taken > 0 ? `:${taken}` : ''}`
}

export function isMorningKey(key: string): boolean {
  return /:morning(:\d+)?$/.test(key)
}

export interface MorningInput {
  morning: Morning
  /** All open obligations. */
  open: readonly Owed[]
  recipients: readonly Recipient[]
  /** Obligations whose day somebody has promised. */
  promised: number
  today: string
  calendar: WorkingDays
  /** What the person's message speaks of anyway. */
  itemsOf(personId: string): ReadonlySet<string>
  /** Has been carried to the officers: the ladder itself goes on speaking of it, lists need not. */
  isEscalated(owed: Owed): boolean
  wordingFor(recipient: Recipient): Wording
}

/** The overview of each officer on every working day, the list of each head on the first of the week. */
export function morningExtras(input: MorningInput): ReadonlyMap<string, Extras> {
  const { morning, open, recipients, today, calendar } = input
  const counts: DeskCounts = { ...morning.counts, promised: input.promised, nobody: unitsWithNobody(open, recipients) }
  const byUnit = openByUnit(open)
  const isWeekStart = startsWeek(today, calendar, morning.lastDay)
  const extras = new Map<string, Extras>()
  for (const recipient of recipients) {
    if (morning.done.has(recipient.personId) || recipient.unreachable !== null) continue
    const units = recipient.roles.filter(held => heads.has(held.role)).map(held => held.unitCode)
    const isOfficer = recipient.roles.some(held => held.role === 'PNV')
    if (!isOfficer && units.length === 0) continue
    const wording = input.wordingFor(recipient)
    const own = [...new Set(units)].flatMap(unit => byUnit.get(unit) ?? []).filter(owed => !input.isEscalated(owed))
    const digest = isOfficer ? officerDigest(open, counts, wording, isWeekStart) : null
    const isListDue =
      (isWeekStart || morning.taken.has(recipient.personId)) && !morning.doneThisWeek.has(recipient.personId)
    const weekly = isListDue ? weeklyList(own, input.itemsOf(recipient.personId), wording) : null
    if (digest || weekly) extras.set(recipient.personId, { digest, weekly })
  }
  return extras
}

/** The first working day since Monday, or the first on which the system runs again. */
function startsWeek(today: string, calendar: WorkingDays, lastDay: string | null): boolean {
  if (!calendar.isWorking(today)) return false
  return lastDay === null ? isFirstOfWeek(today, calendar) : lastDay < mondayOf(today)
}

export function mondayOf(day: string): string {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)
}

function isFirstOfWeek(today: string, calendar: WorkingDays): boolean {
  const weekday = Temporal.PlainDate.from(today).dayOfWeek
  for (let back = 1; back < weekday; back++) if (calendar.isWorking(addDays(today, -back))) return false
  return true
}

const heads: ReadonlySet<string> = new Set(['HEAD', 'WARD_CHAIR'])

function openByUnit(open: readonly Owed[]): ReadonlyMap<string, Owed[]> {
  const byUnit = new Map<string, Owed[]>()
  for (const owed of open) {
    const own = byUnit.get(owed.unitCode)
    if (own) own.push(owed)
    else byUnit.set(owed.unitCode, [owed])
  }
  return byUnit
}

function unitsWithNobody(open: readonly Owed[], recipients: readonly Recipient[]): number {
  const served = new Set(
    recipients
      .filter(recipient => recipient.unreachable === null)
      .flatMap(recipient => recipient.roles.filter(held => told.has(held.role)).map(held => held.unitCode)),
  )
  return new Set(open.map(owed => owed.unitCode).filter(unit => !served.has(unit))).size
}

const told: ReadonlySet<string> = new Set(['CLERK', 'HEAD', 'WARD_CHAIR'])
