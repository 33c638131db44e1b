import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTask } from 'node-cron'
import { expect, test, vi } from 'vitest'
import { logOfLibrary } from '../src/log.ts'
import { projectRoot } from '../src/project-root.ts'

test('what node-cron says stands in our log and nowhere else', async () => {
  const said: unknown[] = []
  const log = { debug: (line: unknown) => said.push(line), error: (line: unknown) => said.push(line) }
  const spies = (['log', 'warn', 'error', 'info', 'debug'] as const).map(name => vi.spyOn(console, name))
  const failing = createTask('0 0 1 1 *', () => Promise.reject(new Error('broken')), {
    logger: logOfLibrary(log, 'node-cron'),
  })
  await failing.execute().catch(() => undefined)
  logOfLibrary(log, 'node-cron').warn('missed execution')
  expect(said.length).toBeGreaterThan(0)
  for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  await failing.destroy()
  vi.restoreAllMocks()
})

test('every schedule is given our log', () => {
  const src = join(projectRoot, 'src')
  const scheduling = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.includes('generated'))
    .map(file => readFileSync(join(src, file), 'utf8'))
    .filter(text => text.includes("from 'node-cron'"))
  expect(scheduling.length).toBeGreaterThan(1)
  for (const text of scheduling) expect(text).toContain("logger: logOfLibrary(system.log, 'node-cron')")
})
