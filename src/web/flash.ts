import { createHmac, timingSafeEqual } from 'node:crypto'

/** The result of an action, shown once on the page that follows. */
export interface Flash {
  isGood: boolean
  say: string
  /** Takes it back: posted to `address` with the names of a decision's form. */
  undo?: { address: string; action: string; reason: string }
}

/** Signed with the session's secret, so that nobody else can put a sentence on the page. */
export function sealFlash(flash: Flash, secret: string): string {
  const body = Buffer.from(JSON.stringify(flash)).toString('base64url')
  return `${body}.${sign(body, secret)}`
}

export function openFlash(sealed: string | undefined, secret: string): Flash | null {
  const [body = '', signature = ''] = sealed?.split('.') ?? []
  const expected = Buffer.from(sign(body, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const { isGood, say, undo }: Partial<Flash> = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))
  return typeof say === 'string' ? { isGood: isGood === true, say, ...(undo ? { undo } : {}) } : null
}

function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(`flash:${body}`).digest('base64url')
}
