import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInstance } from 'i18next'
import { projectRoot } from './project-root.ts'

export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]

/** Turns a key and its parameters into a sentence. Pure: same key, same parameters, same sentence. */
export type Translate = (key: string, params?: Record<string, unknown>) => string

/**
 * The sentences of one locale. Every file `locales/<locale>/<name>.json` is the branch `<name>` of one tree, so
 * `t('initiatives.form.title.ask')` stands in `initiatives.json`. A missing key throws: a person must never read a key.
 */
export function loadTexts(locale: Locale): Translate {
  const tree = readTree(join(projectRoot, 'locales', locale))
  const i18n = createInstance({
    lng: locale,
    resources: { [locale]: { translation: tree } },
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnNull: false,
    initAsync: false,
  })
  i18n.init()
  const fixed = sentencesWithoutParameters(tree)
  return (key, params) => {
    const sentence = fixed.get(key)
    if (sentence !== undefined) return sentence
    if (!i18n.exists(key, params)) throw new Error(`no text for ${key} in locales/${locale}`)
    return i18n.t(key, params ?? {})
  }
}

interface Tree {
  readonly [branch: string]: string | Tree
}

/** Most sentences are fixed; looking them up in a map is a tenth of the cost of interpolating nothing. */
function sentencesWithoutParameters(tree: Tree, path = '', found = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(tree)) {
    const key = path === '' ? name : `${path}.${name}`
    if (typeof value !== 'string') sentencesWithoutParameters(value, key, found)
    else if (!/\{\{|\$t\(/.test(value) && !/_(?:zero|one|two|few|many|other)$/.test(name)) found.set(key, value)
  }
  return found
}

function readTree(folder: string): Tree {
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  return Object.fromEntries(
    files.map(file => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  )
}
