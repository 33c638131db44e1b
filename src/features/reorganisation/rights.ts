import { right } from '../../people/right.ts'

/** Merge, divide, rename and dissolve units: the office that runs the campaign, and whoever runs the system. */
export const reorganiseUnits = right('units.reorganise', { PNV: 'all', ADMIN: 'all' })
