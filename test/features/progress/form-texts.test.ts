import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../../src/conversation/form.ts'
import { conditions, initiativeKinds, parFields } from '../../../src/features/initiatives/classification.ts'
import { initiatives } from '../../../src/features/initiatives/feature.ts'
import { progress } from '../../../src/features/progress/feature.ts'
import { projectRoot } from '../../../src/project-root.ts'
import { loadTexts, locales } from '../../../src/texts.ts'

const forms: readonly Form[] = [initiatives, progress].flatMap(feature =>
  (feature.forms ?? []).map(entry => entry.form),
)

const options: Record<string, readonly string[]> = {
  'initiative.form.kind': initiativeKinds,
  'initiative.form.parField': parFields,
  'initiative.form.selfCheck': conditions,
}

describe.each(locales)('texts in %s', locale => {
  const t = loadTexts(locale)

  it.each(forms.map(form => [form.id, form] as const))('has every sentence of the form %s', (_, form) => {
    expect(t(`${form.texts}.review`)).not.toBe('')
    for (const name of form.order) {
      const texts = `${form.texts}.${name}`
      for (const part of ['ask', 'label', 'help']) expect(t(`${texts}.${part}`)).not.toMatch(/\$t\(|^$/)
      // Help and label are asked for without parameters.
      for (const part of ['label', 'help']) expect(rawText(locale, `${texts}.${part}`)).not.toContain('{{')
      for (const code of options[texts] ?? []) t(`${texts}.options.${code}`)
    }
  })

  it('names every judgement', () => {
    for (const result of ['PASS', 'FAIL', 'NOT_APPLICABLE', 'NEEDS_HUMAN']) t(`progress.judgement.${result}`)
  })

  it('has a sentence for every rule of the forms', () => {
    t('initiative.form.selfCheck.problems.missing', { numbers: '1' })
    t('initiative.form.similar.problems.changed')
    t('progress.form.percent.figure.problems.aboveWhole')
    t('progress.form.money.disbursed.problems.aboveWhole')
  })
})

function rawText(locale: string, key: string): string {
  const [file = '', ...path] = key.split('.')
  let at: unknown = JSON.parse(readFileSync(join(projectRoot, 'locales', locale, `${file}.json`), 'utf8'))
  for (const name of path) at = (at as Record<string, unknown>)[name]
  return String(at)
}
