import { expect, test } from 'vitest'
import { codePointLength, fold, lower, normalise, PLAIN } from '../../src/reading/text.ts'
import { tokenise } from '../../src/reading/tokens.ts'

/** A character that is not plain, put behind a text, sends it the long way. */
const other = '…'

const plainCharacters = Array.from({ length: 0x1f00 }, (_, code) => String.fromCharCode(code)).filter(char =>
  PLAIN.test(char),
)

test('a plain text is read exactly as by the long way', () => {
  expect(plainCharacters.length).toBeGreaterThan(700)
  for (const before of ['', 'a', 'o', 'u', 'q', '1']) {
    for (const char of plainCharacters) {
      const text = `${before}${char}b`
      const long = `${text} ${other}`
      expect(normalise(long), text).toBe(`${normalise(text)} ${other}`)
      expect(lower(long), text).toBe(`${lower(text)} ${other}`)
      expect(fold(long), text).toBe(`${fold(text)} ${other}`)
      expect(codePointLength(long), text).toBe(codePointLength(text) + 2)
      expect(tokenise(long).slice(0, -1), text).toEqual([...tokenise(text)])
    }
  }
})

test('spaces at the ends and twice are tidied in plain texts too', () => {
  expect(normalise('  Toàn   phường ')).toBe('Toàn phường')
  expect(fold(' Toàn  phường ')).toBe('toan phuong')
})
