import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares two secrets without telling by its duration where they differ or how long they are. */
export function equalInConstantTime(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
