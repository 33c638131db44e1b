import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { aloneIn } from './alone-in.ts'
import { builtFolder, marked } from './built-program.ts'
import { spawnServer } from './spawned-server.ts'

/** When the first start was. */
export const firstStart = '2024-03-20T08:30:00+07:00'

const settings = { real: { DEMO: '0' }, demo: { DEMO: '1' } }

/**
 * Makes a data folder as a first start leaves it, for tests of what comes afterwards: made once for these sources, and copied, which
 * takes a tenth of the time of a first start.
 */
export function startedFolder(dataDir: string, as: keyof typeof settings): Promise<void> {
  const ofKind = `data-${as}-`
  const image = join(builtFolder, `${ofKind}${marked('src', 'prisma', 'locales')}`)
  return aloneIn(builtFolder, async () => {
    if (!existsSync(image)) {
      for (const older of readdirSync(builtFolder).filter(name => name.startsWith(ofKind)))
        rmSync(join(builtFolder, older), { recursive: true })
      const server = await spawnServer({ ...settings[as], DATA_DIR: `${image}.new`, CLOCK_START: firstStart })
      await server.terminate()
      renameSync(`${image}.new`, image)
    }
    cpSync(image, dataDir, { recursive: true })
  })
}
