import { fromOldFont, oldFonts } from './old-font.ts'
import { isVietnameseWord } from './vietnamese-word.ts'

/** How a text was destroyed on its way through a program; `mojibake` and `oldFont` still hold the letters, the others do not. */
export type Spoiled = 'lost' | 'question' | 'mojibake' | 'oldFont'

/** What is wrong with a text, and the word that shows it; null for a whole one. */
export function spoiledWord(text: string): { why: Spoiled; word: string } | null {
  for (const word of text.split(/\s+/)) {
    const why = spoiledBy(word)
    if (why) return { why, word }
  }
  return null
}

/** Words with a letter that is not plain and that no Vietnamese syllable explains. */
export function strangeWords(text: string): string[] {
  return wordsOf(text).filter(word => !isVietnameseWord(word))
}

function spoiledBy(word: string): Spoiled | null {
  if (/[\uFFFD\u0080-\u009F]/.test(word)) return 'lost'
  // A letter, lost to an encoding without it, leaves a question mark; a real one ends a word, an address may hold one.
  if (/\p{L}\?+\p{L}|^[("«]?\?+\p{L}/u.test(word) && !word.includes('://')) return 'question'
  if (/(?:[ÃÄÂ][\u00A0-\u00BF\u2018-\u203A\u0152-\u0178]|á[»º]|Æ[°¡¯])/.test(word)) return 'mojibake'
  if (wordsOf(word).some(isOfOldFont)) return 'oldFont'
  return hasSignInside(word) ? 'oldFont' : null
}

/** No Vietnamese word as it stands, one when read in an old font. */
function isOfOldFont(word: string): boolean {
  if (isVietnameseWord(word) || !/[a-z]/i.test(word)) return false
  return oldFonts.some(font => {
    const read = fromOldFont(word, font)
    return read !== word && isVietnameseWord(read)
  })
}

/** Signs that stand for letters in an old font, where no person writes them: beside a letter. */
function hasSignInside(word: string): boolean {
  return /\p{L}[¡-§¨ª«¬\u00AD¯µ¶·¸¹¼½¾]|[¡-§¨©ª¬\u00AD®µ¶·¸¹»¼½¾]\p{L}|\p{L}[©®»]\p{L}/u.test(word)
}

/** Words with a letter that is not plain, without the marks around them. */
function wordsOf(text: string): string[] {
  return text
    .split(/[\s!-&(-/:-@[-`{-~–—…]+/)
    .map(word => word.replace(/^[«“‘']+|[»”’']+$/g, ''))
    .filter(word => /[^\P{L}a-z]/iu.test(word))
}
