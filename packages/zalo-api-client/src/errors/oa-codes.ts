import { codeTable } from './error-class.ts'

/** OA API codes: the official table as reproduced by two independent integrations (zalo OA OpenAPI v3, 2026). */
export const oaCodes = codeTable([
  ['wait', [-32], 'call rate per minute exceeded'],
  ['attachment-expired', [-100], 'attachment id expired'],
  ['permanent', [-200], 'send failed'],
  ['payload', [-201], 'a parameter is invalid'],
  ['configuration', [-204, -205], 'OA disabled, deleted or not found'],
  ['configuration', [-209, -212], 'app not active for or not registered for this API'],
  ['payload', [-210], 'a parameter is over its limit'],
  ['quota', [-211], 'feature quota used up'],
  ['recipient', [-213], 'user does not follow the OA'],
  ['wait', [-214], 'article still processing'],
  ['refresh', [-216], 'access token invalid'],
  // One client meets these three as token errors. They are in no official table.
  ['refresh', [216, 401, -401], 'access token refused'],
  // Another document calls -217 "token expired"; see OaCaller, which codes for both.
  ['recipient', [-217], "user blocked the OA's invitation"],
  ['quota', [-218], 'per-user receive limit'],
  ['configuration', [-219], 'app removed or disabled'],
  ['refresh', [-220], 'access token expired or revoked'],
  ['configuration', [-221], 'OA not verified'],
  ['configuration', [-223], 'OA did not grant this permission, or publishing quota'],
  ['billing', [-224], 'OA package does not include this'],
  ['recipient', [-227], 'user banned or offline for more than 45 days'],
  ['outside-window', [-230, -231, -232], 'no interaction in the window'],
  ['payload', [-233], 'message type not supported'],
  ['schedule', [-234], 'not sendable between 22:00 and 06:00'],
  ['configuration', [-235], 'OA type not supported'],
  ['configuration', [-237, -238, -241, -403], 'GMF group expired, asset used, or OA not in the group'],
  ['configuration', [-240], 'message API v2 switched off'],
  ['configuration', [-242], 'appsecret_proof wrong'],
  ['recipient', [-244], 'user restricts this kind of message from the OA'],
  ['permanent', [-248], 'platform rules violated'],
  ['use-phone', [-249], 'template does not support user id'],
  ['billing', [-320, -321], 'billing account missing or out of money'],
  ['permanent', [-1340, -1341], 'form not found or not allowed'],
])
