import { type DeskEntry, type Door, doors } from '../contract/desk-page.ts'

/** A door of the desk with what this person finds behind it. */
export interface OpenDoor {
  name: Door
  entries: readonly [DeskEntry, ...DeskEntry[]]
}

/** The doors in their order; one with nothing behind it for this person is not there. */
export function openDoors(entries: readonly DeskEntry[]): OpenDoor[] {
  return doors.flatMap(name => {
    const behind = entries.filter(({ door = 'house' }) => door === name)
    const [first, ...more] = [...behind.filter(({ isFirst }) => isFirst), ...behind.filter(({ isFirst }) => !isFirst)]
    return first ? [{ name, entries: [first, ...more] }] : []
  })
}
