import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'
import { guards } from './guards.ts'

const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')

it('each guard stands in its file once, and its test is there', () => {
  const wrong = guards.flatMap(({ against, file, text, test, named = '' }) => {
    if (!existsSync(join(projectRoot, file)) || !existsSync(join(projectRoot, test)))
      return [`${against}: no such file`]
    const count = read(file).split(text).length - 1
    return [
      ...(count === 1 ? [] : [`${against}: found ${count} times in ${file}`]),
      ...(read(test).includes(named) || hasContract(test, named) ? [] : [`${against}: no «${named}» in ${test}`]),
    ]
  })
  expect(wrong).toEqual([])
})

it('no guard is listed twice', () => {
  const listed = guards.map(({ against, test }) => `${against} ${test}`)
  expect(listed.filter((one, index) => listed.indexOf(one) !== index)).toEqual([])
})

/** Tests that are written once for several places stand beside them. */
function hasContract(test: string, named: string): boolean {
  const beside = readFileSync(join(projectRoot, test), 'utf8').matchAll(/from '(\.[^']*contract\.ts)'/g)
  return [...beside].some(([, path = '']) => read(join(test, '..', path)).includes(named))
}
