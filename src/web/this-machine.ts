import { parseUrl } from '../parse-url.ts'

/** Whether an address leads to the machine it is used on, and to no other: `localhost`, 127.0.0.0/8, `[::1]`. */
export function isThisMachine(address: string): boolean {
  const hostname = parseUrl(address)?.hostname ?? ''
  return hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname) || /^([\w-]+\.)*localhost$/.test(hostname)
}
