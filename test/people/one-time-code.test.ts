import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { appAddress, newSecret, stepOf } from '../../src/people/one-time-code.ts'

/** RFC 6238, appendix B, SHA-1: the last six of its eight figures. */
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const
const secret = Secret.fromLatin1('12345678901234567890').base32

test.each(vectors)('the code of the standard at second %i is taken, for its own time step', (second, code) => {
  const now = new Date(second * 1000)
  expect(stepOf(secret, code, now)).toBe(Math.floor(second / 30))
  expect(stepOf(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now)).toBe(Math.floor(second / 30))
})

test('a code is taken one step before and after its own, with the step it belongs to, and no longer', () => {
  const at = (second: number) => stepOf(secret, '287082', new Date(second * 1000))
  expect([at(29), at(30), at(89), at(90)]).toEqual([1, 1, 1, null])
})

test('what is no code of six figures is none', () => {
  for (const typed of ['', '28708', '2870822', 'abcdef', '２８７０８２', '28708x'])
    expect(stepOf(secret, typed, new Date(59_000))).toBeNull()
})

test('a new secret has 160 bits, and an app reads it from the address', () => {
  const made = newSecret()
  expect(made).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSecret()).not.toBe(made)
  const address = new URL(appAddress(made, 'Trợ lý Thi đua', 'Nguyễn Văn Mẫu'))
  expect(address.protocol).toBe('otpauth:')
  expect(address.searchParams.get('secret')).toBe(made)
  expect(address.searchParams.get('issuer')).toBe('Trợ lý Thi đua')
})
