import type { HonoRequest } from 'hono'
import { z } from 'zod'
import { wellFormedJson } from '../reading/well-formed.ts'
import { readForm } from './form.ts'

/** What a page sends: one message with the id it has given to it, and when by the page's own clock. */
export type Posted = { claimedAt?: Date | undefined } & Written
type Written =
  | { id: string; text: string }
  | { id: string; prompt: string; number: number }
  | { id: string; file: File; caption: string }

const id = z.string().regex(/^[0-9a-fA-F-]{32,40}f?$/)
const text = z.string().trim().min(1).max(20_000)
const prompt = z.string().regex(/^n?\d{1,18}$/)
const number = z.coerce.number().int().min(1).max(1000)

/** A clock that its owner can set; a page without its script tells none. */
const claimedAt = z.coerce.date().optional().catch(undefined)

const typed = z.object({ id, claimedAt, text })
const pressed = z.object({ id, claimedAt, prompt, number })
const sent = z.object({ id, claimedAt, file: z.instanceof(File), caption: z.string().trim().max(2000).default('') })
/** A button of a plain form: its value is `<prompt>:<number>`. */
const formPress = z.object({ id, press: z.string() }).transform(({ id, press }, context) => {
  const [askedBy, chosen] = press.split(':')
  const read = pressed.safeParse({ id, prompt: askedBy, number: chosen })
  if (read.success) return read.data
  context.addIssue({ code: 'custom', message: 'not a press' })
  return z.NEVER
})

const posted = z.union([pressed, sent, formPress, typed])

/** Reads a message posted as JSON, as a form or with a file; null when it is none. */
export async function readPosted(request: HonoRequest): Promise<Posted | null> {
  const isJson = request.header('content-type')?.startsWith('application/json') ?? false
  return (
    posted.safeParse(isJson ? await readJson(request) : Object.fromEntries((await readForm(request)) ?? [])).data ??
    null
  )
}

async function readJson(request: HonoRequest): Promise<unknown> {
  try {
    return wellFormedJson(await request.text())
  } catch {
    return null
  }
}
