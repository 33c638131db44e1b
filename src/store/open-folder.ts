import { PGlite } from '@electric-sql/pglite'

/**
 * PGlite over a folder, with a quarter of the cache that PostgreSQL takes by default: the files lie in the system's cache as well, and
 * 96 MB less is what a small machine notices.
 */
export function openFolder(folder: string): Promise<PGlite> {
  return PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'] })
}
