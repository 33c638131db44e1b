import { launchDocument } from '../features/launch/kind.ts'
import type { AnyKind } from '../records/kind.ts'
import { initiatives } from './initiative-table.ts'
import { kindTable } from './kind-table.ts'
import { people, units } from './people-tables.ts'
import { rankings } from './ranking-table.ts'
import { explanations, obligations, reports } from './record-tables.ts'
import { audit, messages, outbox, reminders } from './running-tables.ts'
import type { ExportTable } from './table.ts'

/** What each table of `export` holds. Platform ids, code hashes, sessions, file references and message texts stay inside. */
export const exportTables: Readonly<Record<string, ExportTable>> = {
  units,
  people,
  initiatives,
  reports,
  explanations,
  'launch-documents': kindTable(launchDocument as unknown as AnyKind),
  rankings,
  obligations,
  reminders,
  outbox,
  messages,
  audit,
}
