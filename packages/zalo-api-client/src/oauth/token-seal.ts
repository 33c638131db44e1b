import type { TokenState } from './token-state.ts'

/** How a store locks up what it keeps. `open` answers `null` for what cannot be opened: then a new consent is needed. */
export interface TokenSeal {
  seal(text: string): string
  open(sealed: string): string | null
}

/** Kept as JSON, in the open. */
export const unsealed: TokenSeal = { seal: text => text, open: text => text }

/** The state in a kept text; `null` for none, for a damaged one and for one that cannot be opened. */
export function stateIn(kept: string | null, seal: TokenSeal): TokenState | null {
  const text = kept === null ? null : seal.open(kept)
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
