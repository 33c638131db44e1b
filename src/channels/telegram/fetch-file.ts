import type { Api } from 'grammy'
import type { FetchResult } from '../channel.ts'
import { faultOf, inWords } from './fault.ts'

export interface FileSource {
  api: Api
  /** Where files lie: the address holds the token and must not show up anywhere. */
  root: string
  fetch: typeof fetch
}

const DOWNLOAD_TIMEOUT_MS = 60_000

/** Brings a file by its id. The link is asked for anew each time, because it is valid for an hour only. Never throws. */
export async function fetchFile({ api, root, fetch }: FileSource, ref: string, maxBytes: number): Promise<FetchResult> {
  try {
    const { file_path, file_size } = await api.getFile(ref)
    if ((file_size ?? 0) > maxBytes) return { result: 'tooLarge' }
    if (!file_path) return { result: 'retry', why: 'no path' }
    const path = file_path.split('/').map(encodeURIComponent).join('/')
    const signal = AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS)
    const response = await fetch(`${root}/${path}`, { signal, redirect: 'manual' })
    if (!response.ok || !response.body) return { result: 'retry', why: `status ${response.status}` }
    const bytes = await readAtMost(response.body, maxBytes)
    return bytes ? { result: 'fetched', bytes } : { result: 'tooLarge' }
  } catch (error) {
    const fault = faultOf(error)
    if (fault.kind !== 'answer' || fault.code !== 400) return { result: 'retry', why: inWords(fault) }
    if (/too big/i.test(fault.description)) return { result: 'tooLarge' }
    if (/temporarily/i.test(fault.description)) return { result: 'retry', why: fault.description }
    return { result: 'gone', why: fault.description }
  }
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
