import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/project-root.ts'
import { sources } from '../locales/keys-in-code.ts'
import { glossary, words } from './words.ts'

/** Every file and every exported name, with the words that it is made of. */
const named = sources().flatMap(({ file, text }) => {
  const names = [...text.matchAll(/^export (?:async )?(?:function|const|class|interface|type) (\w+)/gm)]
  const file_ = { at: file, name: file, parts: basename(file).split(/[-.]/) }
  return [
    file_,
    ...names.map(([, name = '']) => ({ at: file, name: `${file} ${name}`, parts: name.split(/(?=[A-Z])|_/) })),
  ]
})

describe('one meaning a word', () => {
  it('reads names', () => expect(named.length).toBeGreaterThan(2_000))

  it.each(words)('$word: $means', ({ forms, at }) => {
    const elsewhere = named
      .filter(({ parts }) => parts.some(part => forms.test(part.toLowerCase())))
      .filter(one => !at.some(place => one.at.startsWith(place)))
    expect(elsewhere.map(({ name }) => name)).toEqual([])
  })

  it('stands in the glossary', () => {
    expect(readFileSync(join(projectRoot, 'CONTRIBUTING.md'), 'utf8')).toContain(glossary())
  })
})
