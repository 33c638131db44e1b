/** The parameters of a request as sent: JSON, or a form when there is a file in it (then the file's name stands for it). */
export async function readRequest(contentType: string, body: Buffer): Promise<Record<string, unknown>> {
  if (body.length === 0) return {}
  if (!contentType.startsWith('multipart/')) return JSON.parse(body.toString('utf8'))
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  const fields: Record<string, unknown> = {}
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value
  return fields
}
