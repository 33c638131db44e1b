import type { LiveRoom } from '../../contract/desk-page.ts'
import { castOn } from './pages/vote-form.tsx'
import { presentIn, sittingFor, wholeSitting } from './sitting.ts'
import { liveKey } from './written-down.ts'

/** What everybody on the page of a sitting sees change: its state, who is there, how many ballots are in. Nothing of what they say. */
export const liveOf: LiveRoom = {
  key: async (ctx, rest) => ((await sittingFor(ctx, rest)) ? liveKey(rest) : null),

  look: async (tx, rest, t) => {
    const sitting = await wholeSitting(tx, rest)
    if (!sitting) return { state: '' }
    return {
      state: sitting.state,
      present: String(presentIn(sitting)),
      ...Object.fromEntries(sitting.cases.map(one => [`cast-${one.id}`, String(castOn(one))])),
      ...Object.fromEntries(
        sitting.members.map(({ personId, attendance }) => [
          `member-${personId}`,
          t(`council.attendance.${attendance}`),
        ]),
      ),
    }
  },
}
