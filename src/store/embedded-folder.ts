import { PGlite } from '@electric-sql/pglite'

/**
 * Opens the embedded database in a folder, made when missing, so that what ends it comes out as an exception.
 *
 * When the disk refuses the log, PostgreSQL ends its process (PANIC): a commit that cannot be written must not go on. Here there is no
 * process of its own that could end: PGlite takes up the same message again, for ever, and nothing else of this process would run. The
 * exception leaves the database where a kill would have left it; it is begun anew from its folder.
 */
export async function openFolder(folder: string): Promise<PGlite> {
  const database = await PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, ...SMALL] })
  const module: object = database.Module
  if (!isLooping(module)) throw new Error('this release of the embedded database works in another way')
  const { _PostgresMainLoopOnce: once } = module
  module._PostgresMainLoopOnce = () => {
    try {
      once()
    } catch (error) {
      // PGlite swallows it; the first thing that it does then must not go well.
      if (!isOfAStatement(error))
        module.stackRestore = () => {
          throw error
        }
      throw error
    }
  }
  return database
}

/**
 * A quarter of the cache that PostgreSQL takes by default: the files lie in the system's cache as well, and 96 MB less is what a small
 * machine notices.
 */
const SMALL = ['-c', 'shared_buffers=32MB']

/** The part of PGlite that carries out one message, and what it does when that was broken off. */
interface Looping {
  _PostgresMainLoopOnce(): void
  stackRestore(stack: number): void
}

function isLooping(module: object): module is Looping {
  return '_PostgresMainLoopOnce' in module && 'stackRestore' in module
}

/** The way back out of a statement that failed: the session goes on. */
function isOfAStatement(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === LONGJMP
}

/** What PGlite gives `longjmp` as its status. */
const LONGJMP = 100
