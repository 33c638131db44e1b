import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectRoot } from '../../src/project-root.ts'
import type { Locale } from '../../src/texts.ts'

interface Branch {
  readonly [name: string]: string | Branch
}

/** Every sentence of a locale by its key, as written in the files. */
export function sentencesOf(locale: Locale): ReadonlyMap<string, string> {
  const folder = join(projectRoot, 'locales', locale)
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  const trees = files.map(file => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))])
  const sentences = leaves(Object.fromEntries(trees))
  const names = sentences.flatMap(([key, name]) => {
    const [, form] = /^\w+\.forms\.(.+)$/.exec(key) ?? []
    return form ? [[`drafts.forms.${form}`, name] as const] : []
  })
  return new Map([...sentences, ...names])
}

function leaves(branch: Branch, path = ''): [string, string][] {
  return Object.entries(branch).flatMap(([name, value]) => {
    const key = path === '' ? name : `${path}.${name}`
    return typeof value === 'string' ? [[key, value] as [string, string]] : leaves(value, key)
  })
}

/** What a sentence takes in: parameters and other sentences. */
export function holesOf(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\{.*?\}\}|\$t\(.*?\)/g) ?? [])].sort()
}

/** The sentence without what is put into it. */
export function withoutHoles(sentence: string): string {
  return sentence.replace(/\{\{.*?\}\}|\$t\(.*?\)/g, '')
}
