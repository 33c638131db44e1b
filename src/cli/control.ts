import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { complaintLines } from '../complaint.ts'
import type { System } from '../intake/system.ts'
import type { Work, WorkResult } from './work.ts'
import { partsOf } from './write-output.ts'

/**
 * The door through which commands reach a running server that holds the embedded database: loopback only, with a key that
 * stands in a file of the data folder that only its owner can read.
 */
export async function openControl(
  dataDir: string,
  system: System,
  works: Readonly<Record<string, Work>>,
): Promise<{ close(): Promise<void> }> {
  const key = randomBytes(32).toString('hex')
  const server = createServer((request, response) => {
    const given = Buffer.from(String(request.headers['x-control-key'] ?? ''))
    const wanted = Buffer.from(key)
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      response.writeHead(403).end()
      return
    }
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      run(system, works, Buffer.concat(parts).toString('utf8'))
        .then(({ status, body }) => {
          if (typeof body === 'string') response.writeHead(status, { 'content-type': JSON_TYPE }).end(body)
          else return pipeline(body, response.writeHead(status, { 'content-type': PARTS_TYPE }))
        })
        // Cut off in the middle, so that nobody takes a part for the whole.
        .catch(error => (response.headersSent ? response.destroy() : response.writeHead(500).end(String(error))))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const file = controlFile(dataDir)
  writeFileSync(file, JSON.stringify({ port: (server.address() as AddressInfo).port, key }), { mode: 0o600 })
  return { close: () => closeControl(server, file) }
}

async function closeControl(server: Server, file: string): Promise<void> {
  rmSync(file, { force: true })
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}

async function run(
  system: System,
  works: Readonly<Record<string, Work>>,
  body: string,
): Promise<{ status: number; body: string | Readable }> {
  const { name, args } = JSON.parse(body) as { name: string; args: Record<string, string> }
  const work = works[name]
  if (!work) return { status: 404, body: JSON.stringify({ complaint: [name] }) }
  try {
    const { output, note } = await work(system, args)
    if (typeof output !== 'string' && !(output instanceof Uint8Array)) return { status: 200, body: partsOf(output) }
    const encoded = typeof output === 'string' ? { text: output } : { base64: Buffer.from(output).toString('base64') }
    return { status: 200, body: JSON.stringify({ ...encoded, note }) }
  } catch (error) {
    return {
      status: 422,
      body: JSON.stringify({ complaint: complaintLines(error, system.texts(system.defaultLocale)) }),
    }
  }
}

const JSON_TYPE = 'application/json'
/** A result that comes part by part; it has no note. */
const PARTS_TYPE = 'application/octet-stream'

export type ControlAnswer = { done: WorkResult } | { complaint: readonly string[] } | 'unreachable'

/** Asks the running server to do a command's work. */
export async function askServer(
  dataDir: string,
  name: string,
  args: Readonly<Record<string, string>>,
): Promise<ControlAnswer> {
  let answer: Response
  try {
    const { port, key } = JSON.parse(await readFile(controlFile(dataDir), 'utf8')) as { port: number; key: string }
    answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'x-control-key': key },
      body: JSON.stringify({ name, args }),
    })
  } catch {
    return 'unreachable'
  }
  if (answer.headers.get('content-type') === PARTS_TYPE && answer.body) return { done: { output: answer.body } }
  const body = (await answer.json()) as { text?: string; base64?: string; note?: string; complaint?: string[] }
  if (body.complaint) return { complaint: body.complaint }
  const output = body.base64 === undefined ? (body.text ?? '') : Buffer.from(body.base64, 'base64')
  return { done: { output, ...(body.note ? { note: body.note } : {}) } }
}

function controlFile(dataDir: string): string {
  return join(dataDir, 'control.json')
}
