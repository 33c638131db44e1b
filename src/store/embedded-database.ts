import { setTimeout as sleep } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'

/** The database in this process, begun anew after a crash. */
export interface EmbeddedDatabase {
  /** The one that works now; a crashed one is replaced first. Rejects when that cannot be done yet: the next call tries again. */
  working(): Promise<PGlite>
  /** Hands messages of the protocol over. Rejects when this one has crashed: it would never answer again. */
  carryOut(database: PGlite, messages: Buffer): Promise<Buffer[]>
  close(): Promise<void>
}

/** A try to begin anew takes half a second of the only thread: while the disk is full, whoever asks waits this long before the next. */
const REST_MS = 1_000

/**
 * `open` opens the same folder again: a PANIC (the write-ahead log found no room on the disk) ends the database, but not this
 * process, and what was committed is recovered from the folder, as after a kill. Without it a PANIC is final.
 */
export function embeddedDatabase(first: PGlite, open?: () => Promise<PGlite>): EmbeddedDatabase {
  let database: PGlite | null = first
  let opening: Promise<PGlite> | null = null
  let rest: Promise<void> | null = null

  async function begin(): Promise<PGlite> {
    if (!open) throw new EmbeddedCrash('nothing to begin anew from')
    try {
      await rest
      database = await open()
      return database
    } catch (error) {
      rest = sleep(REST_MS, undefined, { ref: false })
      throw new EmbeddedCrash('it cannot be begun anew yet', error)
    } finally {
      opening = null
    }
  }

  async function working(): Promise<PGlite> {
    if (database) {
      await database.waitReady
      return database
    }
    opening ??= begin()
    return opening
  }

  function crashed(which: PGlite): void {
    if (database === which) database = null
  }

  return {
    working,
    carryOut: async (which, messages) => {
      if (which !== database) throw new EmbeddedCrash('it has crashed before')
      const answers: Buffer[] = []
      // The bytes lie in the memory of the database, which the next message overwrites.
      const onRawData = (bytes: Uint8Array) => void answers.push(Buffer.from(bytes))
      try {
        await which.execProtocolRawStream(messages, { onRawData })
      } catch (error) {
        // It may work on; where it can be begun anew, that is surer.
        if (open) crashed(which)
        throw new EmbeddedCrash('it broke off', error)
      }
      if (answers.some(tellsOfTheEnd)) crashed(which)
      return answers
    },
    close: async () => {
      await opening?.catch(() => undefined)
      // A crashed one holds nothing that could be closed.
      await database?.close()
    },
  }
}

/** The embedded database has stopped; `code` is what a server says of a crash, so that everybody takes it for one. */
export class EmbeddedCrash extends Error {
  override readonly name = 'EmbeddedCrash'
  readonly code = '57P02'
  readonly severity = 'FATAL'

  constructor(what: string, cause?: unknown) {
    super(`the embedded database has stopped: ${what}`, { cause })
  }
}

const ERROR = 'E'.charCodeAt(0)
const ends = ['VPANIC\0', 'VFATAL\0'].map(word => Buffer.from(word))

/** Whether one of the messages is an error after which the session is over. */
function tellsOfTheEnd(answers: Buffer): boolean {
  if (!ends.some(word => answers.includes(word))) return false
  for (let at = 0; at + 5 <= answers.length; at += 1 + answers.readUInt32BE(at + 1)) {
    const message = answers.subarray(at, at + 1 + answers.readUInt32BE(at + 1))
    if (message[0] === ERROR && ends.some(word => message.includes(word))) return true
  }
  return false
}
