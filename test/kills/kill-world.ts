import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { freshPostgres } from '../support/database.ts'
import { type PostgresProxy, postgresProxy } from '../support/postgres-proxy.ts'
import { type SpawnedServer, spawnServer } from '../support/spawned-server.ts'
import type { Moment } from './moments.ts'

interface Instance {
  proxy: PostgresProxy
  start(): Promise<void>
  /** null: it is dead. */
  process: SpawnedServer | null
}

/** One or two instances of the product on one database, each of which can be killed at any statement that it sends. */
export class KillWorld {
  readonly #instances: Instance[]
  readonly #folder: string

  private constructor(folder: string, instances: Instance[]) {
    this.#folder = folder
    this.#instances = instances
  }

  static async make(store: Awaited<ReturnType<typeof freshPostgres>>, count: number): Promise<KillWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'thidua-kills-'))
    const instances = Array.from({ length: count }, async (): Promise<Instance> => {
      const proxy = await postgresProxy(store.databaseUrl)
      return { proxy, process: null, start: async () => undefined }
    })
    return new KillWorld(folder, await Promise.all(instances))
  }

  /** Starts them one after the other with these settings. */
  async start(databaseUrl: string, env: Readonly<Record<string, string>>): Promise<void> {
    for (const [number, instance] of this.#instances.entries()) {
      const own = { DATA_DIR: join(this.#folder, String(number)), DATABASE_URL: instance.proxy.through(databaseUrl) }
      instance.start = async () => {
        instance.process = await spawnServer({ ...own, ...env })
      }
      await instance.start()
    }
  }

  /** Where somebody answers; while nobody does, an address where nobody answers. */
  address = (): string => this.#instances.find(({ process }) => process)?.process?.url ?? 'http://127.0.0.1:9'

  /** Kills the first instance that comes to that moment; resolves when it is dead, and gives what starts it again. */
  killedAt(moment: Moment): Promise<() => Promise<void>> {
    return new Promise(resolve => {
      for (const instance of this.#instances)
        instance.proxy.watch(
          moment(() => {
            for (const { proxy } of this.#instances) proxy.watch(null)
            const killed = instance.process?.kill()
            instance.process = null
            void killed?.then(() => resolve(instance.start))
          }),
        )
    })
  }

  async end(): Promise<void> {
    for (const { process } of this.#instances) await process?.kill()
    for (const { proxy } of this.#instances) await proxy.close()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
