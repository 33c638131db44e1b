import { type DeskEntry, type Door, type DoorGroup, doorGroups, doors } from '../contract/desk-page.ts'

/** A door of the desk with what this person finds behind it. */
export interface OpenDoor {
  name: Door
  entries: readonly [DeskEntry, ...DeskEntry[]]
}

/** The doors in their order; one with nothing behind it for this person is not there. */
export function openDoors(entries: readonly DeskEntry[]): OpenDoor[] {
  return doors.flatMap(name => {
    const behind = entries
      .filter(({ door = 'house' }) => door === name)
      .toSorted((a, b) => doorGroups.indexOf(groupOf(a)) - doorGroups.indexOf(groupOf(b)))
    const [first, ...more] = [...behind.filter(({ isFirst }) => isFirst), ...behind.filter(({ isFirst }) => !isFirst)]
    return first ? [{ name, entries: [first, ...more] }] : []
  })
}

/** So many pages of a door are in sight. */
const inSight = 6

/** The pages of a door that stand in sight, the open one among them, and the rest by its groups. */
export function behind(
  { entries }: OpenDoor,
  path: string | undefined,
): { visible: readonly DeskEntry[]; rest: readonly { group: DoorGroup; entries: readonly DeskEntry[] }[] } {
  const front = entries.slice(0, inSight)
  const open = entries.find(entry => entry.path === path)
  const visible = open && !front.includes(open) ? [...front.slice(0, -1), open] : front
  const folded = entries.filter(entry => !visible.includes(entry))
  const rest = doorGroups.flatMap(group => {
    const own = folded.filter(entry => groupOf(entry) === group)
    return own.length > 0 ? [{ group, entries: own }] : []
  })
  return { visible, rest }
}

function groupOf({ group = 'others' }: DeskEntry): DoorGroup {
  return group
}
