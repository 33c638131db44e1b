import type { OutboundMessage } from './channel.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** What stands before a choice: its number, or its letter where numbers are answers. `index` counts from 0. */
export function choiceMark(message: Pick<OutboundMessage, 'lettered'>, index: number): string {
  return message.lettered ? (letters[index] ?? '') : String(index + 1)
}
