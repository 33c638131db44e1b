import { parseArgs } from 'node:util'

export interface Given {
  /** Words before the first option: the command and what it is about. */
  words: readonly string[]
  options: Readonly<Record<string, string>>
}

/** Splits a command line. An option without a value («--json») is the empty text. Unknown options are the command's business. */
export function readArguments(argv: readonly string[]): Given {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    strict: true,
    options: {
      ...Object.fromEntries(
        [
          'unit',
          'role',
          'name',
          'expires',
          'uses',
          'year',
          'format',
          'out',
          'from',
          'to',
          'code',
          'decision',
          'document',
          'period',
          'as-of',
          'campaign',
        ].map(name => [name, { type: 'string' as const }]),
      ),
      json: { type: 'boolean' },
      apply: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const options = Object.entries(values).map(([name, value]) => [name, value === true ? '' : String(value)] as const)
  return { words: positionals, options: Object.fromEntries(options) }
}
