/** What a person answered to a reminder, or an officer ordered for one; the planner obeys the latest of its kind. */
export interface Order {
  obligationId: string
  kind: 'PROMISE' | 'NOT_MINE' | 'STOP' | 'RESUME' | 'SKIP' | 'HASTEN'
  /** Whose reminders it concerns; null: everybody's. */
  personId: string | null
  /** PROMISE and HASTEN: the day; SKIP: the key of the step. */
  value: string
  at: Date
}

/** The orders of one obligation, oldest first. */
export class Orders {
  readonly #orders: readonly Order[]

  constructor(orders: readonly Order[]) {
    this.#orders = orders
  }

  get isStopped(): boolean {
    return this.#orders.findLast(order => order.kind === 'STOP' || order.kind === 'RESUME')?.kind === 'STOP'
  }

  get skipped(): ReadonlySet<string> {
    return new Set(this.#orders.filter(order => order.kind === 'SKIP').map(order => order.value))
  }

  /** Days on which an officer wants a reminder out of turn. */
  get hastened(): string[] {
    return [...new Set(this.#orders.filter(order => order.kind === 'HASTEN').map(order => order.value))]
  }

  /** The day the person promised last. */
  promisedBy(personId: string): string | undefined {
    return this.#orders.findLast(order => order.kind === 'PROMISE' && order.personId === personId)?.value
  }

  /** Somebody's latest promise, to be shown to those above. */
  get promise(): { personId: string; day: string } | undefined {
    const found = this.#orders.findLast(order => order.kind === 'PROMISE')
    return found?.personId ? { personId: found.personId, day: found.value } : undefined
  }

  isNotMine(personId: string): boolean {
    return this.#orders.some(order => order.kind === 'NOT_MINE' && order.personId === personId)
  }
}

export const noOrders = new Orders([])

/** By obligation. */
export function ordersIndex(orders: readonly Order[]): ReadonlyMap<string, Orders> {
  const byId = new Map<string, Order[]>()
  for (const order of orders.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const own = byId.get(order.obligationId)
    if (own) own.push(order)
    else byId.set(order.obligationId, [order])
  }
  return new Map([...byId].map(([id, own]) => [id, new Orders(own)]))
}
