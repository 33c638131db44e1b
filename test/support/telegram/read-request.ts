/** The parameters of a request as sent: JSON, or a form when there is a file in it; the bytes of files are left out. */
export function readRequest(contentType: string, body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {}
  if (!contentType.startsWith('multipart/')) return JSON.parse(body.toString('utf8'))
  // Read by hand: the platform's own reader refuses the way in which the library writes names of files.
  const parts = body.toString('utf8').matchAll(/content-disposition:form-data;name="([^"]+)"\r\n\r\n(.*?)\r\n--/gs)
  return Object.fromEntries([...parts].map(([, name, value]) => [name ?? '', value]))
}
