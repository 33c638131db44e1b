import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { performance } from 'node:perf_hooks'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Tells one process from every other, also from a later one that was given the same number. */
export const processIdentity = z.object({
  pid: z.number().int(),
  host: z.string(),
  /** ISO instant at which the process started. */
  since: z.string(),
  /** Boot and start tick as the kernel counts them; empty where the system does not tell. */
  mark: z.string(),
})
export type ProcessIdentity = z.infer<typeof processIdentity>

/** This process. */
export function ownIdentity(): ProcessIdentity {
  const since = Temporal.Instant.fromEpochMilliseconds(Math.floor(performance.timeOrigin)).toString()
  return { pid: process.pid, host: hostname(), since, mark: kernelMark(process.pid) }
}

/** Whether that process still runs. `unknown` when it belongs to another machine or container. */
export function life(of: ProcessIdentity): 'running' | 'ended' | 'unknown' {
  if (of.host !== hostname()) return 'unknown'
  if (!exists(of.pid)) return 'ended'
  return of.mark === kernelMark(of.pid) ? 'running' : 'ended'
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it exists and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function kernelMark(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name of the program, in brackets, may hold blanks: count the fields after it. Start time is field 22 of proc(5).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended; only its parent has not noticed yet.
    return fields[0] === 'Z' ? 'ended' : `${boot}:${fields[19] ?? ''}`
  } catch {
    return ''
  }
}
