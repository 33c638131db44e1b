import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pdfNamed } from './journey.ts'
import { readRequest } from './telegram/read-request.ts'
import { Recorder } from './telegram/recorder.ts'

export interface SentMessage {
  chat: string
  text: string
  buttons: readonly { text: string; data: string }[]
}

/** Long polls: an update is handed out until a later offset confirms it. */
function pollings() {
  let updates: { update_id: number }[] = []
  const asking = new Set<() => void>()
  return {
    deliver: (...more: { update_id: number }[]) => {
      updates.push(...more)
      for (const look of asking) look()
    },
    ask: (offset: number, seconds: number, say: (updates: unknown) => void, request: IncomingMessage) => {
      updates = updates.filter(({ update_id }) => update_id >= offset)
      const end = () => {
        asking.delete(look)
        clearTimeout(timer)
      }
      const look = () => {
        if (updates.length === 0) return
        end()
        say(updates)
      }
      const timer = setTimeout(() => {
        end()
        say([])
      }, seconds * 1_000)
      request.socket.once('close', end)
      asking.add(look)
      look()
    },
  }
}

/** A small Bot API over HTTP for processes under test: answers the methods that the bot calls and keeps what it sends. */
export async function botApiServer() {
  const sent: SentMessage[] = []
  const recorder = await Recorder.make()
  const files = { areHeld: false }
  const waiting = pollings()
  let messageId = 1000
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      const path = request.url ?? ''
      if (path.startsWith('/file/') && files.areHeld) {
        response.statusCode = 503
        response.end()
        return
      }
      if (path.startsWith('/file/')) {
        response.end(pdfNamed(decodeURIComponent(path.split('/').at(-1) ?? '')))
        return
      }
      const payload = readRequest(request.headers['content-type'] ?? '', Buffer.concat(parts))
      const method = path.split('/').at(-1) ?? ''
      const say = (result: unknown) => {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ ok: true, result }))
      }
      if (method === 'getUpdates') {
        recorder.note(method, payload)
        waiting.ask(Number(payload.offset ?? 0), Number(payload.timeout ?? 0), say, request)
      } else say(answer(method, payload))
    })
  })

  function answer(method: string, payload: Record<string, unknown>): unknown {
    recorder.note(method, payload)
    if (method === 'getMe') return { id: 1, is_bot: true, first_name: 'Bot', username: 'thidua_test_bot' }
    if (method === 'getFile')
      return { file_id: payload.file_id, file_unique_id: 'u', file_path: String(payload.file_id) }
    if (!['sendMessage', 'sendDocument', 'sendPhoto'].includes(method)) return true
    const markup = payload.reply_markup as
      | { inline_keyboard?: { text: string; callback_data?: string }[][] }
      | undefined
    const buttons = (markup?.inline_keyboard ?? [])
      .flat()
      .map(({ text, callback_data }) => ({ text, data: callback_data ?? '' }))
    sent.push({ chat: String(payload.chat_id), text: String(payload.text ?? payload.caption ?? ''), buttons })
    messageId += 1
    return {
      message_id: messageId,
      date: 1,
      chat: { id: Number(payload.chat_id), type: 'private', first_name: 'x' },
      text: payload.text,
    }
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    /** Hands updates out to whoever polls, until they are confirmed. */
    deliver: waiting.deliver,
    /** Every call there was. */
    calls: recorder.requests,
    /** Held: none can be had just now. */
    files,
    /** What is wrong with the requests, by the schema of the Bot API and its limits. */
    problems: recorder.problems,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
