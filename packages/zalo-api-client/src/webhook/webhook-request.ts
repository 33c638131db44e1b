import type { IncomingMessage } from 'node:http'
import { maxWebhookBytes, type WebhookRequest } from './webhook-reading.ts'

/**
 * Reads a request of Node's HTTP server. Reading ends just beyond `maxBytes`, so that a huge body costs no memory and is
 * refused with 413; a body that breaks off is handed on as far as it came, and is refused as no JSON.
 */
export async function webhookRequestFromNode(
  message: IncomingMessage,
  maxBytes = maxWebhookBytes,
): Promise<WebhookRequest> {
  return { rawBody: await readUpTo(message, maxBytes), header: name => message.headers[name]?.toString() }
}

/** The same for a web-standard `Request`, as Hono, Deno or a worker hands it out. */
export async function webhookRequestFromFetch(request: Request, maxBytes = maxWebhookBytes): Promise<WebhookRequest> {
  const rawBody = request.body === null ? new Uint8Array() : await readUpTo(request.body, maxBytes)
  return { rawBody, header: name => request.headers.get(name) }
}

async function readUpTo(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of chunks) {
      parts.push(chunk)
      length += chunk.byteLength
      if (length > maxBytes) break
    }
  } catch {
    // The sender hung up.
  }
  return Buffer.concat(parts)
}
