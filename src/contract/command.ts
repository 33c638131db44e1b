import type { Action } from '../people/house-rights.ts'
import { mayEver } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import type { Right } from '../people/right.ts'

/** Doors of the menu: other things to hand in, and what is around the work. Their names are `menu.doors.<door>`. */
export const menuDoors = ['work', 'around'] as const
export type MenuDoor = (typeof menuDoors)[number]

/**
 * A way to a route that a feature declares: what is typed, its name behind a slash, its line in the menu and in the help. The words of
 * the chat, Telegram's menu, the menu of the chat and the help are made of these declarations, in the order of the features.
 */
export interface Command {
  /** The route. What the contract calls a command (reading/command-phrases.ts) has its words there, under this name. */
  to: string
  /** The branch of its texts: `<says>.menu`, `<says>.slash`, `<says>.help`. */
  says: string
  /** What is typed, in the way of reading/command-phrases.ts; for what the contract does not name. */
  words?: readonly string[]
  /** Its name in Telegram's menu. */
  slash?: string
  /** It has a line in the menu: for everybody, or for those who hold one of these rights somewhere. */
  offeredTo?: 'everybody' | readonly (Action | Right)[]
  /** It is of use only where there is more than one campaign: elsewhere menu and help do not speak of it. */
  isOfSeveral?: true
  /** Where the menu is long, the door behind which its line stands; without it, the line stands on the first screen. */
  behind?: MenuDoor
  /** It has a line in the help. */
  isHelped?: true
}

/** Whether this person is offered it as a line to press. */
export function isOffered({ offeredTo }: Command, person: Person): boolean {
  if (offeredTo === undefined || offeredTo === 'everybody') return offeredTo !== undefined
  return offeredTo.some(right => mayEver(person, right))
}

/** The keys of the texts that a command must have. */
export function textsOf({ says, slash, offeredTo, isHelped }: Command): string[] {
  return [...(offeredTo ? ['menu'] : []), ...(slash ? ['slash'] : []), ...(isHelped ? ['help'] : [])].map(
    what => `${says}.${what}`,
  )
}
