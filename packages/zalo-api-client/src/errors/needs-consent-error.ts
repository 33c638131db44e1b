import { ZaloError } from './zalo-error.ts'

/** No working token pair exists and no program can make one: an admin of the OA must give consent again. */
export class ZaloNeedsConsentError extends ZaloError {
  override readonly name = 'ZaloNeedsConsentError'

  constructor(code: number | null, meaning: string, said: string | null = null) {
    super({ platform: 'oauth', operation: 'refresh', errorClass: 'needs-consent', code, meaning, said })
  }
}
