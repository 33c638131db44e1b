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
  const i18n = createInstance({
    lng: locale,
    resources: { [locale]: { translation: readTree(join(projectRoot, 'locales', locale)) } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
  i18n.init()
  return (key, params) => {
    if (!i18n.exists(key, params)) throw new Error(`no text for ${key} in locales/${locale}`)
    return i18n.t(key, params ?? {})
  }
}

function readTree(folder: string): Record<string, unknown> {
  const files = readdirSync(folder).filter(file => file.endsWith('.json'))
  return Object.fromEntries(
    files.map(file => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  )
}
