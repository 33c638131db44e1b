import { csrfOf, openBrowser } from './web-driver.ts'

/** Opens the link for files in a browser of its own, as a press in the chat does, and sends them through its page. */
export async function uploadByLink(
  server: string,
  link: string,
  files: readonly { name: string; bytes: Uint8Array }[],
  browser = openBrowser({ url: server }),
): Promise<{ status: number; html: string }> {
  const { pathname } = new URL(link)
  const page = await browser.get(pathname)
  if (page.status !== 200) return page
  const body = new FormData()
  body.append('csrf', csrfOf(page.html))
  for (const { name, bytes } of files) body.append('file', new File([Uint8Array.from(bytes)], name))
  const response = await browser.send(pathname, { method: 'POST', body })
  return { status: response.status, html: await response.text() }
}

/** The link for files in what the chat said last. */
export function uploadLinkIn(text: string | null | undefined): string {
  const link = /https?:\S+\/gui-tep\/\S+/.exec(text ?? '')?.[0]
  if (!link) throw new Error(`no link for files in: ${text}`)
  return link
}
