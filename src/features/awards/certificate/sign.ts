import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { toBytes } from './letters.ts'
import { base64url, type Certified, hex, inLetters, signedPart } from './payload.ts'

/** A key pair of the office (Ed25519): the public half as 32 bytes in base64url, the private one as PKCS #8 in base64url. */
export interface KeyPair {
  publicKey: string
  privateKey: string
}

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return { publicKey: x, privateKey: base64url(privateKey.export({ format: 'der', type: 'pkcs8' })) }
}

/** By which a code names its key. */
export function keyIdOf(publicKey: string): string {
  return hex(createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest().subarray(0, 4))
}

/** All that a picture of 45 mm shows to any camera: version 13 of the code at its lowest correction. */
export const LONGEST = 320

/** The text of the code on a certificate: an address of the page that checks it, at most 320 bytes; unit and name are cut where they must. */
export function codeFor(one: Omit<Certified, 'keyId'>, key: KeyPair, page: string): string {
  const certified = { ...one, keyId: keyIdOf(key.publicKey) }
  for (const [unit, name] of cuts(one.unit, one.name)) {
    if ([unit, name].some(text => toBytes(text).length > 255)) continue
    const text = `${page}#${signed({ ...certified, unit, name }, key)}`
    if (text.length <= LONGEST) return text
  }
  throw new RangeError('the address of the checking page is too long for a code')
}

function signed(certified: Certified, { privateKey }: KeyPair): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' })
  const part = signedPart(certified)
  return inLetters(part, new Uint8Array(sign(null, part, key)))
}

/** First whole, then with less and less of the unit, then of the name. */
function* cuts(unit: string, name: string): Generator<[string, string]> {
  yield [unit, name]
  for (const shorter of shorterThan(unit)) yield [shorter, name]
  for (const shorter of shorterThan(name)) yield ['', shorter]
}

function* shorterThan(text: string): Generator<string> {
  for (let rest = text; rest.includes(' '); ) {
    rest = rest.slice(0, rest.lastIndexOf(' '))
    yield `${rest}…`
  }
}
