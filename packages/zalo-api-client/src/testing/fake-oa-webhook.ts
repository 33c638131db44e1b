import { textAt } from '../json/json-fields.ts'
import type { JsonObject } from '../json/json-value.ts'
import { signOaWebhook } from '../webhook/oa-signature.ts'
import type { FakeApp } from './fake-oauth.ts'
import type { WebhookAttempt, WebhookSender } from './webhook-sender.ts'

/** The OA's webhook: real signatures, forged ones, and the disorder of real life. */
export class FakeOaWebhook {
  readonly sender: WebhookSender
  /** Which timestamp is signed; some integrations read a header [unverified]. */
  signedTimestamp: 'body' | 'header' = 'body'
  readonly #app: FakeApp

  constructor(app: FakeApp, sender: WebhookSender) {
    this.#app = app
    this.sender = sender
  }

  /** The bytes of an event and their signature. With another key, a forgery. */
  sign(event: JsonObject, oaSecretKey = this.#app.oaSecretKey): { rawBody: Buffer; headers: Record<string, string> } {
    const rawBody = Buffer.from(JSON.stringify(event), 'utf8')
    const inBody = textAt(event, 'timestamp') ?? ''
    // Another instant than the body's, so that a receiver that takes the wrong one is found out.
    const inHeader = this.signedTimestamp === 'header' ? String(Number(inBody) + 1) : null
    const timestamp = inHeader ?? inBody
    const signature = signOaWebhook({ appId: this.#app.appId, rawBody, timestamp, oaSecretKey })
    const header: Record<string, string> = inHeader === null ? {} : { 'x-zevent-timestamp': inHeader }
    return { rawBody, headers: { 'x-zevent-signature': signature, ...header } }
  }

  deliver(event: JsonObject): Promise<WebhookAttempt | null> {
    const { rawBody, headers } = this.sign(event)
    return this.sender.deliver(rawBody, headers)
  }

  /** Signed by somebody who does not have the key. */
  deliverForged(event: JsonObject): Promise<WebhookAttempt | null> {
    const { rawBody, headers } = this.sign(event, 'not-the-secret-of-this-oa')
    return this.sender.deliver(rawBody, headers)
  }

  /** A true signature over other bytes. */
  deliverTampered(event: JsonObject, tampered: JsonObject): Promise<WebhookAttempt | null> {
    return this.sender.deliver(Buffer.from(JSON.stringify(tampered), 'utf8'), this.sign(event).headers)
  }

  /** The unsigned `{}` that Zalo sends when the address is saved [1 source]. */
  probe(): Promise<WebhookAttempt | null> {
    return this.sender.deliver(Buffer.from('{}'), {})
  }

  /** Every event twice, in an order made by `random` (a number from 0 up to 1). */
  async deliverTwiceShuffled(events: readonly JsonObject[], random: () => number): Promise<void> {
    const order = [...events, ...events].map(event => ({ event, at: random() })).sort((a, b) => a.at - b.at)
    for (const { event } of order) await this.deliver(event)
  }
}
