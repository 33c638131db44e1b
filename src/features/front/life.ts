import type { Right } from '../../people/right.ts'
import type { Move, State } from '../../records/kind.ts'

/**
 * The life of what the Front and the mass organisations note (plan IV.3 asks them and does not order them): sent at once, noted by
 * Phòng Nội vụ, which may ask for more; whoever of the organisation wrote it takes it back.
 */
export function lifeOfNote(write: Right, note: Right) {
  return {
    states: {
      DRAFT: { tone: 'neutral', handsIn: true },
      SENT: { tone: 'waiting', waits: ['note'], counts: true },
      RETURNED: { tone: 'bad', handsIn: true },
      NOTED: { tone: 'good', counts: true },
      WITHDRAWN: { tone: 'neutral' },
    } satisfies Record<string, State>,
    begins: 'DRAFT',
    handedIn: 'SENT',
    moves: {
      note: { from: ['SENT'], to: 'NOTED', right: note, asks: 'nothing', tone: 'good' },
      return: { from: ['SENT', 'NOTED'], to: 'RETURNED', right: note, asks: 'return', tone: 'bad' },
      withdraw: { from: ['SENT', 'RETURNED'], to: 'WITHDRAWN', right: write, asks: 'reason', tone: 'bad' },
    } satisfies Record<string, Move>,
    rights: { write, see: note },
  }
}
