import type { Context } from 'hono'

interface SentFile {
  name: string
  mime: string
  bytes: Uint8Array<ArrayBufferLike>
}

/** A file for this visit alone, under its own name. */
export function download(c: Context, { bytes, ...file }: SentFile): Response {
  return c.body(new Uint8Array(bytes), 200, headersOf(file, 'attachment'))
}

/** A file that stands within a page: without scripts, forms or an origin, and only within pages of this server. */
export function inPlace(c: Context, { bytes, ...file }: SentFile): Response {
  return c.body(new Uint8Array(bytes), 200, {
    ...headersOf(file, 'inline'),
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
    'X-Frame-Options': 'SAMEORIGIN',
  })
}

function headersOf({ name, mime }: Omit<SentFile, 'bytes'>, place: 'attachment' | 'inline') {
  return {
    'Content-Type': mime,
    'Content-Disposition': `${place}; filename*=UTF-8''${encodeRfc5987(name)}`,
    'Cache-Control': 'private, no-store',
  }
}

/** RFC 5987: what encodeURIComponent leaves alone but the header does not allow. */
function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
