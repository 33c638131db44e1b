/**
 * The parsed address, or null where it is none. In the place of `URL.canParse`: that of Node 20 begins to refuse «https://a.vn/bài» once
 * it has been called often, because V8 hands it Latin-1 as UTF-8.
 */
export function parseUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}
