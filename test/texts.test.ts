import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInstance } from 'i18next'
import { expect, test } from 'vitest'
import { projectRoot } from '../src/project-root.ts'
import { loadTexts, locales } from '../src/texts.ts'

/** i18next alone, as `loadTexts` sets it up. */
function i18nextAlone(locale: string) {
  const folder = join(projectRoot, 'locales', locale)
  const tree = Object.fromEntries(
    readdirSync(folder).map(file => [basename(file, '.json'), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  )
  const i18n = createInstance({
    lng: locale,
    resources: { [locale]: { translation: tree } },
    interpolation: { escapeValue: false, skipOnVariables: true },
    returnNull: false,
    initAsync: false,
  })
  i18n.init()
  return { i18n, keys: keysOf(tree) }
}

function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = path === '' ? name : `${path}.${name}`
    return typeof value === 'string' ? [key] : keysOf(value, key)
  })
}

const values: readonly unknown[] = ['Lan', '', 0, 3, '{{name}} và {{unit}}', '$t(menu.help)', '<b>&', '$&$1', null]

for (const locale of locales) {
  test(`every sentence of ${locale} is filled as i18next fills it, whatever the parameters hold`, () => {
    const { i18n, keys } = i18nextAlone(locale)
    const t = loadTexts(locale)
    let compared = 0
    for (const key of keys) {
      const names = String(i18n.getResource(locale, 'translation', key)).match(/\w+(?=\}\})/g) ?? []
      for (const round of values.keys()) {
        const params = Object.fromEntries(names.map((name, at) => [name, values[(at + round) % values.length]]))
        for (const given of [params, { ...params, count: round }, { ...params, context: 'return' }, {}]) {
          const [ours, theirs] = [t(key, given), i18n.t(key, given)]
          if (ours !== theirs) expect(ours, key).toBe(theirs)
          compared += 1
        }
      }
    }
    expect(compared).toBeGreaterThan(10_000)
  })
}
