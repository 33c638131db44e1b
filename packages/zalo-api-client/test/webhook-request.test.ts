import { createServer } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { WebhookRequest } from '../src/webhook/webhook-reading.ts'
import { webhookRequestFromFetch, webhookRequestFromNode } from '../src/webhook/webhook-request.ts'

test('a fetch request keeps its bytes and headers, and a huge one is read only just beyond the limit', async () => {
  const body = Buffer.from('{"text":"Xin chào"}', 'utf8')
  const made = (bytes: Uint8Array<ArrayBuffer>) =>
    new Request('https://a/', { method: 'POST', body: bytes, headers: { 'X-ZEvent-Signature': 'mac=1' } })
  const small = await webhookRequestFromFetch(made(new Uint8Array(body)))
  expect(Buffer.from(small.rawBody).equals(body)).toBe(true)
  expect(small.header('x-zevent-signature')).toBe('mac=1')
  expect(small.header('x-other')).toBeNull()
  const huge = await webhookRequestFromFetch(made(new Uint8Array(5_000_000)), 1_000)
  expect(huge.rawBody.byteLength).toBeGreaterThan(1_000)
  expect((await webhookRequestFromFetch(new Request('https://a/'))).rawBody.byteLength).toBe(0)
})

test('a Node request that breaks off is handed on as far as it came', async () => {
  const received = new Promise<WebhookRequest>(resolve => {
    const server = createServer(async message => {
      resolve(await webhookRequestFromNode(message))
      server.close()
    }).listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\nX-ZEvent-Signature: mac=1\r\n\r\n{"cut',
          () => setImmediate(() => socket.end()),
        )
      })
      socket.on('error', () => undefined)
    })
  })
  const { rawBody, header } = await received
  expect(Buffer.from(rawBody).toString()).toBe('{"cut')
  expect(header('x-zevent-signature')).toBe('mac=1')
})
