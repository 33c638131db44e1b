import { botLimits } from 'zalo-api-client'
import type { OutboundMessage } from '../channel.ts'
import { splitText } from '../split-text.ts'
import { plainText } from '../zalo/plain-text.ts'

/** What a message says besides itself, where the platform has no buttons and takes no files. */
export interface Hints {
  /** The words that can be typed now. */
  words(words: readonly string[]): string
}

/**
 * A message as the bot says it: plain text with numbered choices and written links, in pieces of at most 2,000 characters. The
 * words stand in a line of their own, to be typed. Pure.
 */
export function render(message: OutboundMessage, hints: Hints): string[] {
  const { words = [], prompt } = message
  const typed = prompt !== undefined && words.length > 0 ? hints.words(words) : ''
  const text = [plainText(message), typed].filter(Boolean).join('\n\n')
  return splitText(text, botLimits.textCharacters)
}
