import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { LiveRoom } from '../contract/desk-page.ts'
import { inTransaction } from '../store/transaction.ts'
import { readSession, type Session } from '../web/session.ts'
import type { Web, WebEnv } from '../web/visit.ts'

/** Proxies close a connection that stays silent for half a minute or so. */
const heartbeat = 15_000
/** A page to which nothing was told looks all the same after so many heartbeats: its session may have run out. */
const heartbeatsToALook = 40

type Values = Readonly<Record<string, string>>

/** What is asked of the database for all pages of this process that look at the same thing: one question at a time, never one a page. */
export interface LiveLooks {
  look(web: Web, key: string, live: LiveRoom, rest: string, locale: 'vi' | 'en'): Promise<Values>
}

export function liveLooks(): LiveLooks {
  interface Look {
    under: Promise<Values>
    /** For those who heard of a change after the question was asked. */
    next: Promise<Values> | null
  }
  const looks = new Map<string, Look>()
  return {
    look: (web, key, live, rest, locale) => {
      const name = `${locale} ${key}`
      const ask = () => inTransaction(web.system.prisma, tx => live.look(tx, rest, web.system.texts(locale)))
      const begin = (under: Promise<Values>): Promise<Values> => {
        const look: Look = { under, next: null }
        looks.set(name, look)
        const end = () => {
          if (looks.get(name) === look) looks.delete(name)
        }
        under.then(end, end)
        return under
      }
      const known = looks.get(name)
      if (!known) return begin(ask())
      known.next ??= known.under.then(
        () => begin(ask()),
        () => begin(ask()),
      )
      return known.next
    },
  }
}

/** Pushes what changes on one page of a room, for as long as it is open. A page for which nothing happens asks the database nothing. */
export function liveStream(
  c: Context<WebEnv>,
  web: Web,
  session: Session,
  page: { key: string; live: LiveRoom; rest: string; looks: LiveLooks },
): Response {
  const response = streamSSE(c, stream =>
    push(stream, c, web, session, page).catch(error => web.system.log.warn({ err: error }, 'a live page ended')),
  )
  response.headers.set('Cache-Control', 'no-cache, no-store, no-transform')
  response.headers.set('X-Accel-Buffering', 'no')
  return response
}

async function push(
  stream: SSEStreamingApi,
  c: Context<WebEnv>,
  web: Web,
  session: Session,
  { key, live, rest, looks }: Parameters<typeof liveStream>[3],
): Promise<void> {
  const { system, parts } = web
  const ear = parts.bell.listen(key)
  let isOpen = true
  let shown = ''
  stream.onAbort(() => {
    isOpen = false
    ear.close()
  })
  try {
    await stream.write('retry: 2000\n\n')
    while (isOpen && !parts.bell.isClosed) {
      const values = JSON.stringify(await looks.look(web, key, live, rest, c.var.visit.locale))
      if (values !== shown) await stream.writeSSE({ event: 'values', data: values })
      shown = values
      for (let beats = 0; beats < heartbeatsToALook; beats += 1) {
        if ((await ear.wait(heartbeat)) || !isOpen || parts.bell.isClosed) break
        await stream.write(': \n\n')
        if (beats + 1 === heartbeatsToALook && !(await readSession(system.prisma, session.token, system.clock.now())))
          return
      }
    }
  } finally {
    ear.close()
  }
}
