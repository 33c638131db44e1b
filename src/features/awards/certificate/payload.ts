import { fromBytes, toBytes } from './letters.ts'

/** What the code on a Giấy khen says, and the office's key has signed. */
export interface Certified {
  /** The first four bytes of the fingerprint of the public key, in hexadecimal. */
  keyId: string
  /** Of this certificate alone, eight bytes in hexadecimal; it says nothing of anybody. */
  serial: string
  /** 'YYYY-MM-DD' */
  decidedOn: string
  decision: string
  /** Number in the golden book. */
  golden: number
  authority: string
  /** Cut, with «…» at its end, where it would not fit. */
  name: string
  unit: string
}

const FORM = 1
const HEAD = 17
const SIGNATURE = 64
const firstDay = Date.UTC(2000, 0, 1)
const dayLength = 86_400_000

/** The bytes that are signed. @throws RangeError for what no certificate has: another day than one of 2000–2179, a text of more than 255 bytes */
export function signedPart(one: Certified): Uint8Array {
  const day = Math.round((Date.parse(`${one.decidedOn}T00:00:00Z`) - firstDay) / dayLength)
  const texts = [one.decision, one.authority, one.name, one.unit].map(text => toBytes(text.normalize('NFC')))
  if (!(day >= 0 && day < 65_536) || texts.some(({ length }) => length > 255)) throw new RangeError('no certificate')
  const number = (value: number) => [value >> 8, value & 255]
  return Uint8Array.from([
    FORM,
    ...hexBytes(one.keyId),
    ...hexBytes(one.serial),
    ...number(day),
    ...number(one.golden),
    ...texts.flatMap(text => [text.length, ...text]),
  ])
}

/** What stands in the code: the signed part and its signature, in letters that an address may hold. */
export function inLetters(signed: Uint8Array, signature: Uint8Array): string {
  return base64url(Uint8Array.from([...signed, ...signature]))
}

export interface Read {
  certified: Certified
  signed: Uint8Array
  signature: Uint8Array
}

/** Reads a code, or an address that ends with one. Null: it is none. Says nothing yet of who signed it. */
export function readCode(text: string): Read | null {
  const letters = text.replace(/\s+/g, '').replace(/^.*#/, '')
  const bytes = fromBase64url(letters)
  if (!bytes || bytes.length < HEAD + SIGNATURE + 4 || bytes[0] !== FORM) return null
  const signed = bytes.slice(0, -SIGNATURE)
  const texts: string[] = []
  let at = HEAD
  for (let count = 0; count < 4; count++) {
    const length = signed[at] ?? signed.length
    const text = at + 1 + length > signed.length ? null : fromBytes(signed.subarray(at + 1, at + 1 + length))
    if (text === null) return null
    texts.push(text)
    at += 1 + length
  }
  if (at !== signed.length) return null
  const number = (from: number) => ((signed[from] ?? 0) << 8) | (signed[from + 1] ?? 0)
  const [decision = '', authority = '', name = '', unit = ''] = texts
  const certified = {
    ...{ keyId: hex(signed.subarray(1, 5)), serial: hex(signed.subarray(5, 13)) },
    decidedOn: new Date(firstDay + number(13) * dayLength).toISOString().slice(0, 10),
    ...{ golden: number(15), decision, authority, name, unit },
  }
  return { certified, signed, signature: bytes.slice(-SIGNATURE) }
}

export function hex(bytes: Uint8Array): string {
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** Null for letters that `base64url` writes for no bytes: of two texts that decode alike, one is forged. */
export function fromBase64url(text: string): Uint8Array | null {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return null
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
  return base64url(bytes) === text ? bytes : null
}

function hexBytes(text: string): number[] {
  return (text.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16))
}
