import { createHmac } from 'node:crypto'

/** The value of the `appsecret_proof` header: hex HMAC-SHA256 of the access token, keyed with the App Secret Key. */
export function appSecretProof(appSecret: string, accessToken: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex')
}
