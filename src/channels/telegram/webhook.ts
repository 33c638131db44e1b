import { isSameSecret } from '../same-secret.ts'
import type { Taken } from '../take-event.ts'

const MAX_BODY_BYTES = 1024 * 1024

/**
 * One webhook request. 200 only after the update is stored (or is nothing to store); 500 makes Telegram deliver it again.
 * Nothing of the body is read before the secret is right.
 */
export async function answerWebhook(
  request: Request,
  secret: string,
  take: (raw: unknown) => Promise<Taken>,
): Promise<Response> {
  if (!isSameSecret(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) return status(401)
  if (request.method !== 'POST') return status(405)
  const body = await readBody(request)
  if (body === null) return status(413)
  const update = parse(body)
  if (update === undefined) return status(400)
  if (typeof update !== 'object' || update === null || !('update_id' in update)) return status(200)
  return status((await take(update)) === 'done' ? 200 : 500)
}

/** null: longer than allowed; then the rest is not read. */
async function readBody(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > MAX_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function status(code: number): Response {
  return new Response(null, { status: code })
}
