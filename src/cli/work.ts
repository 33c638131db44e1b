import type { System } from '../intake/system.ts'

/** What a command gives back for standard output or the file named by `--out`: all of it, or part by part while the system is open. */
export interface WorkResult {
  output: string | Uint8Array | AsyncIterable<string | Uint8Array>
  /** Lines for people, on standard error when the output goes to standard output. */
  note?: string
}

/** A command that needs the database. The same code runs in the command's own process or in the running server. */
export type Work = (system: System, args: Readonly<Record<string, string>>) => Promise<WorkResult>
