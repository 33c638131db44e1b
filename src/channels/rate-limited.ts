/**
 * The `why` with which a channel says that the platform asks for a pause (429): nothing more is sent on the channel until
 * the time of the result, and the attempt does not count.
 */
export const rateLimited = 'rate-limited'
