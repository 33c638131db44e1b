import type { Secret } from './finding.ts'
import { firstPage } from './first-page.ts'
import { hasIdentityNumber, isNamedCard } from './identity-number.ts'
import { hasStamp, isNamedSecret } from './stamp.ts'

/** What a text must not say. */
export function secretInText(text: string): Secret | null {
  return hasStamp(text) ? 'stamp' : hasIdentityNumber(text) ? 'identity' : null
}

/** What the name of a file tells. */
export function secretInName(name: string): Secret | null {
  if (isNamedSecret(name)) return 'stamp'
  return hasIdentityNumber(name.replace(/[_-]+/g, ' ')) || isNamedCard(name) ? 'identity' : null
}

/** What the name of a file, or the first page of a Word file or a PDF, tells. A picture of a page tells nothing. */
export function secretInFile(name: string, bytes: Uint8Array): Secret | null {
  const named = secretInName(name)
  if (named !== null) return named
  for (const text of firstPage(bytes)) {
    const found = secretInText(text)
    if (found !== null) return found
  }
  return null
}
