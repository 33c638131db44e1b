import { setImmediate as nextTurn } from 'node:timers/promises'
import { addDays } from '../plan/working-days.ts'
import { type BegunDay, type PreviewedMessage, TimeMachine, type World } from './preview.ts'

/**
 * The reminders ahead if nobody handed anything in, lived day by day from now on and only as far as somebody asks. Between
 * two days whatever else the program has to do goes first.
 */
export class SeasonAhead {
  readonly #machine: TimeMachine
  readonly #today: string
  readonly #begun: BegunDay | undefined
  readonly #messages: PreviewedMessage[] = []
  #next: string
  #living: Promise<void> = Promise.resolve()

  /** `begun`: how far the first day has come; none: it is lived as a whole. */
  constructor(world: World, today: string, begun?: BegunDay) {
    this.#machine = new TimeMachine(world)
    this.#today = today
    this.#begun = begun
    this.#next = today
  }

  /** Every message of the days `from` to `to`; none of days that have passed. */
  async between(from: string, to: string): Promise<PreviewedMessage[]> {
    // Two that ask at once wait for each other: a day is lived once.
    this.#living = this.#living.then(() => this.#liveUpTo(to))
    await this.#living
    return this.#messages.filter(({ day }) => from <= day && day <= to)
  }

  async #liveUpTo(to: string): Promise<void> {
    for (; this.#next <= to; this.#next = addDays(this.#next, 1)) {
      await nextTurn()
      const begun = this.#next === this.#today ? this.#begun : undefined
      this.#messages.push(...this.#machine.live(this.#next, begun))
    }
  }
}
