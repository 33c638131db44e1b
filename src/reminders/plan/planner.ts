import type { Ladder, ReminderRules, Tone } from '../../campaign/duty.ts'
import { type Due, dueSteps, isOutOfTurn } from './due.ts'
import { type LedgerIndex, type LedgerRow, ledgerIndex, notifiedBefore, type RowChange } from './ledger.ts'
import { noOrders, type Order, type Orders, ordersIndex } from './order.ts'
import { deadlineOf, dutyOf, ladderOf, type Owed } from './owed.ts'
import type { Level, Recipient, RecipientBook } from './recipients.ts'
import { type DayAndHour, dayAndHour, instantAt, isInWindow, isQuiet, nextMorning } from './sending-hours.ts'
import { type Deadline, stepCache } from './steps.ts'
import { type WorkingDays, workingDaysBetween } from './working-days.ts'

export interface PlannerInput {
  now: Date
  timeZone: string
  calendar: WorkingDays
  rules: ReminderRules
  ladders: Readonly<Record<string, Ladder>>
  /** Open obligations only. */
  owed: readonly Owed[]
  recipients: RecipientBook
  /** The rows of these obligations. */
  ledger: readonly LedgerRow[] | LedgerIndex
  orders: readonly Order[]
}

/** One thing a message reminds of. */
export interface MessageItem {
  owedId: string
  level: Level
  step: string
  /** How the plan wants the step to sound. */
  tone: Tone
  deadline: Deadline
  isWithHead: boolean
  isReturned: boolean
  /** Who else was told of it, latest day each, in the order of that day. */
  notifiedBefore: readonly { personId: string; day: string }[]
  promise: { personId: string; day: string } | null
  /** The plan wants it on the preferred channel of the person and on no other. */
  isBound: boolean
}

/** What one person is told today: everything due, nearest deadline first, in one message. */
export interface PlannedMessage {
  recipient: Recipient
  day: string
  items: readonly MessageItem[]
  /** The ledger rows the message stands for. */
  rows: readonly RowChange[]
}

export interface Decisions {
  messages: readonly PlannedMessage[]
  /** Rows that end, or wait, without a message. */
  rows: readonly RowChange[]
  /** When each obligation must be looked at again; null: at the next beat. */
  lookAt: ReadonlyMap<string, Date | null>
}

/**
 * Decides what every open obligation needs now. Pure and total: same input, same decisions; applied once or twice, the
 * ledger is the same. Guarantees: a key (obligation, person, step) speaks at most once; of several steps that were missed
 * only the newest speaks; every step whose day has come gets a row with a reason, or waits for the next sending hour.
 */
export function planReminders(input: PlannerInput): Decisions {
  return new Planning(input).decide()
}

interface Candidate {
  owed: Owed
  due: Due
  item: MessageItem
  row: RowChange
  /** Its hour has come; another's has not, but it may go along. */
  isReady: boolean
}

class Planning {
  readonly #input: PlannerInput
  readonly #at: DayAndHour
  readonly #ledger: LedgerIndex
  readonly #orders: ReadonlyMap<string, Orders>
  readonly #steps: ReturnType<typeof stepCache>
  readonly #instants = new Map<string, Date>()
  readonly #rows: RowChange[] = []
  readonly #lookAt = new Map<string, Date | null>()
  readonly #candidates = new Map<string, Candidate[]>()

  constructor(input: PlannerInput) {
    this.#input = input
    this.#at = dayAndHour(input.now, input.timeZone)
    this.#ledger = ledgerIndex(input.ledger)
    this.#orders = ordersIndex(input.orders)
    this.#steps = stepCache(input.calendar, input.rules)
  }

