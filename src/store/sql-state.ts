import { Prisma } from './generated/client.ts'

/**
 * The SQLSTATE that the database gave, wherever in the chain of causes it lies; null: no database spoke. It looks the same to the
 * caller whether it came through Prisma's client (`meta.driverAdapterError`), its driver adapter (`cause`) or the driver (`code`).
 */
export function sqlStateOf(error: unknown): string | null {
  for (const link of chainOf(error)) {
    const state = ownState(link)
    if (state !== null) return state
  }
  return null
}

/** An error and what caused it, outermost first. */
export function chainOf(error: unknown): object[] {
  const chain: object[] = []
  const add = (link: unknown): void => {
    if (typeof link !== 'object' || link === null || chain.includes(link) || chain.length >= LONGEST) return
    chain.push(link)
    if ('meta' in link && typeof link.meta === 'object' && link.meta !== null && 'driverAdapterError' in link.meta)
      add(link.meta.driverAdapterError)
    if ('cause' in link) add(link.cause)
    if (link instanceof AggregateError) for (const one of link.errors) add(one)
  }
  add(error)
  return chain
}

const LONGEST = 10

function ownState(link: object): string | null {
  // The client's own codes (P2010) look like states and are none.
  if (link instanceof Prisma.PrismaClientKnownRequestError)
    return /Code: `([0-9A-Z]{5})`/.exec(link.message)?.[1] ?? null
  if ('originalCode' in link && isState(link.originalCode)) return link.originalCode
  return 'code' in link && isState(link.code) ? link.code : null
}

/** Five signs in one of the classes there are: none begins with E, as the system's codes do (EPIPE, E2BIG). */
function isState(code: unknown): code is string {
  return typeof code === 'string' && /^[0-9FHPX][0-9A-Z]{4}$/.test(code)
}
