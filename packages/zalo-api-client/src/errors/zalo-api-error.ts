import { ZaloError } from './zalo-error.ts'

/** Zalo answered, and the body says that the call failed. */
export class ZaloApiError extends ZaloError {
  override readonly name = 'ZaloApiError'
}
