import type { Context } from 'hono'

/** A file for this visit alone, under its own name. */
export function download(
  c: Context,
  { name, mime, bytes }: { name: string; mime: string; bytes: Uint8Array<ArrayBufferLike> },
): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': mime,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeRfc5987(name)}`,
    'Cache-Control': 'private, no-store',
  })
}

/** RFC 5987: what encodeURIComponent leaves alone but the header does not allow. */
function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
