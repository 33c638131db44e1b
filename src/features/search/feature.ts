import type { Feature } from '../../contract/feature.ts'
import { searchRoom } from './room.tsx'

/** One box on every page of the desk that finds everything its person may see: records, units, targets, papers. */
export function searchOver(features: readonly Feature[]): Feature {
  return { name: 'search', rooms: [searchRoom(features)] }
}
