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
 * `t('initiative.form.title.ask')` stands in `initiative.json`; `more` are branches that stand elsewhere. The names of forms, which
 * each file has under `forms`, are found together under `drafts.forms`. A missing key throws: a
 * person must never read a key.
 */
export function loadTexts(locale: Locale, more?: Tree): Translate {
  if (more !== undefined) return textsOf(locale, more)
  const known = loaded.get(locale) ?? textsOf(locale, {})
  loaded.set(locale, known)
  return known
}

/** The files do not change while the program runs. */
const loaded = new Map<Locale, Translate>()

function textsOf(locale: Locale, more: Tree): Translate {
  const tree = withNamesOfForms({ ...readTree(join(projectRoot, 'locales', locale)), ...more })
  const i18n = createInstance({
    lng: locale,
    resources: { [locale]: { translation: tree } },
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnNull: false,
    initAsync: false,
  })
  i18n.init()
  const simple = simpleSentences(tree)
  return (key, params) => {
    const sentence = simple.get(key)
    if (typeof sentence === 'string') return sentence
    const filled = sentence && params ? fill(sentence, params) : undefined
    if (filled !== undefined) return filled
    if (!i18n.exists(key, params)) throw new Error(`no text for ${key} in locales/${locale}`)
    return i18n.t(key, params ?? {})
  }
}

function withNamesOfForms(tree: Tree): Tree {
  const named = Object.values(tree).flatMap(branch =>
    typeof branch === 'object' ? Object.entries(branch.forms ?? {}) : [],
  )
  const { drafts } = tree
  return typeof drafts === 'object' ? { ...tree, drafts: { ...drafts, forms: Object.fromEntries(named) } } : tree
}

export interface Tree {
  readonly [branch: string]: string | Tree
}

/** A sentence with places for parameters: text and names in turn, text first and last. */
type Pattern = readonly string[]

/**
 * Most sentences are fixed or have only places for parameters. i18next would fill these the same way at fifty times the
 * cost, which is felt where thousands of reminders are written at once; what has variants, nesting or formats is left to it.
 */
function simpleSentences(tree: Tree, path = '', found = new Map<string, string | Pattern>()) {
  const variants = beginnings(Object.keys(tree))
  for (const [name, value] of Object.entries(tree)) {
    const key = path === '' ? name : `${path}.${name}`
    if (typeof value !== 'string') {
      simpleSentences(value, key, found)
      continue
    }
    if (variants.has(name) || /_(?:zero|one|two|few|many|other)$/.test(name)) continue
    if (!/\{\{|\$t\(/.test(value)) found.set(key, value)
    const pattern = value.split(/\{\{\s*([a-zA-Z]\w*)\s*\}\}/)
    const isSimple = pattern.every(part => !/\{\{|\}\}|\$t\(/.test(part))
    if (isSimple && pattern.length > 1) found.set(key, pattern)
  }
  return found
}

/** What stands before a «_» of one of the names. */
function beginnings(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const name of names)
    for (let at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) found.add(name.slice(0, at))
  return found
}

/** The names by which a caller talks to i18next itself. */
const optionsOfI18next = new Set(
  `lng lngs ns nsSeparator keySeparator fallbackLng fallbackNS ordinal replace defaultValue returnDetails returnObjects joinArrays
  postProcess interpolation skipInterpolation nest missingInterpolationHandler appendNamespaceToCIMode`.split(/\s+/),
)

/** The sentence, or undefined where only i18next knows what it is. */
function fill(pattern: Pattern, params: Record<string, unknown>): string | undefined {
  for (const name in params) if (optionsOfI18next.has(name)) return undefined
  let sentence = pattern[0] ?? ''
  for (let at = 1; at < pattern.length; at += 2) {
    const value = params[pattern[at] ?? '']
    if (typeof value !== 'string' && typeof value !== 'number') return undefined
    sentence += `${value}${pattern[at + 1] ?? ''}`
  }
  return sentence
}

function readTree(folder: string): Tree {
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  return Object.fromEntries(
    files.map(file => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  )
}
