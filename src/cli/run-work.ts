import { readCampaignFiles } from '../campaign/files.ts'
import { Complaint } from '../complaint.ts'
import type { Config } from '../config.ts'
import { ensureCampaign } from '../loading/ensure.ts'
import { openSystem } from '../open-system.ts'
import { DataFolderLocked } from '../store/errors.ts'
import { askServer } from './control.ts'
import type { WorkResult } from './work.ts'
import { type WorkName, works } from './works.ts'
import { writeFileWhole, writeToScreen } from './write-output.ts'

/** Does a command's work here, or in the running server when that one holds the embedded database. */
export async function runWork(config: Config, name: WorkName, args: Readonly<Record<string, string>>): Promise<void> {
  await withResult(config, name, args, async ({ output, note }) => {
    if (args.out !== undefined) await writeFileWhole(args.out, output)
    else await writeToScreen(output)
    if (note) process.stderr.write(`${note}\n`)
  })
}

/** The same with another use of the result; what it gives part by part is read before the system is closed. */
export async function withResult<T>(
  config: Config,
  name: WorkName,
  args: Readonly<Record<string, string>>,
  use: (result: WorkResult) => Promise<T>,
): Promise<T> {
  try {
    // A command changes what it is asked to, nothing else: the log of a start is of no use on its screen.
    const opened = await openSystem({ ...config, logLevel: 'error' })
    try {
      const files = readCampaignFiles(undefined, undefined)
      if (files.ok) await ensureCampaign(opened.system.prisma, files.value, false, opened.system.clock.now())
      return await use(await works[name](opened.system, args))
    } finally {
      await opened.close()
    }
  } catch (error) {
    if (!(error instanceof DataFolderLocked)) throw error
    const answer = await askServer(config.dataDir, name, args)
    if (answer === 'unreachable') throw error
    if ('complaint' in answer) throw new Complaint(...answer.complaint)
    return use(answer.done)
  }
}
