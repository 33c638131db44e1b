import { type BotUpdate, readBotWebhook, webhookRequestFromFetch } from 'zalo-api-client'
import { isSameSecret } from '../same-secret.ts'
import type { Taken } from '../take-event.ts'
import type { WebhookTracer } from '../zalo/webhook-trace.ts'

/**
 * One webhook request, flat or wrapped. 200 only after the update is stored (or is nothing to store); 500 asks for it once
 * more. Without the right secret nothing is taken, nor read: 401.
 */
export async function answerWebhook(
  request: Request,
  secretToken: string,
  take: (update: BotUpdate) => Promise<Taken>,
  trace: WebhookTracer,
): Promise<Response> {
  if (request.method !== 'POST') return status(405)
  const isEmpty = request.body === null || request.headers.get('content-length') === '0'
  const secret = request.headers.get('x-bot-api-secret-token') ?? ''
  if (!isEmpty && !isSameSecret(secret, secretToken)) {
    trace.refused(secret === '' ? 'unsigned' : 'signature')
    return status(401)
  }
  const reading = readBotWebhook(await webhookRequestFromFetch(request), { secretToken })
  if (reading.kind === 'refused') return status(reading.status)
  if (reading.kind === 'probe') return status(200)
  trace.signed()
  return status((await take(reading.update)) === 'done' ? 200 : 500)
}

function status(code: number): Response {
  return new Response(null, { status: code })
}
