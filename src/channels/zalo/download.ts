import { lookup } from 'node:dns'
import { get as httpGet, type IncomingMessage } from 'node:http'
import { get as httpsGet } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { parseUrl } from '../../parse-url.ts'
import type { FetchResult } from '../channel.ts'
import { isLoopback, isPublicAddress } from './public-address.ts'

export interface DownloadRules {
  /** Files may lie on this machine, without TLS: only where the API itself does, in tests. */
  mayBeLocal: boolean
  timeoutMs?: number
}

const MOST_REDIRECTS = 3
const TIMEOUT_MS = 60_000

/**
 * Brings a file from the address that Zalo has told: https only, from the open internet only, no more than `maxBytes`. The
 * address is somebody else's word, so that each step of a redirect is checked too, and what is checked is the very IP
 * address that is connected to. Never throws.
 */
export async function download(address: string, maxBytes: number, rules: DownloadRules): Promise<FetchResult> {
  const signal = AbortSignal.timeout(rules.timeoutMs ?? TIMEOUT_MS)
  let url = address
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (!isAllowed(url, rules)) return { result: 'gone', why: 'address not allowed' }
    try {
      const response = await open(url, rules, signal)
      const next = redirectOf(response, url)
      if (next === null) return await read(response, maxBytes)
      response.destroy()
      url = next
    } catch (error) {
      if (error instanceof InnerAddress) return { result: 'gone', why: 'address not allowed' }
      return { result: 'retry', why: signal.aborted ? 'timeout' : codeOf(error) }
    }
  }
  return { result: 'gone', why: 'too many redirects' }
}

function isAllowed(url: string, { mayBeLocal }: DownloadRules): boolean {
  const parsed = parseUrl(url)
  if (parsed === null) return false
  if (mayBeLocal && isLoopback(url)) return /^https?:/i.test(url)
  const { protocol, hostname } = parsed
  const literal = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:' && (isIP(literal) === 0 || isPublicAddress(literal))
}

/** A name that leads to the inside: somebody tries to make the server read what only it can reach. */
class InnerAddress extends Error {}

function open(url: string, { mayBeLocal }: DownloadRules, signal: AbortSignal): Promise<IncomingMessage> {
  const get = url.toLowerCase().startsWith('http:') ? httpGet : httpsGet
  const options = mayBeLocal && isLoopback(url) ? { signal } : { signal, lookup: publicLookup }
  return new Promise((resolve, reject) => {
    get(url, options, resolve).on('error', reject)
  })
}

const publicLookup: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error) return answer(error, [])
    const [first] = found
    if (!first || found.some(({ address }) => !isPublicAddress(address))) return answer(new InnerAddress(), [])
    return options.all ? answer(null, found) : answer(null, first.address, first.family)
  })
}

function redirectOf(response: IncomingMessage, url: string): string | null {
  const { statusCode = 0, headers } = response
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return null
  return parseUrl(headers.location, url)?.href ?? ''
}

async function read(response: IncomingMessage, maxBytes: number): Promise<FetchResult> {
  const { statusCode = 0, headers } = response
  if (statusCode !== 200) {
    response.destroy()
    const why = `status ${statusCode}`
    // An address that has run out answers one of these; whoever sent the file has to send it again.
    return [400, 401, 403, 404, 410].includes(statusCode) ? { result: 'gone', why } : { result: 'retry', why }
  }
  const chunks: Uint8Array[] = []
  let length = Number(headers['content-length'] ?? 0)
  if (length <= maxBytes) {
    length = 0
    for await (const chunk of response) {
      length += chunk.length
      if (length > maxBytes) break
      chunks.push(chunk)
    }
  }
  response.destroy()
  return length > maxBytes ? { result: 'tooLarge' } : { result: 'fetched', bytes: Buffer.concat(chunks) }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'network'
}
