import { createHash, timingSafeEqual } from 'node:crypto'

export interface OaSignatureParts {
  readonly appId: string
  readonly rawBody: Uint8Array
  /** The body's `timestamp` as the literal it is. */
  readonly timestamp: string
  /** The OA Secret Key, not the App Secret Key. */
  readonly oaSecretKey: string
}

/** The `X-ZEvent-Signature` value: a plain SHA-256, no HMAC, as Zalo documents it. */
export function signOaWebhook(parts: OaSignatureParts): string {
  return `mac=${mac(parts).toString('hex')}`
}

/** Whether `header` is the signature of these bytes; in constant time. Accepts `mac=<hex>`, `mac = <hex>`, `<hex>`. */
export function isOaSignature(header: string, parts: OaSignatureParts): boolean {
  const hex = header
    .trim()
    .replace(/^mac\s*=\s*/i, '')
    .toLowerCase()
  return /^[0-9a-f]{64}$/.test(hex) && timingSafeEqual(Buffer.from(hex, 'hex'), mac(parts))
}

function mac({ appId, rawBody, timestamp, oaSecretKey }: OaSignatureParts): Buffer {
  return createHash('sha256').update(appId).update(rawBody).update(timestamp).update(oaSecretKey).digest()
}
