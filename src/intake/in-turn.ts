import { setImmediate as othersTurn } from 'node:timers/promises'

/**
 * Does what is asked under one name one after the other, in the order in which it was asked; other names go their own way. Somebody
 * who writes two hundred messages in a second has one of them in hand at a time, and takes from others no more than one would.
 */
export interface InTurn {
  <T>(name: string, work: () => Promise<T>): Promise<T>
  /** How many wait or are in hand under this name. */
  count(name: string): number
}

export function inTurn(): InTurn {
  const queues = new Map<string, { last: Promise<unknown> | null; count: number }>()

  async function after<T>(before: Promise<unknown> | null, name: string, work: () => Promise<T>): Promise<T> {
    if (before) {
      await before.catch(() => undefined)
      // The embedded database answers without leaving the microtasks: a row of messages would keep sockets and timers waiting.
      await othersTurn()
    }
    try {
      return await work()
    } finally {
      const queue = queues.get(name)
      if (queue) queue.count -= 1
      if (queue?.count === 0) queues.delete(name)
    }
  }

  const ask = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const queue = queues.get(name) ?? { last: null, count: 0 }
    const doing = after(queue.last, name, work)
    queues.set(name, queue)
    queue.last = doing
    queue.count += 1
    return doing
  }
  return Object.assign(ask, { count: (name: string) => queues.get(name)?.count ?? 0 })
}