  decide(): Decisions {
    for (const owed of this.#input.owed) this.#consider(owed)
    const messages: PlannedMessage[] = []
    for (const [personId, candidates] of this.#candidates) {
      const recipient = this.#input.recipients.get(personId)
      if (recipient && candidates.some(candidate => candidate.isReady))
        messages.push(this.#message(recipient, candidates))
      else for (const { owed, due } of candidates) this.#look(owed.id, this.#instant(due.step.day, due.step.hour))
    }
    return { messages, rows: this.#rows, lookAt: this.#lookAt }
  }

  #consider(owed: Owed): void {
    const { calendar, ladders, recipients } = this.#input
    const orders = this.#orders.get(owed.id) ?? noOrders
    const rows = this.#ledger.get(owed.id) ?? noRows
    const { name, ladder } = ladderOf(owed, ladders)
    const deadline = deadlineOf(owed, calendar)
    const isOver = owed.state === 'WITH_HEAD' && ladder.stopsWhen === 'WITH_HEAD'
    const steps = isOver ? [] : this.#steps(name, ladder, deadline)
    const { byPerson, nextStep } = dueSteps({
      duty: dutyOf(owed),
      steps,
      orders,
      recipients,
      calendar,
      today: this.#at.day,
    })
    this.#lookAt.set(owed.id, nextStep ? this.#instant(nextStep.day, nextStep.hour) : NEVER)

    const told = once(() => notifiedBefore(rows, this.#input.timeZone))
    for (const [personId, dues] of byPerson) this.#settle(owed, deadline, orders, rows, told, personId, dues)
    for (const row of rows.values()) {
      if (row.state !== 'PLANNED' && row.state !== 'QUEUED') continue
      const dues = byPerson.get(row.personId)
      if (dues?.some(due => due.step.key === row.step)) continue
      this.#rows.push({ ...change(row, row.state), state: 'SUPERSEDED', why: dues ? 'deadlineChanged' : 'notInCharge' })
    }
  }

  /** One person, one obligation: only the newest step speaks. */
  #settle(
    owed: Owed,
    deadline: Deadline,
    orders: Orders,
    rows: ReadonlyMap<string, LedgerRow>,
    told: () => readonly { personId: string; day: string }[],
    personId: string,
    dues: readonly Due[],
  ): void {
    const recipient = this.#input.recipients.get(personId)
    const newest = dues.at(-1)
    if (!recipient || !newest) return
    for (const due of dues) {
      const row = rows.get(`${personId}|${due.step.key}`)
      if (row && row.state !== 'PLANNED') continue
      const base = { obligationId: owed.id, personId, step: due.step.key, plannedOn: due.step.day }
      const was = row ? ('PLANNED' as const) : null
      if (due !== newest) {
        this.#rows.push({ ...base, was, state: 'SUPERSEDED', why: 'newer' })
        continue
      }
      const end = this.#endOf(due, orders, recipient)
      if (end) this.#rows.push({ ...base, was, ...end })
      else if (!this.#isOfficeOpen(deadline)) this.#look(owed.id, null)
      else if (isQuiet(this.#at.hour, recipient)) this.#wait({ ...base, was, why: 'quiet' }, row)
      else if (recipient.sentToday >= this.#input.rules.messagesPerDay) this.#wait({ ...base, was, why: 'budget' }, row)
      else {
        const item = itemOf(
          owed,
          deadline,
          due,
          told().filter(other => other.personId !== personId),
          orders,
          ladderOf(owed, this.#input.ladders).ladder,
        )
        const isReady = due.step.day < this.#at.day || due.step.hour <= this.#at.hour
        this.#candidate(personId, { owed, due, item, isReady, row: { ...base, was, state: 'QUEUED', why: null } })
      }
    }
  }

  /** Why the newest step never speaks; null when it does. */
  #endOf(due: Due, orders: Orders, recipient: Recipient): Pick<RowChange, 'state' | 'why'> | null {
    if (!isOutOfTurn(due.step)) {
      if (orders.isStopped) return { state: 'SUPERSEDED', why: 'stopped' }
      if (orders.skipped.has(due.step.key)) return { state: 'SUPERSEDED', why: 'skipped' }
      const promised = orders.promisedBy(recipient.personId)
      if (promised !== undefined && promised >= this.#at.day) return { state: 'SUPERSEDED', why: 'promised' }
    }
    const late = workingDaysBetween(due.step.day, this.#at.day, this.#input.calendar)
    if (late > due.step.lateBy) return { state: 'EXPIRED', why: 'tooLate' }
    return recipient.unreachable === null ? null : { state: 'UNREACHABLE', why: recipient.unreachable }
  }

  #isOfficeOpen(deadline: Deadline): boolean {
    const { rules, calendar } = this.#input
    if (!isInWindow(this.#at.hour, rules)) return false
    return calendar.isWorking(this.#at.day) || (rules.isDueDayOffAllowed && deadline.dueOn === this.#at.day)
  }

  #wait(row: Omit<RowChange, 'state'>, present: LedgerRow | undefined): void {
    const { rules, calendar, timeZone } = this.#input
    if (present?.why !== row.why) this.#rows.push({ ...row, state: 'PLANNED' })
    this.#look(row.obligationId, row.why === 'budget' ? nextMorning(this.#at.day, rules, calendar, timeZone) : null)
  }

  #candidate(personId: string, candidate: Candidate): void {
    const own = this.#candidates.get(personId)
    if (own) own.push(candidate)
    else this.#candidates.set(personId, [candidate])
  }

  #message(recipient: Recipient, candidates: readonly Candidate[]): PlannedMessage {
    const nearest = candidates.toSorted((a, b) => compare(a.item.deadline.dueOn, b.item.deadline.dueOn))
    return {
      recipient,
      day: this.#at.day,
      items: nearest.map(candidate => candidate.item),
      rows: nearest.map(candidate => candidate.row),
    }
  }

  /** The earliest of what its people need. */
  #look(owedId: string, at: Date | null): void {
    const known = this.#lookAt.get(owedId)
    if (known && (at === null || at < known)) this.#lookAt.set(owedId, at)
  }

  #instant(day: string, hour: string): Date {
    const key = `${day}T${hour}`
    const found = this.#instants.get(key) ?? instantAt(day, hour, this.#input.timeZone)
    this.#instants.set(key, found)
    return found
  }
}

/** No step is left: looked at again only when something changes. */
const NEVER = instantAt('9999-12-31', '00:00', 'UTC')

const noRows: ReadonlyMap<string, LedgerRow> = new Map()

function itemOf(
  owed: Owed,
  deadline: Deadline,
  due: Due,
  told: readonly { personId: string; day: string }[],
  orders: Orders,
  ladder: Ladder,
): MessageItem {
  return {
    owedId: owed.id,
    level: due.level,
    step: due.step.key,
    tone: due.step.tone,
    deadline,
    isWithHead: owed.state === 'WITH_HEAD',
    isReturned: owed.returnedOn !== null,
    notifiedBefore: told,
    promise: orders.promise ?? null,
    isBound: ladder.channels === 'preferred',
  }
}

function change(row: LedgerRow, was: 'PLANNED' | 'QUEUED'): Omit<RowChange, 'state' | 'why'> {
  return { obligationId: row.obligationId, personId: row.personId, step: row.step, plannedOn: row.plannedOn, was }
}

/** Most obligations of a beat have nothing to say, and need not know who was told. */
function once<T>(work: () => T): () => T {
  let known: { value: T } | null = null
  return () => {
    known ??= { value: work() }
    return known.value
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
