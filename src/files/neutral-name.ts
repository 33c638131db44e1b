import type { Erasure } from '../people/personal-data.ts'

/** What a file that stays is called when its sender is erased: its ending is all that is kept of the name. */
export function neutralName({ neutralFileName }: Erasure, { id, name }: { id: string; name: string }): string {
  return `${neutralFileName(id)}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''}`
}
