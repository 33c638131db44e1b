import type { HonoRequest } from 'hono'
import { wellFormed } from '../reading/well-formed.ts'

/** The posted form, with texts and file names that can be kept; empty when it is no form, null when it is a broken one. */
export async function readForm(request: HonoRequest): Promise<FormData | null> {
  const read = new FormData()
  if (!isForm.test(request.header('content-type') ?? '')) return read
  const given = await request.formData().catch(() => null)
  if (given === null) return null
  for (const [name, value] of given) {
    if (typeof value === 'string') read.append(name, wellFormed(value))
    else read.append(name, value, wellFormed(value.name))
  }
  return read
}

const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i
