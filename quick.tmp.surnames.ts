import { readFileSync } from 'node:fs'
import { describe, expect, test } from './quick.tmp.shim.ts'
import { readCommandWord } from './src/reading/command-words.ts'
import { readName } from './src/reading/name.ts'
import { fold } from './src/reading/text.ts'

const lists = readFileSync(new URL('./test/reading/surnames.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split(': '))
  .map(([people = '', names = '']) => ({ people, surnames: [...new Set(names.split(' '))] }))
const all = [...new Set(lists.flatMap(({ surnames }) => surnames))]
const fullNames = all.flatMap(surname => [
  `${surname} Văn Đạt`,
  `${surname} Thị Hoa`,
  `${surname} Thị Ý`,
  `${surname} Minh Anh`,
])

/** What is taken or offered first; undefined: a dead end. */
const heard = (typed: string): string | undefined => {
  const reading = readName(typed)
  return reading.ok ? reading.value : reading.kind === 'ask' ? reading.candidates[0] : undefined
}
/** Surnames of few that are first of all a title or a word of offices. */
const isOffice = /^(?:Ông|Ban|Phòng|Hội|Đội|Tổ) Minh/
const plain = (name: string) => fold(name).replace(/[^a-z]/g, '')

describe('people of every surname', () => {
  test('are many', () => {
    expect(lists[0]?.surnames.length).toBeGreaterThanOrEqual(150)
    expect(new Set(lists.slice(1).flatMap(({ surnames }) => surnames)).size).toBeGreaterThanOrEqual(100)
  })

  test('are taken, or offered, by their full name in any case and with or without accents', () => {
    const lost = fullNames
      .flatMap(name => [
        name,
        name.toLowerCase(),
        name.toUpperCase(),
        fold(name),
        `em là ${name} ạ`,
        `dạ tôi tên ${name}`,
      ])
      .filter(typed => !plain(typed).endsWith(plain(heard(typed) ?? '?').concat(/ ạ$/.test(typed) ? 'a' : '')))
    expect(lost).toEqual([])
  })

  test('are heard whole: nothing of a full name typed alone is left out', () => {
    const cut = fullNames.filter(name => !isOffice.test(name) && heard(name) !== name)
    expect(cut).toEqual([])
  })

  test('are taken at once when the full name is written with capitals and accents', () => {
    const asked = fullNames.filter(name => / (?:Văn|Thị) /.test(name) && !readName(name).ok)
    // Words of offices that are surnames of few.
    expect(new Set(asked.map(name => name.split(' ')[0])).size).toBeLessThanOrEqual(8)
  })

  test('are offered by one word, and no word of them is a command', () => {
    const words = all.filter(surname => surname.length > 1 && !surname.endsWith("'"))
    for (const typed of words.flatMap(word => [word, word.toLowerCase(), fold(word)])) {
      expect(readCommandWord(typed), typed).toBeNull()
      // «y» is yes, «khong» no, «sai» wrong, «xong» done; an office is nobody.
      if (!/^(?:y|khong|sai|xong|ban|phòng|hội|đội|tổ)$/iu.test(typed)) expect(heard(typed), typed).toBeDefined()
    }
  })

  test('keep their name with a post before or after it', () => {
    for (const name of fullNames.filter(name => / (?:Văn|Thị) /.test(name)))
      for (const typed of [`Trưởng phòng ${name}`, `${name} - Phó Chủ tịch`, `${name} (kế toán)`, `đồng chí ${name}`])
        expect(heard(typed), typed).toBe(name)
  })
})
