import type { RoomRequest } from '../../contract/desk-page.ts'
import type { BoardView } from './matrix.ts'

/** Addresses around what is looked at: the period and the day stay the same wherever a link leads. */
export interface Looking {
  /** The desk's own address, and the board's. */
  desk: string
  board: string
  /** An address of the board with what is looked at, and more. */
  to(rest: string, more?: Readonly<Record<string, string>>): string
  /** The board itself with these choices. */
  with(choices: readonly (readonly [string, string])[]): string
}

export function lookingAt({ address }: Pick<RoomRequest, 'address'>, { period, day }: BoardView): Looking {
  const kept = { ky: period, ...(day ? { ngay: day.toString() } : {}) }
  return {
    desk: address.slice(0, address.lastIndexOf('/')),
    board: address,
    to: (rest, more = {}) => `${address}${rest}?${new URLSearchParams({ ...kept, ...more })}`,
    with: choices =>
      `${address}?${new URLSearchParams([...Object.entries(kept), ...choices.map(([a, b]): [string, string] => [a, b])])}`,
  }
}
