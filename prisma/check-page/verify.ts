import { hashes, verify } from '@noble/ed25519'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { type Certified, fromBase64url, hex, readCode } from '../../src/features/awards/certificate/payload.ts'

hashes.sha512 = sha512

/** `unreadable`: no code of a certificate; `unknownKey`: signed by no key of this office; `forged`: not what the key has signed. */
export type Checked =
  | { isTrue: true; certified: Certified }
  | { isTrue: false; why: 'unreadable' | 'unknownKey' | 'forged' }

/**
 * Holds a code against the office's public keys (base64url), by RFC 8032 to the letter. Runs in any browser, without a network and where the
 * browser offers no cryptography of its own.
 */
export function check(text: string, publicKeys: readonly string[]): Checked {
  const read = readCode(text)
  if (!read) return { isTrue: false, why: 'unreadable' }
  const keys = publicKeys.flatMap(key => fromBase64url(key) ?? [])
  const named = keys.filter(key => hex(keyIdOf(key)) === read.certified.keyId)
  if (named.length === 0) return { isTrue: false, why: 'unknownKey' }
  const isSigned = named.some(key => verify(read.signature, read.signed, key, { zip215: false }))
  return isSigned ? { isTrue: true, certified: read.certified } : { isTrue: false, why: 'forged' }
}

function keyIdOf(key: Uint8Array): Uint8Array {
  return sha256(key).subarray(0, 4)
}
