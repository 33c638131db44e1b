import { Lexicon } from '../lexicon.ts'
import type { Token } from '../tokens.ts'

/** What makes the figure begin something else: «1 tỷ 31/8», «1 tỷ 2 tháng đầu năm». */
const BEGINS_ANOTHER = new Lexicon([[true, 'tháng|ngày|năm|quý|giờ|h|phần trăm|thg']])

/** Whether what stands behind a figure takes it away from the sum before it. */
export function isTailCut(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  return /^[/\\\-–—−⁄∕:%*+]$/.test(next?.text ?? '') || BEGINS_ANOTHER.find(tokens, at) !== undefined
}
