import type { Feature } from '../../contract/feature.ts'
import { sendingRoom } from './room.tsx'

/** A restored copy sends nothing until an officer lets it. */
export const sending: Feature = {
  name: 'sending',
  isAboveCampaigns: true,
  audits: { sending: ['sending.letGo'] },
  rooms: [sendingRoom],
}
