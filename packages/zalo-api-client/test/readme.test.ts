import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { freePort } from './rotation/free-port.ts'

const program = new URL('ten-lines.ts', import.meta.url)
const readme = new URL('../README.md', import.meta.url)
const entries: [string, URL][] = [
  ['zalo-api-client/testing', new URL('../src/testing/testing.ts', import.meta.url)],
  ['zalo-api-client', new URL('../src/zalo-api-client.ts', import.meta.url)],
]

test('the first program of the README sends a message and receives a webhook, in ten lines', async () => {
  const snippet = /```ts\n([\s\S]*?)```/.exec(await readFile(readme, 'utf8'))?.[1] ?? ''
  const statements = snippet.split('\n\n')[1]?.split('\n') ?? []
  expect(statements).toHaveLength(10)
  const folder = await mkdtemp(join(tmpdir(), 'zalo-readme-'))
  const port = String(await freePort())
  let runnable = snippet.replaceAll('8787', port)
  for (const [name, url] of entries) runnable = runnable.replaceAll(`'${name}'`, `'${url.href}'`)
  await writeFile(join(folder, 'program.mts'), runnable)
  const run = await promisify(execFile)(process.execPath, ['--import', 'tsx', join(folder, 'program.mts')])
  expect(run.stdout).toBe('Xin chào!\n')
  await rm(folder, { recursive: true })
})

test('that program is the one that is type-checked here', async () => {
  const snippet = /```ts\n([\s\S]*?)```/.exec(await readFile(readme, 'utf8'))?.[1] ?? ''
  const checked = (await readFile(program, 'utf8'))
    .replace("'../src/testing/testing.ts'", "'zalo-api-client/testing'")
    .replace("'../src/zalo-api-client.ts'", "'zalo-api-client'")
  const lines = (text: string) => text.trim().split('\n').sort()
  expect(lines(snippet)).toEqual(lines(checked))
})
