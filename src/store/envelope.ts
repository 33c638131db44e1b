import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  scrypt,
} from 'node:crypto'

/** Keys in their standard encodings (SPKI, PKCS 8). */
export interface KeyPair {
  publicKey: Bytes
  privateKey: Bytes
}

type Bytes = Uint8Array<ArrayBuffer>

const KEY_BYTES = 44
const NONCE_BYTES = 12
const TAG_BYTES = 16
const SALT_BYTES = 16

/** A new pair of X25519 keys. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  return { publicKey: new Uint8Array(publicKey), privateKey: new Uint8Array(privateKey) }
}

/**
 * Seals bytes so that only the holder of the private key can read them: a key of this one envelope (X25519, HKDF-SHA-256), AES-256-GCM.
 * `name` must be the same when it is opened, so that one envelope cannot be put in another's place. It hides what stands in it, not how
 * long it is.
 */
export function sealFor(publicKey: Uint8Array, plain: Uint8Array, name: string): Bytes {
  const own = newKeyPair()
  const key = agreedKey(own.privateKey, publicKey, own.publicKey, name)
  return joined(own.publicKey, locked(key, plain))
}

/** What stands in an envelope; null: it was sealed for another key or name, or is damaged. */
export function openWith(privateKey: Uint8Array, sealed: Uint8Array, name: string): Bytes | null {
  try {
    const sender = sealed.subarray(0, KEY_BYTES)
    return unlocked(agreedKey(privateKey, sender, sender, name), sealed.subarray(KEY_BYTES))
  } catch {
    return null
  }
}

/** Wraps a secret with a phrase that a person keeps (scrypt, AES-256-GCM). */
export async function wrapWith(phrase: string, secret: Uint8Array, name: string): Promise<Bytes> {
  const salt = randomBytes(SALT_BYTES)
  return joined(salt, locked(await phraseKey(phrase, salt, name), secret))
}

/** The secret again; null: another phrase or name, or it is damaged. */
export async function unwrapWith(phrase: string, wrapped: Uint8Array, name: string): Promise<Bytes | null> {
  const key = await phraseKey(phrase, wrapped.subarray(0, SALT_BYTES), name)
  try {
    return unlocked(key, wrapped.subarray(SALT_BYTES))
  } catch {
    return null
  }
}

function agreedKey(privateKey: Uint8Array, publicKey: Uint8Array, salt: Uint8Array, name: string): Buffer {
  const secret = diffieHellman({
    privateKey: createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
  })
  return Buffer.from(hkdfSync('sha256', secret, salt, `thidua:${name}`, 32))
}

function phraseKey(phrase: string, salt: Uint8Array, name: string): Promise<Buffer> {
  // As codes are read aloud and typed: case, spaces and hyphens do not matter.
  const signs = phrase.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return new Promise((resolve, reject) =>
    scrypt(`${name}:${signs}`, salt, 32, (error, key) => (error ? reject(error) : resolve(key))),
  )
}

function locked(key: Buffer, plain: Uint8Array): Bytes {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return joined(nonce, cipher.getAuthTag(), body)
}

function unlocked(key: Buffer, bytes: Uint8Array): Bytes {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return joined(decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final())
}

function joined(...parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(Buffer.concat(parts))
}
