import type pg from 'pg'

/** Connections that are there, those of them nobody uses, and who waits for one. */
export interface PoolUse {
  total: number
  idle: number
  waiting: number
}

export function useOf(pool: pg.Pool): PoolUse {
  return { total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }
}
