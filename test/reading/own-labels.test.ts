import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readChoice } from '../../src/reading/choice.ts'
import { readChoices } from '../../src/reading/choices.ts'
import { readNamed } from '../../src/reading/named.ts'
import { fold } from '../../src/reading/text.ts'

const folder = new URL('../../locales/vi/', import.meta.url)

/** The labels under every `options` of the product's own texts. */
function offered(texts: unknown, name: string): [string, string[]][] {
  if (typeof texts !== 'object' || texts === null) return []
  return Object.entries(texts).flatMap(([key, value]) => {
    const labels = key === 'options' && typeof value === 'object' && value !== null ? Object.values(value) : []
    const isPlain = labels.length > 1 && labels.every(label => typeof label === 'string' && !/\{\{|\$t/.test(label))
    return [...(isPlain ? [[name, labels] as [string, string[]]] : []), ...offered(value, `${name}.${key}`)]
  })
}

const all = readdirSync(folder).flatMap(file =>
  offered(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), file.replace('.json', '')),
)

test('there are options in the texts', () => {
  expect(all.length).toBeGreaterThan(10)
})

test.each(all)('what «%s» offers is chosen by typing it', (_, labels) => {
  const options = labels.map(label => ({ label }))
  for (const [at, label] of labels.entries())
    for (const typed of [label, label.toLowerCase(), `${label} ạ`, `dạ ${label}`, ...barely(label, labels)]) {
      expect(readChoice(typed, options), typed).toMatchObject({ ok: true, value: at })
      expect(readChoices(typed, options), typed).toMatchObject({ ok: true, value: [at] })
    }
})

/** Without what stands in brackets and without accents, where that is still one label only. */
function barely(label: string, labels: readonly string[]): string[] {
  const short = label.replace(/ ?\(.*\)$/, '')
  return [short, fold(short)].filter(
    one => labels.filter(other => fold(other).startsWith(fold(one))).length === 1 && one !== '',
  )
}

test('a unit that is none of the list is called so', () => {
  const options = ['UBND phường Quang Trung', 'Công an phường Quang Trung', 'Tập thể khác (ghi tên)'].map(label => ({
    label,
  }))
  for (const typed of ['Tập thể khác', 'tập thể khác (ghi tên)', 'tap the khac']) {
    expect(readChoice(typed, options), typed).toMatchObject({ ok: true, value: 2 })
    expect(readNamed(typed, options), typed).toMatchObject({ ok: true, value: 2 })
  }
})
