import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from '../src/json/parse-json.ts'

test('an id above 2^53 keeps every digit, quoted or bare', () => {
  expect(parseJson('{"a":"8000000000000000001","b":8000000000000000001,"c":[-9007199254740993]}')).toEqual({
    a: '8000000000000000001',
    b: '8000000000000000001',
    c: ['-9007199254740993'],
  })
})

test('digits inside a text stay as they were written', () => {
  const text = 'gọi 12345678901234567890, hay "[1234567890123456789]" \\ 1'
  expect(parseJson(JSON.stringify({ text, id: 1 }).replace('"id":1', '"id": 12345678901234567890'))).toEqual({
    text,
    id: '12345678901234567890',
  })
})

test('what is not JSON is undefined, never an exception', () => {
  for (const text of ['', '{', '{"a":}', 'nul', '{"a":12345678901234567890', '<html>']) {
    expect(parseJson(text)).toBeUndefined()
  }
})

test('whatever a double can hold is read exactly as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
      const text = JSON.stringify(value)
      expect(parseJson(text)).toEqual(expectedOf(JSON.parse(text)))
    }),
  )
})

// Integers beyond the safe range are the one thing that differs, and only where JSON writes them without exponent.
function expectedOf(value: unknown): unknown {
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    const written = JSON.stringify(value)
    return /^-?\d+$/.test(written) ? written : value
  }
  if (Array.isArray(value)) return value.map(expectedOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expectedOf(each)]))
}

test('every integer comes through with its digits', () => {
  fc.assert(
    fc.property(fc.bigInt(), id => {
      expect(String(Object(parseJson(`{"id":${id}}`)).id)).toBe(String(id))
    }),
  )
})
