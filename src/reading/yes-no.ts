import { withoutCourtesy } from './courtesy.ts'
import { Lexicon } from './lexicon.ts'
import { ask, invalid, type Reading, read } from './result.ts'
import { MAX_SHORT_ANSWER, normalise } from './text.ts'
import { type Token, tokenise } from './tokens.ts'

type Say = 'yes' | 'no' | 'doubt' | 'filler'

const WORDS = new Lexicon<Say>([
  [
    'yes',
    'có|đúng|đúng vậy|đúng rồi|đúng thế|ừ|ừm|uh|uhm|um|uk|ukm|ừa|ok|oke|okie|okê|oki|okay|okela|dc|đc|được|đồng ý|nhất trí|yes|y|yep|chuẩn|chính xác|phải|phải rồi|rồi|r|có rồi|đã có|đã xong|xong|hoàn thành|đã hoàn thành|đạt|đã đạt|chắc chắn|chắc chắn có|chắc chắn rồi|tất nhiên|xác nhận|tán thành|vâng|dạ|có chứ',
  ],
  [
    'no',
    'không|ko|k|kg|kh|hông|hong|hok|hổng|hem|khum|khôn|không có|ko có|k có|chưa|chx|chưa có|chưa xong|chưa đạt|chưa hoàn thành|chưa được|chưa dc|chưa đc|no|nope|không đồng ý|ko đồng ý|k đồng ý|không nhất trí|không phải|ko phải|k phải|sai|không được|ko được|ko dc|k dc|ko đc|k đc|chắc chắn không|từ chối|không đạt|ko đạt|chưa đâu|không đâu',
  ],
  [
    'doubt',
    'có lẽ|để xem|chắc|chắc là|có thể|không chắc|ko chắc|chưa chắc|chưa rõ|chưa biết|không biết|ko biết|k biết|không rõ|hình như|tùy|cũng được|có không|có hay không|có chưa|không phải không|không phải là|nhưng|mà|hay|hoặc|một phần|1 phần|tạm|gần như|không sao|à|hả',
  ],
  ['filler', 'ạ|nhé|nha|em|anh|chị|tôi|luôn|đi|đấy|đó|thế|rồi ạ|xin|mình|hết|là'],
  ['yes', 'đã gửi rồi|đã nộp rồi|đã gửi|đã nộp'],
])

/** Words that stand as they are meant; shorthand is said back. */
const PLAIN = new Set(['có', 'không', 'đồng ý', 'không đồng ý', 'đúng', 'chưa', 'vâng', 'được', 'rồi', '1', '2'])

/**
 * Yes or no, short forms included. A bare 1 is yes and a bare 2 is no: every yes/no prompt numbers them so.
 * Words of both kinds, doubt and question marks are asked.
 */
export function readYesNo(text: string): Reading<boolean> {
  if (text.length > MAX_SHORT_ANSWER) return invalid('tooLong')
  const all = tokenise(text)
  if (all.length === 0) return pictures(text)
  if (all.some(token => token.text === '?')) return says(all).length > 0 ? ask('unsure') : invalid('noAnswer')
  const tokens = withoutCourtesy(all)
  // «dạ» and «vâng» are courtesy beside an answer and the answer when they stand alone.
  if (tokens.length === 0) return says(all).includes('yes') ? read(true, false) : invalid('noAnswer')
  const plain = tokens.map(token => token.text).join(' ')
  if (plain === '1' || plain === '2') return read(plain === '1', true)
  if (plain === '👎' || plain === '❌') return read(false, false)
  const whole = WORDS.whole(tokens)
  if (whole === 'yes' || whole === 'no') return read(whole === 'yes', PLAIN.has(plain))
  const found = says(tokens)
  const meanings = new Set(found.filter(say => say !== 'filler'))
  if (meanings.size === 0) return invalid('noAnswer')
  if (found.includes('unknown') && !meanings.has('yes') && !meanings.has('no') && !meanings.has('doubt'))
    return invalid('noAnswer')
  if (meanings.size > 1 || meanings.has('doubt')) return ask('unsure')
  return read(meanings.has('yes'), false)
}

function says(tokens: readonly Token[]): (Say | 'unknown')[] {
  const result: (Say | 'unknown')[] = []
  for (let at = 0; at < tokens.length; ) {
    const word = WORDS.find(tokens, at)
    const isPunctuation = /^[.,!;:…]$/.test(tokens[at]?.text ?? '')
    if (word !== undefined || !isPunctuation) result.push(word?.meaning ?? 'unknown')
    at += word?.length ?? 1
  }
  return result
}

function pictures(text: string): Reading<boolean> {
  const plain = normalise(text).replace(/[\u{1F3FB}-\u{1F3FF}\s]/gu, '')
  if (plain === '') return invalid('empty')
  return /^(👍|👌|✅|✔|🆗)+$/u.test(plain) ? read(true, false) : invalid('noAnswer')
}
