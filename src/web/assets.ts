import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'

const css = 'text/css; charset=utf-8'
const script = 'text/javascript; charset=utf-8'

const files = {
  'frame.css': css,
  'door.css': css,
  'chat.css': css,
  'desk.css': css,
  'no-script.css': css,
  'chat.js': script,
  'desk-keys.js': script,
  'live.js': script,
  'outgoing.js': script,
  'upload.js': script,
  'view.js': script,
  'icon.svg': 'image/svg+xml',
  'file.svg': 'image/svg+xml',
} as const

type AssetName = keyof typeof files

const contents = new Map<string, { type: string; text: string; version: string }>(
  Object.entries(files).map(([name, type]) => {
    const text = readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')
    return [name, { type, text, version: createHash('sha256').update(text).digest('hex').slice(0, 12) }]
  }),
)

/** The address of a file that pages use. It changes with the content, so that browsers may keep it for ever. */
export function asset(name: AssetName): string {
  return `/assets/${name}?v=${contents.get(name)?.version ?? ''}`
}

export function assetRoutes(): Hono {
  const app = new Hono()
  app.get('/assets/:name', c => {
    const found = contents.get(c.req.param('name'))
    if (!found) return c.notFound()
    const isPinned = c.req.query('v') === found.version
    return c.body(found.text, 200, {
      'Content-Type': found.type,
      'Cache-Control': isPinned ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
  return app
}
