import { type Browser, csrfOf } from '../support/web-driver.ts'

/** A form as it stands on a page, with what its fields hold; where nothing is given, something that could be. */
export interface FoundForm {
  action: string
  /** What its fields ask for, in one order. */
  asked: string
  fields: readonly (readonly [string, string])[]
}

export interface Walk {
  /** Every address that was asked, with its answer. */
  pages: Map<string, { status: number; html: string }>
  forms: FoundForm[]
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
}
const plain = (text: string) => text.replace(/&(amp|quot|#39|lt|gt);/g, sign => entities[sign] ?? sign)
const attribute = (tag: string, name: string) => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : plain(value)
}

/** One shape of address: ids, numbers and days aside. */
export function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://x')
  const path = pathname
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '*')
    .replace(/\/[^/]*\d[^/]*(?=\/|$)/g, '/*')
  return `${path}?${[...searchParams.keys()].sort().join('&')}`
}

/** The same, the pages of all units but these being of one shape, too. */
export const shapeBut =
  (units: readonly string[]) =>
  (address: string): string =>
    shapeOf(address).replace(/(?<=\/)[A-Z]{2,}(?:-[A-Z]+)+(?=[/?])/g, code => (units.includes(code) ? code : '*'))

/** Tells forms of one kind apart, whatever record, or page of one shape, they stand on. */
export const kindOf = ({ action, asked }: FoundForm, shape: (address: string) => string): string =>
  `${shape(action)} ${asked}`

interface Walking {
  shape: (address: string) => string
  ofOneShape: number
  /** Addresses to which no link leads. */
  also: readonly string[]
}

/** Follows every link from the door on, so many of one shape, and collects every form. */
export async function walk(browser: Browser, { shape, ofOneShape, also }: Walking): Promise<Walk> {
  const pages: Walk['pages'] = new Map()
  const forms = new Map<string, FoundForm>()
  const waiting = ['/', '/chat', '/desk', ...also]
  const seen = new Map<string, number>()
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const count = seen.get(shape(address)) ?? 0
    if (pages.has(address) || count >= ofOneShape) continue
    seen.set(shape(address), count + 1)
    const { status, html, headers } = await browser.get(address)
    pages.set(address, { status, html })
    const onward = headers.get('location')
    if (onward) waiting.push(onward)
    if (!headers.get('content-type')?.includes('text/html')) continue
    for (const [tag] of html.matchAll(/<(?:a|img)\s[^>]*>/g)) {
      const link = attribute(tag, 'href') ?? attribute(tag, 'src')
      if (link?.startsWith('/') && !link.startsWith('/assets/')) waiting.push(link.split('#')[0] ?? link)
    }
    for (const [whole] of html.matchAll(/<form\s.*?<\/form>/gs)) {
      const form = formIn(whole, address)
      if (whole.includes('method="get"')) {
        const query = new URLSearchParams([...form.fields].map(([name, value]): [string, string] => [name, value]))
        waiting.push(`${form.action}?${query}`)
      } else if (!forms.has(kindOf(form, shape))) forms.set(kindOf(form, shape), form)
    }
  }
  return { pages, forms: [...forms.values()] }
}

function formIn(whole: string, page: string): FoundForm {
  const [tag = ''] = /^<form\s[^>]*>/.exec(whole) ?? []
  const action = attribute(tag, 'action') ?? page
  const fields: [string, string][] = []
  for (const [input] of whole.matchAll(/<(?:input|textarea|select|button)\s[^>]*>/g)) {
    const name = attribute(input, 'name')
    if (name === undefined || name === 'csrf') continue
    fields.push([name, attribute(input, 'value') || 'một lý do đủ dài'])
  }
  // What is asked for stands in a field as one word; what is typed, and ids, do not tell one kind from another.
  const asked = fields.map(([name, value]) => (/^[A-Za-z_]{1,20}$/.test(value) ? `${name}=${value}` : name))
  return { action, asked: asked.sort().join(), fields }
}

/** The word with which this browser may send forms: the same on all its pages. */
export async function wordOf(browser: Browser): Promise<string> {
  return csrfOf((await browser.get('/phien-dang-nhap')).html) || csrfOf((await browser.get('/')).html)
}

/** Posts a form as the holder of this browser. */
export async function post(browser: Browser, form: FoundForm, csrf: string): Promise<number> {
  const body = new URLSearchParams({ csrf })
  for (const [name, value] of form.fields) body.append(name, value)
  const { status } = await browser.send(form.action, { method: 'POST', body })
  return status
}
