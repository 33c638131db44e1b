import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const home = fileURLToPath(new URL('..', import.meta.url))
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url))

let folder: string
const installed = () => join(folder, 'node_modules', 'zalo-api-client')

/** What the snippets of the README are about without saying so. */
const given = `
import * as zalo from 'zalo-api-client'
declare const appId: string, appSecret: string, oaId: string, oaSecretKey: string, token: string
declare const userId: string, chatId: string, templateId: string, trackingId: string, quoteMessageId: string
declare const bytes: Uint8Array, store: zalo.TokenStore, tokens: zalo.OaTokenSource, signal: AbortSignal
declare const oa: zalo.OaClient, zbs: zalo.ZbsClient, bot: zalo.BotClient, request: zalo.WebhookRequest
declare const settings: zalo.OaWebhookSettings, save: (update: zalo.BotUpdate) => Promise<void>, sendAgain: () => void
declare class Pool { query(sql: string, values?: unknown[]): Promise<{ rows: zalo.SqlRow[] }> }
`

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zalo-packed-'))
  // A copy is packed: building in place would get in the way of whoever works there.
  const copy = join(folder, 'package')
  await mkdir(copy)
  const kept = ['src', 'package.json', 'README.md', 'CHANGELOG.md', 'LICENSE']
  await run('cp', ['-R', ...kept.map(name => join(home, name)), copy])
  const built = { ...JSON.parse(await readFile(join(home, 'tsconfig.build.json'), 'utf8')) }
  built.extends = fileURLToPath(new URL('../../../tsconfig.json', import.meta.url))
  built.compilerOptions.typeRoots = [join(modules, '@types')]
  await writeFile(join(copy, 'tsconfig.build.json'), JSON.stringify(built))
  await symlink(modules, join(copy, 'node_modules'))
  await run('npm', ['pack', '--pack-destination', folder], { cwd: copy })
  const archive = (await readdir(folder)).find(name => name.endsWith('.tgz')) ?? ''
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'stranger', type: 'module', private: true }))
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${archive}`], { cwd: folder })
  await mkdir(join(folder, 'node_modules', '@types'), { recursive: true })
  for (const name of ['node'])
    await symlink(join(modules, '@types', name), join(folder, 'node_modules', '@types', name))
  await symlink(join(modules, 'undici-types'), join(folder, 'node_modules', 'undici-types'))
}, 180_000)
afterAll(() => rm(folder, { recursive: true }))

test('the archive holds what its exports promise, under every condition, and the papers a stranger needs', async () => {
  const { exports, license } = JSON.parse(await readFile(join(installed(), 'package.json'), 'utf8'))
  const targets = Object.values<Record<string, string>>(exports).flatMap(conditions => Object.values(conditions))
  expect(targets.length).toBeGreaterThanOrEqual(6)
  for (const target of targets) await readFile(join(installed(), target))
  const text = await readFile(join(installed(), 'LICENSE'), 'utf8')
  expect([license, text.split('\n')[0]]).toEqual(['MIT', 'MIT License'])
  expect(text).toBe(await readFile(new URL('../../../LICENSE', import.meta.url), 'utf8'))
  expect(await readdir(installed())).toEqual(expect.arrayContaining(['CHANGELOG.md', 'README.md', 'dist', 'src']))
  expect(await readdir(installed())).not.toContain('test')
})

test('every export is there for plain Node', async () => {
  const program = `
    import { readFile } from 'node:fs/promises'
    const own = JSON.parse(await readFile('node_modules/zalo-api-client/package.json', 'utf8'))
    for (const entry of Object.keys(own.exports)) {
      const found = await import('zalo-api-client' + entry.slice(1))
      console.log(entry, Object.values(found).every(value => value !== undefined), Object.keys(found).length > 1)
    }`
  await writeFile(join(folder, 'plain.mjs'), program)
  const { stdout } = await run(process.execPath, ['plain.mjs'], { cwd: folder })
  expect(stdout).toBe('. true true\n./testing true true\n')
})

test.each(['nodenext', 'bundler'])('its types and every snippet of the README hold for a stranger (%s)', async kind => {
  const readme = await readFile(join(installed(), 'README.md'), 'utf8')
  const snippets = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)
  expect(snippets.length).toBeGreaterThanOrEqual(7)
  for (const [index, code] of snippets.entries()) {
    const isWhole = code.startsWith('import ')
    const names = [...new Set(code.match(/\b[A-Za-z]\w*/g))].filter(name => exported.has(name)).join(', ')
    const text = isWhole ? code : `${given}\nimport { ${names} } from 'zalo-api-client'\n{\n${code}\n}\nexport {}\n`
    await writeFile(join(folder, `snippet-${index}.mts`), text)
  }
  const compilerOptions = {
    ...{ strict: true, noEmit: true, target: 'es2023', skipLibCheck: false, types: ['node'] },
    ...{ module: kind === 'bundler' ? 'esnext' : 'nodenext', moduleResolution: kind },
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['snippet-*.mts'] }))
  const compiled = await run(join(modules, '.bin', 'tsc'), ['-p', folder], { cwd: folder }).catch(error => error)
  expect(compiled.stdout).toBe('')
})

/** Names that the snippets take from the package without importing them. */
const exported = new Set(['OaTokenSource', 'OaClient', 'ZbsClient', 'BotClient', 'OaWebhookSettings', 'FileTokenStore'])
for (const name of ['SqlTokenStore', 'ZaloError', 'pollUpdates', 'readOaWebhook']) exported.add(name)
