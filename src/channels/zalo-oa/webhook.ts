import { type OaEvent, type OaWebhookSettings, readOaWebhook, webhookRequestFromFetch } from 'zalo-api-client'
import { type Clock, systemClock } from '../../clock.ts'
import type { Taken } from '../take-event.ts'
import type { WebhookTracer } from '../zalo/webhook-trace.ts'

export interface WebhookDeps {
  settings: Omit<OaWebhookSettings, 'now'>
  /** The key that is taken for the OA's by mistake. */
  appSecret: string
  clock: Clock
  trace: WebhookTracer
  take(event: OaEvent): Promise<Taken>
}

/**
 * One webhook request. 200 only after the event is stored (or is nothing to store); 500 makes Zalo deliver it again. Forged,
 * broken, oversized and stale requests are refused with 401, 400 or 413, and nothing of them is kept but a count.
 */
export async function answerWebhook(request: Request, deps: WebhookDeps): Promise<Response> {
  if (request.method !== 'POST') return status(405)
  const webhook = await webhookRequestFromFetch(request)
  const { settings, trace } = deps
  const read = (clock: Clock, keys = settings.oaSecretKeys) =>
    readOaWebhook(webhook, { ...settings, oaSecretKeys: keys, now: () => clock.now().getTime() })
  // In a simulation the time of the app is another than Zalo's, whose events may bear either. Otherwise both are one.
  const first = read(deps.clock)
  const reading = first.kind === 'refused' && first.why === 'age' ? read(systemClock) : first
  switch (reading.kind) {
    case 'probe':
      return status(200)
    case 'event':
      trace.signed()
      return status((await deps.take(reading.event)) === 'done' ? 200 : 500)
    case 'refused': {
      const byAppSecret = Object.fromEntries(Object.keys(settings.oaSecretKeys).map(oaId => [oaId, deps.appSecret]))
      const other = reading.why === 'signature' ? read(systemClock, byAppSecret) : reading
      const isSwapped = reading.why === 'signature' && !(other.kind === 'refused' && other.why === 'signature')
      trace.refused(isSwapped ? 'swapped' : reading.why)
      return status(reading.status)
    }
  }
}

function status(code: number): Response {
  return new Response(null, { status: code })
}
