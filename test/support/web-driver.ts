import { randomUUID } from 'node:crypto'

export type WebEntry = { code: string } | { link: string } | { persona: string }

/** One person in the web chat. Every act returns when the answer stands on the page. */
export interface WebDriver {
  type(text: string): Promise<void>
  /** Presses the button with that number, or the one whose label begins like this, among those that can be pressed. */
  press(button: number | string): Promise<void>
  sendFile(name: string, bytes: Uint8Array): Promise<void>
  /** What the bot has said since the person's last act. */
  lastMessages(): Promise<string[]>
  /** Gets any page with this visitor's cookies. */
  page(path: string): Promise<{ status: number; html: string; headers: Headers }>
  /** Sends a form of a page, with the token of that page. Redirects are followed. */
  submit(path: string, fields: Record<string, string>): Promise<{ status: number; html: string; url: string }>
  /** Posts a form as it is given, with names that stand in it more than once. */
  send(path: string, body: URLSearchParams): Promise<{ status: number; html: string }>
  /** Sends the last message once more, exactly as it was: what a phone does when it has not seen the answer. */
  repeat(): Promise<void>
}

export interface WebDriverSettings {
  /** Where the program listens, or any base for an app that is asked without a socket. */
  url: string
  fetch?: (request: Request) => Response | Promise<Response>
  /** Ids of messages, so that a journey can be repeated word for word; random by default. */
  nextId?: () => string
}

/** Enters the web chat as a browser without script would, through its pages, and talks there as the script of the page does. */
export async function enterWeb(settings: WebDriverSettings, entry: WebEntry): Promise<WebDriver> {
  const browser = openBrowser(settings)
  const nextId = settings.nextId ?? randomUUID
  const base = 'persona' in entry ? `/vai/${entry.persona}` : ''
  await enter(browser, entry)
  let last: (() => Promise<Response>) | undefined

  const send = async (post: () => Promise<Response>) => {
    last = post
    const response = await post()
    if (!response.ok) throw new Error(`the web chat answered ${response.status}: ${await response.text()}`)
    await waitForAnswer()
  }
  let token: string | undefined
  const chat = async () => {
    const page = await browser.get(`${base}/chat`)
    token = csrfOf(page.html)
    return page
  }
  /** The script of the page sends with the token of the page that it stands on. */
  const tokenOfPage = async () => token ?? csrfOf((await chat()).html)
  const waitForAnswer = async () => {
    for (let tries = 0; tries < 200; tries++) {
      const { html } = await chat()
      if (linesOf(html).at(-1)?.fromBot) return
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error('the web chat did not answer')
  }
  const postJson = async (message: object) => {
    const headers = { Accept: 'application/json', 'X-CSRF-Token': await tokenOfPage() }
    return () =>
      browser.send(`${base}/chat/messages`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(message),
      })
  }

  return {
    type: async text => send(await postJson({ id: nextId(), text })),
    press: async button => {
      const found = buttonsOf((await chat()).html).find(
        ({ number, label }) => String(button) === String(number) || label.startsWith(String(button)),
      )
      if (!found) throw new Error(`there is no button ${button} to press`)
      await send(await postJson({ id: nextId(), prompt: found.prompt, number: found.number }))
    },
    sendFile: async (name, bytes) => {
      const headers = { Accept: 'application/json', 'X-CSRF-Token': await tokenOfPage() }
      const id = nextId()
      await send(() => {
        const body = new FormData()
        body.append('id', id)
        body.append('file', new File([Uint8Array.from(bytes)], name))
        return browser.send(`${base}/chat/messages`, { method: 'POST', headers, body })
      })
    },
    repeat: async () => {
      const response = await last?.()
      if (!response?.ok) throw new Error(`the web chat answered ${response?.status}`)
    },
    lastMessages: async () => {
      const lines = linesOf((await chat()).html)
      return lines.slice(lines.findLastIndex(({ fromBot }) => !fromBot) + 1).map(({ text }) => text)
    },
    page: path => browser.get(path),
    submit: (path, fields) => browser.submit(path, fields),
    send: async (path, body) => {
      const response = await browser.send(path, { method: 'POST', body })
      return { status: response.status, html: await response.text() }
    },
  }
}

