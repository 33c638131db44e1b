import type { Ladder } from '../campaign/duty.ts'
import type { OutboundMessage } from '../channels/channel.ts'
import type { DayContent } from './day-message.ts'
import type { LedgerRow, RowChange } from './ledger.ts'
import { rowKey } from './ledger.ts'
import type { Order } from './order.ts'
import type { Owed } from './owed.ts'
import type { Recipient } from './recipients.ts'
import { planRound, type Round, type RoundInput } from './round.ts'
import { instantAt } from './sending-hours.ts'
import { addDays } from './working-days.ts'

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

class TimeMachine {
  readonly #world: World
  readonly #hours: readonly string[]
  #ledger = new Map<string, Map<string, LedgerRow>>()

  constructor(world: World) {
    this.#world = world
    this.#hours = beatHours(world)
    for (const row of world.ledger) this.#put(row)
  }

  /** One day, at the hours at which something can begin to be due. */
  live(day: string): PreviewedMessage[] {
    const sentToday = new Map<string, number>()
    const messages: PreviewedMessage[] = []
    let morningDone: ReadonlySet<string> = new Set()
    for (const hour of this.#hours) {
      const round = this.#round(day, hour, sentToday, morningDone)
      morningDone = new Set([...morningDone, ...this.#world.recipients.map(recipient => recipient.personId)])
      messages.push(...this.#send(round, day, hour, sentToday))
    }
    return messages
  }

  #round(day: string, hour: string, sentToday: ReadonlyMap<string, number>, done: ReadonlySet<string>): Round {
    const world = this.#world
    return planRound({
      ...world,
      now: instantAt(day, hour, world.timeZone),
      recipients: world.recipients.map(recipient => ({
        ...recipient,
        sentToday: sentToday.get(recipient.personId) ?? 0,
      })),
      ledger: world.owed.flatMap(owed => [...(this.#ledger.get(owed.id)?.values() ?? [])]),
      morning: { counts: { submitted: 0, waiting: 0, unreachable: 0 }, done },
    })
  }

  #send(round: Round, day: string, hour: string, sentToday: Map<string, number>): PreviewedMessage[] {
    const at = instantAt(day, hour, this.#world.timeZone)
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
