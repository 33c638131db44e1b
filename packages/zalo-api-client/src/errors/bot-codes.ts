import { codeTable } from './error-class.ts'

/**
 * Zalo Bot Platform codes. 403 is documented as "internal server error" and is no permission problem. 408 is the idle
 * answer of `getUpdates`; on any other method the bot host gave up waiting, and the message may have gone out.
 */
export const botCodes = codeTable([
  ['payload', [400], 'bad request, wrong path or method'],
  ['configuration', [401], 'bot token invalid or expired'],
  ['wait', [403], 'internal server error of the bot host'],
  ['permanent', [404], 'not found: bad chat or method'],
  ['ambiguous', [408], 'the bot host timed out'],
  ['quota', [429], 'quota exceeded'],
])
