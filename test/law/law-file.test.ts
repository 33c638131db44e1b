import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formFor } from '../../src/law/forms.ts'
import { lawFile, readLaw } from '../../src/law/law-file.ts'
import { prizeFor } from '../../src/law/prizes.ts'

const text = readFileSync(lawFile, 'utf8')

function readAs(corrected: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'law-')), 'law.yaml')
  writeFileSync(file, corrected)
  return readLaw(file)
}

function problemsIn(corrected: string): string[] {
  const read = readAs(corrected)
  return read.ok ? [] : read.problems.map(({ code, line }) => `${code}@${line === null ? '-' : 'line'}`)
}

describe('the file of the law', () => {
  it('that comes with the program is sound', () => {
    expect(readAs(text).ok).toBe(true)
  })

  it.each([
    [
      'a basis that is not in the list',
      text.replace('restsOn: [30/2020/NĐ-CP, ', 'restsOn: [31/2020/NĐ-CP, '),
      'unknownBasis@line',
    ],
    [
      'an unknown successor',
      text.replace('successor: 152/2025/NĐ-CP', 'successor: 153/2025/NĐ-CP'),
      'unknownBasis@line',
    ],
    ['an end before the beginning', text.replace('to: 2025-06-30', 'to: 2023-06-30'), 'endsBefore@line'],
    ['a day that does not exist', text.replace('to: 2025-06-30', 'to: 2025-06-31'), 'wrongIsoDate@line'],
    ['a basis that stands twice', text.replace('code: 15/2025/TT-BNV', 'code: 01/2024/TT-BNV'), 'basisTwice@line'],
    [
      'two forms for one purpose at once',
      text.replace('  - purpose: unexpectedReport', '  - purpose: topicReport'),
      'heldTwice@line',
    ],
    ['a word that is not known', text.replace('kind: LAW', 'kind: LOW'), 'notOneOfNear@line'],
  ])('is refused with its line: %s', (_what, corrected, problem) => {
    expect(corrected).not.toBe(text)
    expect(problemsIn(corrected)).toContain(problem)
  })

  it('is corrected by an office without touching the program: an end that is put off, a sum that is confirmed', () => {
    const later = readAs(
      text.replaceAll('to: 2027-02-28', 'to: 2028-02-29').replace('amountVnd: 2530000', 'amountVnd: 2600000'),
    )
    if (!later.ok) throw new Error('the corrected law cannot be read')
    expect(formFor('topicReport', '2027-03-01', '2027-03-01', later.value)).toMatchObject({ held: true })
    const prize = prizeFor('2027-03-01', { level: 'WARD', honoured: 'COLLECTIVE' }, later.value)
    expect(prize).toMatchObject({ held: true, amountVnd: 1_560_000n })
  })
})
