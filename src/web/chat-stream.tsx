import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { activePrompt, linesAfter } from '../channels/web/transcript.ts'
import { ChatLineView } from './chat-line-view.tsx'
import { readSession, type Session } from './session.ts'
import type { Web, WebEnv } from './visit.ts'

/** Proxies close a connection that stays silent for half a minute or so. */
const heartbeat = 15_000
/** A page to which nothing was told looks all the same after so many heartbeats: its session may have run out. */
const heartbeatsToALook = 40

/**
 * Pushes the lines after `after` (or after the last one that the browser got, when it comes back), then every new one as soon as any
 * process has written it. A page for which nothing happens asks the database nothing. Ends when the session ends.
 */
export function chatStream(c: Context<WebEnv>, web: Web, session: Session): Response {
  const start = cursorOf(c.req.header('last-event-id') ?? c.req.query('after'))
  const response = streamSSE(c, stream => push(stream, c, web, session, start).catch(error => ended(web, error)))
  response.headers.set('Cache-Control', 'no-cache, no-store, no-transform')
  response.headers.set('X-Accel-Buffering', 'no')
  return response
}

async function push(
  stream: SSEStreamingApi,
  c: Context<WebEnv>,
  web: Web,
  session: Session,
  start: bigint,
): Promise<void> {
  const { system, parts } = web
  const ear = parts.bell.listen(session.account.id)
  let isOpen = true
  let cursor = start
  let shown: string | null | undefined
  stream.onAbort(() => {
    isOpen = false
    ear.close()
  })
  const send = (event: string, data: object, id?: string) =>
    stream.writeSSE({ event, data: JSON.stringify(data), ...(id ? { id } : {}) })

  /** Tells what is new; false: the session has ended. */
  async function look(): Promise<boolean> {
    // The prompt is read after the lines and told before them: a question that is shown is never taken for an old one.
    const lines = await linesAfter(system.prisma, session.account.id, cursor)
    const active = await activePrompt(system.prisma, session.account.id)
    if (!(await readSession(system.prisma, session.token, system.clock.now()))) return false
    if (active !== shown) await send('prompt', { active: active ?? '' })
    shown = active
    for (const line of lines) {
      const context = { visit: c.var.visit, active, now: system.clock.now() }
      const html = String(await (<ChatLineView line={line} context={context} />))
      await send('line', { html, fromBot: line.fromBot }, String(line.seq))
      cursor = line.seq
    }
    return true
  }

  /** Resolves when there may be something new. */
  async function somethingNew(): Promise<void> {
    for (let beats = 0; beats < heartbeatsToALook; beats += 1) {
      if ((await ear.wait(heartbeat)) || !isOpen || parts.bell.isClosed) return
      await stream.write(': \n\n')
    }
  }

  try {
    await stream.write('retry: 2000\n\n')
    while (isOpen && !parts.bell.isClosed) {
      if (!(await look())) {
        await send('signedOut', {})
        return
      }
      await somethingNew()
    }
  } finally {
    ear.close()
  }
}

/** The browser comes back by itself and asks for what it has missed. */
function ended(web: Web, error: unknown): void {
  web.system.log.warn({ err: error }, 'web chat stream ended')
}

function cursorOf(text: string | undefined): bigint {
  return text !== undefined && /^\d{1,18}$/.test(text) ? BigInt(text) : 0n
}
