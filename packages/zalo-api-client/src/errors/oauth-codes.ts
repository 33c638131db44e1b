import { codeTable } from './error-class.ts'

/** Codes of the OA token endpoint. Only these are known; any other code is treated as ambiguous. */
export const oauthCodes = codeTable([
  ['needs-consent', [-14014], 'refresh token invalid, expired or already used'],
  ['needs-consent', [-118], 'invalid grant'],
  ['configuration', [-14003], 'redirect URI or domain not accepted'],
])
