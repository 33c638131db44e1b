import { randomUUID } from 'node:crypto'
import { csrfOf, openBrowser } from '../web-driver.ts'

export type Pairs = readonly (readonly [string, string | File])[]

/** Somebody who is signed in on the desk. */
export interface DeskVisitor {
  /** The words of a page. */
  look(page: string): Promise<string>
  /** Posts a form of a page; what is said then. @throws where it is refused, in the words of the page */
  post(page: string, fields: Pairs): Promise<string>
  /** The same of something that must be refused: why. */
  refused(page: string, fields: Pairs): Promise<string>
  /** The same of something that is done with a warning: what is said. */
  warned(page: string, fields: Pairs): Promise<string>
  html(page: string): Promise<string>
  /** Types a line in the web chat. */
  type(text: string): Promise<void>
  file(page: string): Promise<Uint8Array>
}

export async function openDesk(
  ask: (request: Request) => Response | Promise<Response>,
  link: string,
  tick: () => void,
): Promise<DeskVisitor> {
  const browser = openBrowser({ url: 'http://localhost:3000', fetch: ask })
  const { html: signedIn } = await browser.submitFrom(link, link, {})
  const csrf = csrfOf(signedIn)
  const posted = async (page: string, fields: Pairs) => {
    tick()
    const body = new FormData()
    for (const [name, value] of [['csrf', csrf] as const, ...fields]) body.append(name, value)
    let response = await browser.send(`/desk/${page}`, { method: 'POST', body })
    const target = response.headers.get('location')
    if (target !== null)
      response = await browser.send(new URL(target, `http://localhost:3000/desk/${page}`).pathname, {})
    const html = await response.text()
    const said = saidIn(html)
    return { ok: response.ok && said.bad === '', html, good: said.good, bad: said.bad || `${page}: ${response.status}` }
  }
  return {
    look: async page => wordsOf((await browser.get(`/desk/${page}`)).html),
    html: async page => (await browser.get(`/desk/${page}`)).html,
    post: async (page, fields) => {
      const { ok, good, bad, html } = await posted(page, fields)
      if (!ok) throw new Error(bad)
      return good || html
    },
    refused: async (page, fields) => {
      const { ok, good, bad } = await posted(page, fields)
      if (ok) throw new Error(`taken: ${good}`)
      return bad
    },
    warned: async (page, fields) => {
      const { good, bad } = await posted(page, fields)
      return good || bad
    },
    type: async text => {
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': csrf }
      const body = JSON.stringify({ id: randomUUID(), text })
      const response = await browser.send('/chat/messages', { method: 'POST', headers, body })
      if (!response.ok) throw new Error(`the web chat answered ${response.status}`)
    },
    file: async page => new Uint8Array(await (await browser.send(`/desk/${page}`, {})).arrayBuffer()),
  }
}

/** What the page says of what was just done: the news above it, or what is wrong with the form. */
function saidIn(html: string): { good: string; bad: string } {
  const of = (start: RegExp) => {
    const found = start.exec(html)
    return found ? wordsOf(html.slice(found.index, html.indexOf('</div>', found.index))) : ''
  }
  const bad =
    of(/<div class="flash bad"/) ||
    of(/<div class="problem"/) ||
    wordsOf(/<p class="(?:problem|flash bad)"[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '')
  return { good: of(/<div class="flash good"/), bad }
}

export function wordsOf(html: string): string {
  return html
    .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '')
    .replace(/<\/(p|li|h\d|tr|dt|dd|div|summary)>/g, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}
