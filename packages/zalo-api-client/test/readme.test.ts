import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { FakeZalo } from '../src/testing/fake-zalo.ts'
import { freePort } from './rotation/free-port.ts'

const program = new URL('ten-lines.ts', import.meta.url)
const readme = new URL('../README.md', import.meta.url)
const entries: [string, URL][] = [
  ['zalo-api-client/testing', new URL('../src/testing/testing.ts', import.meta.url)],
  ['zalo-api-client', new URL('../src/zalo-api-client.ts', import.meta.url)],
]

/** The code block of the README that holds this. */
async function snippetWith(text: string): Promise<string> {
  const blocks = [...(await readFile(readme, 'utf8')).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)
  return blocks.find(code => code.includes(text)) ?? ''
}

test('the program of ten lines in the README sends a message and receives a webhook, in ten lines', async () => {
  const snippet = await snippetWith('FakeZalo.start()')
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

test('the program of five minutes takes the consent, keeps the tokens in a file and sends the first message', async () => {
  const fake = await FakeZalo.start()
  const folder = await mkdtemp(join(tmpdir(), 'zalo-readme-'))
  const port = String(await freePort())
  const callback = `http://127.0.0.1:${port}/`
  fake.oauth.registeredRedirects.add(callback)
  await fake.people.sends(fake.users.add().id, 'Chào OA')
  let program = (await snippetWith('consentUrl')).replaceAll('8787', port)
  for (const [name, url] of entries) program = program.replaceAll(`'${name}'`, `'${url.href}'`)
  const { oauth: oauthRoot, openapi: openapiRoot } = fake.roots
  program = program
    .replace('OaTokenSource({', `OaTokenSource({ oauthRoot: '${oauthRoot}',`)
    .replace('consentUrl({', `consentUrl({ oauthRoot: '${oauthRoot}',`)
    .replace('OaClient({', `OaClient({ openapiRoot: '${openapiRoot}',`)
  await writeFile(join(folder, 'program.mts'), program)
  const { appId, appSecret } = fake.app
  const env = { ...process.env, ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret, ZALO_CALLBACK: callback }
  const tsx = import.meta.resolve('tsx')
  const child = spawn(process.execPath, ['--import', tsx, 'program.mts'], { cwd: folder, env })
  try {
    const link = await new Promise<string>(resolve => {
      child.stdout.on('data', (data: Buffer) => resolve(/http\S+/.exec(data.toString())?.[0] ?? ''))
    })
    const agreed = await fetch(link, { redirect: 'manual' })
    const unasked = () =>
      fetch(callback).then(
        ({ status }) => status,
        () => null,
      )
    await expect.poll(unasked, { timeout: 20_000 }).toBe(403)
    expect(await (await fetch(agreed.headers.get('location') ?? '')).text()).toBe('The consent is stored.')
    expect(fake.oa.sent.all.map(({ text }) => text)).toEqual(['Xin chào!'])
    expect(await readFile(join(folder, 'zalo-tokens.json'), 'utf8')).toContain('"kind":"active"')
  } finally {
    child.kill('SIGKILL')
    await fake.stop()
    await rm(folder, { recursive: true })
  }
})

test('that program is the one that is type-checked here', async () => {
  const snippet = await snippetWith('FakeZalo.start()')
  const checked = (await readFile(program, 'utf8'))
    .replace("'../src/testing/testing.ts'", "'zalo-api-client/testing'")
    .replace("'../src/zalo-api-client.ts'", "'zalo-api-client'")
  const lines = (text: string) => text.trim().split('\n').sort()
  expect(lines(snippet)).toEqual(lines(checked))
})
