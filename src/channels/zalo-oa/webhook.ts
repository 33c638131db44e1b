import { type OaEvent, type OaWebhookSettings, readOaWebhook, webhookRequestFromFetch } from 'zalo-api-client'
import { type Clock, systemClock } from '../../clock.ts'
import type { Taken } from '../take-event.ts'

export interface WebhookDeps {
  settings: Omit<OaWebhookSettings, 'now'>
  clock: Clock
  take(event: OaEvent): Promise<Taken>
}

/**
 * One webhook request. 200 only after the event is stored (or is nothing to store); 500 makes Zalo deliver it again. Forged,
 * broken, oversized and stale requests are refused with 401, 400 or 413, and nothing of them is kept.
 */
export async function answerWebhook(request: Request, deps: WebhookDeps): Promise<Response> {
  if (request.method !== 'POST') return status(405)
  const webhook = await webhookRequestFromFetch(request)
  // In a simulation the time of the app is another than Zalo's, whose events may bear either. Otherwise both are one.
  const readings = [deps.clock, systemClock].map(
    clock => () => readOaWebhook(webhook, { ...deps.settings, now: () => clock.now().getTime() }),
  )
  for (const [index, read] of readings.entries()) {
    const reading = read()
    if (reading.kind === 'probe') return status(200)
    if (reading.kind === 'event') return status((await deps.take(reading.event)) === 'done' ? 200 : 500)
    if (reading.status !== 401 || index === readings.length - 1) return status(reading.status)
  }
  return status(401)
}

function status(code: number): Response {
  return new Response(null, { status: code })
}
