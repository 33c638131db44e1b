import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as binding from '@prisma/schema-engine-wasm/schema_engine_bg'

export type SchemaEngine = binding.SchemaEngine
export type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg'

/** Every table of the database belongs to the schema. */
export const everyTable: binding.SchemaFilter = { externalTables: [], externalEnums: [] }

/**
 * Prisma's own schema engine, as WebAssembly, over a driver adapter: the same engine and the same `_prisma_migrations`
 * table as the command line tool, which needs a native program that cannot be fetched everywhere. Loads in about 40 ms.
 */
export async function startSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  loading ??= load()
  await loading
  const onLog = () => undefined
  return binding.SchemaEngine.new(
    { datamodels: [['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']] },
    onLog,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
}

let loading: Promise<void> | undefined

declare global {
  // The types of Node 20 know WebAssembly only as a name space of types.
  namespace WebAssembly {
    function instantiate(
      bytes: Uint8Array,
      imports: Record<string, Record<string, unknown>>,
    ): Promise<{ instance: { exports: Record<string, unknown> } }>
  }
}

async function load(): Promise<void> {
  const module = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = await readFile(module.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': { ...binding, ...timers() } })
  binding.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}

/** The engine limits each migration to ten seconds and never takes the limit back: a process that is done would wait them out. */
function timers(): Record<string, (work: () => void, milliseconds: number) => unknown> {
  const [name] = Object.keys(binding).filter(one => one.startsWith('__wbg_setTimeout_'))
  if (name === undefined) throw new Error('this release of the schema engine keeps time in another way')
  return { [name]: (work, milliseconds) => setTimeout(work, milliseconds).unref() }
}
