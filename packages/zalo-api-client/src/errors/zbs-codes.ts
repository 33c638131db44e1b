import { codeTable } from './error-class.ts'

/** ZBS (formerly ZNS) template codes. The same numbers can differ from the OA table. */
export const zbsCodes = codeTable([
  ['wait', [-100], 'unknown error, retry later'],
  ['configuration', [-101, -102, -103, -104, -105], 'app invalid, missing, inactive, wrong secret or not linked'],
  ['permanent', [-106, -107], 'method not supported or message id invalid'],
  ['recipient', [-108], 'phone invalid or not on Zalo'],
  ['configuration', [-109, -117, -131], 'template id invalid, not allowed or not approved'],
  ['recipient', [-110], "recipient's Zalo app too old"],
  ['payload', [-111, -112, -1121, -1122, -1123, -1124], 'template data empty, incomplete or of a wrong form'],
  // The older table has -114 as "user inactive or refused"; either way this message does not go to this person.
  ['payload', [-113, -1131, -1132, -114, -116], 'template button, link, content or text invalid'],
  ['billing', [-115], 'balance or quota exhausted'],
  ['recipient', [-118], 'no such Zalo account, or disabled for more than 30 days'],
  ['configuration', [-120, -135, -136, -138], 'OA or app lacks ZBS permission or account'],
  ['payload', [-121, -122, -130, -132], 'body empty, not JSON, a parameter invalid, or too many characters'],
  ['refresh', [-124], 'access token invalid'],
  ['configuration', [-1241], 'appsecret_proof wrong'],
  ['configuration', [-126, -127], 'development mode: balance used up, or recipient is not an admin'],
  ['schedule', [-133], 'not sendable between 22:00 and 06:00'],
  ['billing', [-137], 'payment failed'],
  ['recipient', [-139, -140, -141], 'user refused this kind, is not eligible, or refused the OA'],
  ['quota', [-144, -1441, -147, -1471, -1472], 'daily, monthly or per-user promotion quota used up'],
  ['use-phone', [-249], 'template not usable by user id'],
])
