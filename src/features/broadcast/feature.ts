import type { Feature } from '../../contract/feature.ts'
import { heldOfBroadcasts } from './held.ts'
import { chooseNudge, previewNudge, sendNudge } from './nudge.ts'
import { sendToMany } from './rights.ts'
import { broadcastRoom } from './room.tsx'

/** What officers write to many at once: those who still owe something, or all of a kind. */
export const broadcasts: Feature = {
  name: 'broadcast',
  rights: [sendToMany],
  audits: { broadcast: ['broadcast.send', 'broadcast.cancel'] },
  commands: [{ to: 'nudge', says: 'broadcast.command', offeredTo: [sendToMany] }],
  personalData: heldOfBroadcasts,
  routes: { nudge: chooseNudge, 'broadcast.preview': previewNudge, 'broadcast.send': sendNudge },
  rooms: [broadcastRoom],
}
