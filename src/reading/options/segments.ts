import type { Option } from '../labels.ts'
import { Lexicon } from '../lexicon.ts'
import { ONES } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'

const AND = new Lexicon([[true, 'và|và cả|với|cùng|cùng với|cả|lẫn|thêm|cộng|cộng thêm|kèm|kèm theo|,|;|&|+|/']])

/** Splits at separators; neighbours that together are one label («Chính quyền điện tử, Chính quyền số») stay together. */
export function segments(tokens: readonly Token[], options: readonly Option[]): Token[][] {
  const parts: Token[][] = [[]]
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (token === undefined) continue
    const previous = tokens[at - 1]
    const isBetweenNumbers = isFigure(tokens, at) && previous !== undefined && isFigure(tokens, at - 1)
    const isNextNumber = token.text === 'số' && at > 0 && isFigure(tokens, at + 1) && isFigure(tokens, at - 1)
    // «mô hình công nghệ» adds nothing up
    const isSeparator = (AND.find(tokens, at) !== undefined && token.text !== 'công') || /^[,;&+/]$/.test(token.text)
    if (isBetweenNumbers || isNextNumber || isSeparator) parts.push([])
    if (!isSeparator || (token.kind === 'word' && isInLabel(tokens, at, options))) parts.at(-1)?.push(token)
  }
  return parts.filter(part => part.length > 0)
}

/** «1 2 4», «một ba bốn» */
const isFigure = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === 'number' || ONES.find(tokens, at)?.length === 1

/** A joining word that belongs to a label («Xây dựng và phát triển …»). */
function isInLabel(tokens: readonly Token[], at: number, options: readonly Option[]): boolean {
  const next = tokens.slice(at, at + 2)
  return (
    next.length === 2 && options.some(option => option.label.toLowerCase().startsWith(next.map(t => t.text).join(' ')))
  )
}
