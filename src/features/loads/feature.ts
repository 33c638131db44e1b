import type { Feature } from '../../contract/feature.ts'
import { loadNames } from './loaders.ts'
import { loadData } from './rights.ts'
import { loadsRoom } from './room.tsx'

/** What the house lives by comes in on the desk: plan, units, calendar, ranks. */
export const loads: Feature = {
  name: 'loads',
  isAboveCampaigns: true,
  rights: [loadData],
  audits: { data: loadNames.map(name => `data.load.${name}`) },
  rooms: [loadsRoom],
}
