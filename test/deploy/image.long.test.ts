import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'
import { initiativeLines } from '../seasons/two-seasons.ts'
import { enterWeb } from '../support/web-driver.ts'

/** What `docker build` would do in its first stage, in a clean folder: no container engine is needed to see that the steps hold. */
const app = mkdtempSync(join(tmpdir(), 'thidua-image-'))
const steps = readFileSync(join(projectRoot, 'Dockerfile'), 'utf8').split(/^FROM /m)[1] ?? ''

beforeAll(() => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: projectRoot, encoding: 'utf8' }).split('\n')
  for (const [, what = '', rest = ''] of steps.matchAll(/^(COPY|RUN) (.+)$/gm)) {
    if (what === 'RUN') execFileSync('/bin/sh', ['-ec', rest], { cwd: app, stdio: ['ignore', 'ignore', 'inherit'] })
    else
      for (const name of rest.split(' ').slice(0, -1))
        for (const file of tracked.filter(one => one === name || one.startsWith(`${name}/`))) {
          mkdirSync(join(app, file, '..'), { recursive: true })
          cpSync(join(projectRoot, file), join(app, file))
        }
  }
}, 900_000)
const ending: (() => void)[] = []
afterAll(() => {
  for (const end of ending) end()
  rmSync(app, { recursive: true, force: true })
})

it('the image starts, answers, and is small on the disk and in memory', async () => {
  const [size = 0, built = 0] = ['node_modules', 'dist'].map(part =>
    Number(execFileSync('du', ['-sm', join(app, part)], { encoding: 'utf8' }).split('\t')[0]),
  )
  process.stdout.write(`the image: ${size} MB of node_modules, ${built} MB built\n`)
  expect(size + built).toBeLessThan(150)
  const data = join(app, 'data')
  // The first start makes the database as well.
  for (const [start, title] of Object.entries({ first: 'Trả kết quả tại nhà dân', second: 'Đường hoa của khu phố' })) {
    const env = { PATH: process.env.PATH ?? '', DATA_DIR: data, PORT: '0', LOG_LEVEL: 'error', NODE_ENV: 'production' }
    const child = spawn(process.execPath, ['dist/main.js', 'start'], {
      cwd: app,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    ending.push(() => child.kill('SIGKILL'))
    let url = ''
    for await (const line of createInterface({ input: child.stdout })) {
      url = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? ''
      if (url !== '') break
    }
    expect((await fetch(url)).status).toBe(200)
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ status: 'ok' })
    const page = residentOf(child.pid)
    const chat = await enterWeb({ url }, { persona: 'can-bo' })
    for (const line of ['sáng kiến', ...initiativeLines(title)]) await chat.type(line)
    expect((await chat.lastMessages()).join()).toContain('SK-')
    const form = residentOf(child.pid)
    process.stdout.write(
      `resident at the ${start} start: ${page} MB after the first page, ${form} MB after the first form\n`,
    )
    expect(page).toBeLessThanOrEqual(500)
    expect(form).toBeLessThanOrEqual(500)
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
}, 600_000)

/** Megabytes that a process holds. */
function residentOf(id: number | undefined): number {
  const held = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]
  return Math.round(Number(held) / 1024)
}
