import { right } from '../../people/right.ts'

/** Who answers requests about personal data. Nobody answers their own. */
export const answerDataRequests = right('dataRequest.answer', { PNV: 'all', ADMIN: 'all' })

/** Address of the page on the desk. */
export const REQUESTS_PATH = 'yeu-cau-du-lieu'
