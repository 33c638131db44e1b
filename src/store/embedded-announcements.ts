import type pg from 'pg'
import { announced, type Listener, type Listening } from './announcements.ts'

/** The announcements of the database in this process: they come over its one connection, whatever was asked over it. */
export interface EmbeddedAnnouncements {
  /** A connection was made; what was announced while there was none is lost. */
  connected(client: pg.ClientBase): Promise<void>
  listen(listener: Listener): Listening
}

export function embeddedAnnouncements(): EmbeddedAnnouncements {
  const listeners = new Set<Listener>()
  return {
    connected: async client => {
      client.on('notification', ({ payload = '' }) => {
        for (const { heard } of listeners) heard(payload)
      })
      await client.query(`LISTEN ${announced}`)
      for (const { missed } of listeners) missed()
    },
    listen: listener => {
      listeners.add(listener)
      return {
        close: async () => {
          listeners.delete(listener)
        },
      }
    },
  }
}
