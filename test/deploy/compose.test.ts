import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { projectRoot } from '../../src/project-root.ts'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')

describe('the way in with containers', () => {
  it('has a compose file after the public schema (compose-spec, Apache 2.0)', () => {
    const schema = { ...JSON.parse(read('test/deploy/compose-spec.json')), $schema: undefined }
    const check = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    const compose = parse(read('compose.yaml'), { merge: true })
    expect(check(compose), JSON.stringify(check.errors)).toBe(true)
    expect(check({ ...compose, services: { app: { imagen: 'thidua' } } })).toBe(false)
    expect(Object.keys(compose.services)).toEqual(['database', 'app', 'backup'])
    expect(compose.services.backup.entrypoint.at(-1)).toContain('dist/main.js backup --out')
    expect(compose.services.app.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)])
  })

  it('copies only what is there', () => {
    const sources = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    )
    expect(sources.length).toBeGreaterThan(5)
    expect(sources.filter(name => !existsSync(join(projectRoot, name)))).toEqual([])
  })
})
