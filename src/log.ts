import { type Logger, pino } from 'pino'
import { z } from 'zod'

/**
 * The log of the process on standard error: JSON lines, or short sentences where a person sits in front of it. What must never be
 * read there is removed by path.
 */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: [
          'token',
          '*.token',
          'secret',
          '*.secret',
          'code_',
          '*.password',
          'databaseUrl',
          '*.databaseUrl',
          'err.config',
          'err.request',
        ],
        censor: '(không ghi)',
      },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    process.stderr.isTTY
      ? { write: line => process.stderr.write(readable(line)) }
      : pino.destination({ dest: 2, sync: true }),
  )
}

/** What a library says by itself, in our log: faults as faults, everything else for those who look closely. */
export function logOfLibrary(log: Pick<Logger, 'debug' | 'error'>, library: string) {
  const aside = (message: string | Error) => log.debug({ library, said: String(message) }, 'a library said something')
  return {
    ...{ info: aside, warn: aside, debug: aside },
    error: (message: string | Error, err?: Error) => log.error({ library, err: err ?? message }, 'a library failed'),
  }
}

/** A line of the log as a person reads it: «08:30:12 error: the database is away: connection refused». */
export function readable(line: string): string {
  const { level, time, msg, err } = entry.parse(JSON.parse(line))
  const why = err?.message ? `: ${err.message}` : ''
  return `${time.slice(11, 19)} ${pino.levels.labels[level] ?? level}: ${msg}${why}\n`
}

const entry = z.object({
  level: z.number(),
  time: z.string(),
  msg: z.string().default(''),
  err: z.object({ message: z.string().optional() }).optional(),
})
