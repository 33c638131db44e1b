import type { Feature } from '../../contract/feature.ts'
import { heldOfDeliveries } from './held.ts'
import { mayReadDelivered } from './received.ts'
import { deliveriesRoom } from './room.tsx'

/** The plan and papers go to the recipients of the distribution list, one way for all, and it is seen who has received what. */
export const deliveries: Feature = {
  name: 'deliveries',
  audits: { paper: ['paper.deliver', 'paper.plan'] },
  rooms: [deliveriesRoom],
  mayReadFile: mayReadDelivered,
  personalData: heldOfDeliveries,
}
