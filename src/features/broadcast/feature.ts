import type { Feature } from '../../contract/feature.ts'
import { heldOfBroadcasts } from './held.ts'
import { chooseNudge, previewNudge, sendNudge } from './nudge.ts'
import { broadcastRoom } from './room.tsx'

/** What officers write to many at once: those who still owe something, or all of a kind. */
export const broadcasts: Feature = {
  name: 'broadcast',
  commands: [{ to: 'nudge', says: 'broadcast.command', offeredTo: ['broadcast.send'] }],
  personalData: heldOfBroadcasts,
  routes: { nudge: chooseNudge, 'broadcast.preview': previewNudge, 'broadcast.send': sendNudge },
  rooms: [broadcastRoom],
}
