import type { Ladder } from '../../campaign/duty.ts'
import type { OutboundMessage } from '../../channels/channel.ts'
import type { LedgerRow, RowChange } from '../plan/ledger.ts'
import { rowKey } from '../plan/ledger.ts'
import type { Order } from '../plan/order.ts'
import type { Owed } from '../plan/owed.ts'
import type { Recipient } from '../plan/recipients.ts'
import { instantAt, isSendingTime } from '../plan/sending-hours.ts'
import { addDays } from '../plan/working-days.ts'
import type { DayContent } from '../words/day-message.ts'
import { freshMorning } from '../words/morning.ts'
import { planRound, type Round, type RoundInput } from './round.ts'

/** The state the time machine starts from: what the database holds, or what a test invents. */
export interface World extends Omit<RoundInput, 'now' | 'morning' | 'owed' | 'recipients' | 'ledger' | 'orders'> {
  /** Open obligations. A test may change any of these lists between two days. */
  owed: Owed[]
  recipients: Recipient[]
  ledger: LedgerRow[]
  orders: Order[]
}

/** A message that would go out. */
export interface PreviewedMessage {
  day: string
  /** Local hour 'HH:mm'. */
  hour: string
  personId: string
  name: string
  content: DayContent
  message: OutboundMessage
}

/**
 * Runs the days from `from` to `to` (both 'YYYY-MM-DD', inclusive) through the planner that the beat uses, on a simulated
 * clock with sending that always succeeds, and tells every message. `onMorning` may change the world before a day begins:
 * hand something in, change a person. Nothing is stored and nothing is sent.
 */
export function preview(world: World, from: string, to: string, onMorning?: (day: string) => void): PreviewedMessage[] {
  const machine = new TimeMachine(world)
  const sent: PreviewedMessage[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    onMorning?.(day)
    sent.push(...machine.live(day))
  }
  return sent
}

/** How far the present day has come. */
export interface BegunDay {
  hour: string
  /** When each obligation must be looked at again; null: the first beat of the day is still to come. */
  looked: ReadonlyMap<string, Date | null> | null
}

/** A simulated clock over one world: each day it is told to live sees what the days before have sent. */
export class TimeMachine {
  readonly #world: World
  readonly #hours: readonly string[]
  readonly #ledger = new Map<string, Map<string, LedgerRow>>()
  readonly #lookAt = new Map<string, Date | null>()

  constructor(world: World) {
    this.#world = world
    this.#hours = beatHours(world)
    for (const row of world.ledger) this.#put(row)
  }

  /** One day, at the hours at which something can begin to be due; of the day that has begun, the hours that are left. */
  live(day: string, begun?: BegunDay): PreviewedMessage[] {
    const { recipients, rules, calendar } = this.#world
    const sentToday = new Map(begun ? recipients.map(({ personId, sentToday }) => [personId, sentToday]) : [])
    const messages: PreviewedMessage[] = []
    const since = begun ? (this.#hours.findLast(hour => hour <= begun.hour) ?? begun.hour) : ''
    const hours = this.#hours.filter(hour => hour >= since)
    if (begun?.looked) for (const [id, lookAt] of begun.looked) this.#lookAt.set(id, lookAt)
    const morning = begun?.looked ? null : hours.find(hour => isSendingTime({ day, hour }, rules, calendar))
    for (const hour of hours)
      messages.push(...this.#send(this.#round(day, hour, sentToday, hour === morning), day, hour, sentToday))
    return messages
  }

  /** As the beat: the first one of a day looks at everything, later ones at what must be looked at again. */
  #round(day: string, hour: string, sentToday: ReadonlyMap<string, number>, isMorning: boolean): Round {
    const world = this.#world
    const now = instantAt(day, hour, world.timeZone)
    const owed = isMorning ? world.owed : world.owed.filter(({ id }) => (this.#lookAt.get(id) ?? now) <= now)
    return planRound({
      ...world,
      now,
      owed,
      recipients: world.recipients.map(recipient => ({
        ...recipient,
        sentToday: sentToday.get(recipient.personId) ?? 0,
      })),
      ledger: this.#ledger,
      morning: isMorning ? freshMorning : null,
    })
  }

  #send(round: Round, day: string, hour: string, sentToday: Map<string, number>): PreviewedMessage[] {
    const at = instantAt(day, hour, this.#world.timeZone)
    for (const [id, lookAt] of round.lookAt) this.#lookAt.set(id, lookAt)
    for (const change of round.rows) this.#put({ ...rowOf(change), at })
    return round.messages.map(({ recipient, rows, content, composed }) => {
      for (const change of rows) this.#put({ ...rowOf(change), state: 'SENT', at })
      sentToday.set(recipient.personId, (sentToday.get(recipient.personId) ?? 0) + 1)
      return { day, hour, personId: recipient.personId, name: recipient.name, content, message: composed.message }
    })
  }

  #put(row: LedgerRow): void {
    const own = this.#ledger.get(row.obligationId) ?? new Map<string, LedgerRow>()
    own.set(rowKey(row.personId, row.step), row)
    this.#ledger.set(row.obligationId, own)
  }
}

/** The openings of the office and the hours of the ladders. */
function beatHours(world: { rules: RoundInput['rules']; ladders: Readonly<Record<string, Ladder>> }): string[] {
  const hours = [
    ...world.rules.windows.map(window => window.from),
    ...Object.values(world.ladders).flatMap(ladder => ladder.steps.map(step => step.hour)),
  ]
  return [...new Set(hours)].sort()
}

function rowOf(change: RowChange): Omit<LedgerRow, 'at'> {
  const { obligationId, personId, step, plannedOn, state, why } = change
  return { obligationId, personId, step, plannedOn, state, why }
}