async function enter(browser: Browser, entry: WebEntry): Promise<void> {
  const door = 'link' in entry ? new URL(entry.link, 'http://x').pathname : '/'
  await browser.get(door)
  const post = (path: string, fields: Record<string, string>) => browser.submitFrom(door, path, fields)
  const entered =
    'code' in entry
      ? await post('/tham-gia', { code: entry.code })
      : 'link' in entry
        ? await post(door, {})
        : await post(`/vai/${entry.persona}/vao`, {})
  if (entered.status !== 200 || !entered.url.endsWith('/chat'))
    throw new Error(`not let in: ${entered.status} ${entered.url}`)
}

export interface Browser {
  get(path: string): Promise<{ status: number; html: string; headers: Headers }>
  send(path: string, init: RequestInit): Promise<Response>
  submit(path: string, fields: Record<string, string>): Promise<{ status: number; html: string; url: string }>
  submitFrom(
    page: string,
    path: string,
    fields: Record<string, string>,
  ): Promise<{ status: number; html: string; url: string }>
}

/** A browser without script: cookies with their paths, forms with the token of the page they stand on. */
export function openBrowser({ url, fetch: ask = request => globalThis.fetch(request) }: WebDriverSettings): Browser {
  const jar = new Map<string, { value: string; path: string }>()
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    const cookies = [...jar].filter(([, cookie]) => path.startsWith(cookie.path))
    if (cookies.length > 0)
      headers.set('Cookie', cookies.map(([key, { value }]) => `${key.split('\n')[0]}=${value}`).join('; '))
    if (init.method === 'POST') headers.set('Origin', new URL(url).origin)
    const response = await ask(new Request(new URL(path, url), { ...init, headers, redirect: 'manual' }))
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line)
    return response
  }
  const get = async (path: string) => {
    const response = await send(path)
    return { status: response.status, html: await response.text(), headers: response.headers }
  }
  const submitFrom = async (page: string, path: string, fields: Record<string, string>) => {
    const { html } = await get(page)
    const form = html.indexOf(`action="${path}"`)
    const token = csrfOf(form < 0 ? html : html.slice(form))
    let response = await send(path, { method: 'POST', body: new URLSearchParams({ csrf: token, ...fields }) })
    let address = path
    for (let hops = 0; hops < 5; hops++) {
      const target = response.headers.get('location')
      if (response.status < 300 || response.status >= 400 || target === null) break
      const next = new URL(target, new URL(address, url))
      address = next.pathname + next.search
      response = await send(address)
    }
    return { status: response.status, html: await response.text(), url: address }
  }
  return { get, send, submitFrom, submit: (path, fields) => submitFrom(path, path, fields) }
}

function keepCookie(jar: Map<string, { value: string; path: string }>, line: string): void {
  const [pair = '', ...rules] = line.split('; ')
  const name = pair.slice(0, pair.indexOf('='))
  const path = rules.find(rule => rule.startsWith('Path='))?.slice('Path='.length) ?? '/'
  if (rules.includes('Max-Age=0')) jar.delete(`${name}\n${path}`)
  else jar.set(`${name}\n${path}`, { value: pair.slice(name.length + 1), path })
}

export interface ShownLine {
  fromBot: boolean
  text: string
}

/** The bubbles of a chat page, as a reader would read them. */
export function linesOf(html: string): ShownLine[] {
  return [...html.matchAll(/<li class="line (bot|own)"[^>]*><div class="bubble">(.*?)<\/div><time/gs)].map(
    ([, who, body = '']) => ({
      fromBot: who === 'bot',
      text: plain(body.replace(/<span class="sr-only">.*?<\/span>/s, '')),
    }),
  )
}

export function buttonsOf(html: string): { prompt: string; number: number; label: string }[] {
  const form = html.slice(html.lastIndexOf('<form class="answers"'))
  if (!form.startsWith('<form')) return []
  const whole = form.slice(0, form.indexOf('</form>'))
  return [...whole.matchAll(/value="(n?\d+):(\d+)" data-label="([^"]*)"/g)].map(
    ([, prompt = '', number, label = '']) => ({
      prompt,
      number: Number(number),
      label: plain(label),
    }),
  )
}

export function csrfOf(html: string): string {
  return /(?:name="csrf" value|data-csrf)="([^"]+)"/.exec(html)?.[1] ?? ''
}

function plain(html: string): string {
  return html
    .replace(/<span class="number">(\d+)<\/span>/g, '$1. ')
    .replace(/<\/(p|li|button|div|form|ol)>/g, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}
