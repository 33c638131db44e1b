/** Tells the open pages of this process that there is something new. */
export interface Bell {
  ring(accountId: string): void
  /** Something may have been missed: all look for themselves. */
  ringAll(): void
  /** A ring between two waits is not lost: the next wait ends at once. */
  listen(accountId: string): Ear
  /** Ends every wait, now and later: open pages let go so that the server can stop. */
  close(): void
  readonly isClosed: boolean
}

export interface Ear {
  /** Resolves at the next ring, with true, or after `milliseconds`, with false. */
  wait(milliseconds: number): Promise<boolean>
  close(): void
}

export function createBell(): Bell {
  const ears = new Map<string, Set<OpenEar>>()
  let isClosed = false
  const all = () => [...ears.values()].flatMap(here => [...here])
  return {
    get isClosed() {
      return isClosed
    },
    ring: accountId => {
      for (const ear of ears.get(accountId) ?? []) ear.hear()
    },
    ringAll: () => {
      for (const ear of all()) ear.hear()
    },
    listen: accountId => {
      const ear = openEar()
      const here = ears.get(accountId) ?? new Set()
      ears.set(accountId, here.add(ear))
      if (isClosed) ear.close()
      return {
        wait: ear.wait,
        close: () => {
          ear.close()
          here.delete(ear)
          if (here.size === 0) ears.delete(accountId)
        },
      }
    },
    close: () => {
      isClosed = true
      for (const ear of all()) ear.close()
    },
  }
}

interface OpenEar extends Ear {
  hear(): void
}

function openEar(): OpenEar {
  let hasRung = false
  let isClosed = false
  let wake = () => {}
  return {
    hear: () => {
      hasRung = true
      wake()
    },
    wait: milliseconds =>
      new Promise(resolve => {
        const end = () => {
          clearTimeout(timer)
          resolve(hasRung)
          hasRung = false
          wake = () => {}
        }
        const timer = setTimeout(end, milliseconds)
        wake = end
        if (hasRung || isClosed) end()
      }),
    close: () => {
      isClosed = true
      wake()
    },
  }
}
