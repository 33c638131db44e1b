import { type Logger, pino } from 'pino'

/** The log of the process: JSON lines on standard error. What must never be read there is removed by path. */
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
    pino.destination({ dest: 2, sync: true }),
  )
}
