import fs from 'node:fs'

/** Lets nobody write to the disk any more, as a full one does, until `free`. The embedded database writes through this very function. */
export function fullDisk(): { free(): void } {
  const write = fs.writeSync
  const refuse = (): never => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28 })
  }
  Object.assign(fs, { writeSync: refuse })
  return { free: () => void Object.assign(fs, { writeSync: write }) }
}
