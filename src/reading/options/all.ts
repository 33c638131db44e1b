import { isAside, isWhenOrCounted } from '../clauses.ts'
import { withoutCourtesy } from '../courtesy.ts'
import { Lexicon } from '../lexicon.ts'
import { ONES } from '../numerals/words.ts'
import type { Token } from '../tokens.ts'
import { EXCEPT } from './except.ts'

const ALL = new Lexicon([
  [
    true,
    'tất cả|tất cả các loại|tất cả các loại trên|tất cả các ý trên|tất cả các mục trên|tất cả ở trên|tất cả trên|cả|hết|all|toàn bộ|tất|chọn tất cả|chọn hết|cả nhóm|tất cả các ý|tất cả các mục|đủ cả|đáp ứng hết|đáp ứng cả|đáp ứng đủ|đáp ứng tất cả|đạt hết|đạt cả|đạt tất cả|đều đạt|đều đáp ứng|tất cả đều đạt|tất cả đều đáp ứng|tất cả đều có|cả đều đạt|đáp ứng đủ cả|đáp ứng cả|đủ|đủ hết|có đủ|có hết|đạt đủ',
  ],
])
const THINGS = new Lexicon([[true, 'điều kiện|tiêu chí|nội dung|yêu cầu|lựa chọn|loại|cái|mục|ý|thứ|ô']])

/** Whether the words choose all of the options. */
export const isAll = (tokens: readonly Token[]): boolean => ALL.whole(tokens) === true

/** Whether they begin as a choice of all. */
export const beginsAll = (tokens: readonly Token[]): boolean => ALL.find(tokens, 0) !== undefined

/** «đủ bốn điều kiện nha, hội đồng đã họp xét», «đủ cả 4 điều kiện theo cv 96»: what only tells of all of them. */
export function withoutRemark(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ text }, place) => place > 0 && /^(?:,|\.|;|nha|nhé|ạ|theo)$/.test(text))
  if (at < 1) return tokens
  const all = withoutThings(withoutCourtesy(tokens.slice(0, at)))
  const isExcepting = tokens.some((_, place) => place >= at && EXCEPT.find(tokens, place) !== undefined)
  const isAll = !isExcepting && (ALL.whole(all) === true || isAllByCount(all))
  return isAll &&
    isAside(tokens.slice(at + (tokens[at]?.kind === 'word' && tokens[at]?.text !== 'theo' ? 1 : 0)), isWhenOrCounted)
    ? tokens.slice(0, at)
    : tokens
}

/** «cả 4 điều kiện»: what is counted says nothing. */
export function withoutThings(tokens: readonly Token[]): readonly Token[] {
  const at = [2, 1].map(length => tokens.length - length).find(from => from > 0 && THINGS.whole(tokens.slice(from)))
  return at !== undefined && ALL.find(tokens, 0) ? tokens.slice(0, at) : tokens
}

export const countOf = (tokens: readonly Token[]): number => {
  const last = tokens.slice(-1)
  return last[0]?.kind === 'number' ? Number(last[0].text) : (ONES.whole(last) ?? 0)
}

/** «cả 4», «đủ cả bốn». */
export const isAllByCount = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 && ALL.whole(tokens.slice(0, -1)) === true && countOf(tokens) > 0
