import { randomBytes } from 'node:crypto'

/** Ids as Zalo makes them: digits above 2^53 for users and OAs, 20 hex characters for messages. */
export class NumericIds {
  #last: bigint

  constructor(before: bigint) {
    this.#last = before
  }

  next(): string {
    this.#last += 1n
    return String(this.#last)
  }
}

export function hexId(): string {
  return randomBytes(10).toString('hex')
}

export function newToken(kind: 'access' | 'refresh' | 'code' | 'file'): string {
  return `fake-${kind}-${randomBytes(24).toString('base64url')}`
}
