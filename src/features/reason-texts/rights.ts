import { right } from '../../people/right.ts'

/** Write the reasons that all officers choose from. */
export const changeReasons = right('reasonText.change', { PNV: 'all' })
