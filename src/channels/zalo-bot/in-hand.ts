import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type BotUpdate, type JsonObject, readBotUpdate } from 'zalo-api-client'

/** Updates that Zalo has handed out, and forgotten, and that are not stored yet. */
export interface InHand {
  /** Instead of what was kept before. Never fails: a disk that takes nothing must not keep the database from taking it. */
  keep(updates: readonly BotUpdate[]): Promise<void>
  /** What a process that has ended had in hand. */
  read(): Promise<readonly BotUpdate[]>
}

/** In a file for its owner's eyes only, which is there only while something is in hand. */
export function inHandIn(file: string): InHand {
  return {
    keep: updates => write(file, updates).catch(() => undefined),
    read: async () => {
      try {
        const kept: JsonObject[] = JSON.parse(await readFile(file, 'utf8'))
        return kept.flatMap(raw => readBotUpdate(raw) ?? [])
      } catch {
        // None, or one that was being written: then its update came no further than here.
        return []
      }
    },
  }
}

async function write(file: string, updates: readonly BotUpdate[]): Promise<void> {
  if (updates.length === 0) return rm(file, { force: true })
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, JSON.stringify(updates.map(({ raw }) => raw)), { mode: 0o600 })
  await rename(`${file}.new`, file)
}
