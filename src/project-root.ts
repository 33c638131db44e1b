import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder that holds `package.json`, `prisma/` and `locales/`, as an absolute path. The same for the sources
 * (`src/`), the compiled program (`dist/`) and the tests, whatever the working directory.
 */
export const projectRoot: string = folderWithSchema(dirname(fileURLToPath(import.meta.url)))

function folderWithSchema(folder: string): string {
  if (existsSync(join(folder, 'prisma', 'schema.prisma'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`no prisma/schema.prisma above ${fileURLToPath(import.meta.url)}`)
  return folderWithSchema(parent)
}
