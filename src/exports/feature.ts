import type { Feature } from '../contract/feature.ts'
import { obligations } from './obligation-table.ts'
import { people, units } from './people-tables.ts'
import { rankings } from './ranking-table.ts'
import { messages, outbox, reminders } from './running-tables.ts'

/** The tables of `export` that belong to the house. Platform ids, code hashes, sessions, file references and message texts stay inside. */
export const tablesOfTheHouse: Feature = {
  name: 'exports',
  exports: { units, people, rankings, obligations, reminders, outbox, messages },
}
