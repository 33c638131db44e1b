import { Lexicon } from './lexicon.ts'
import { OPERATORS, type Operator } from './spans/operators.ts'
import type { Token } from './tokens.ts'

const OPENS = new Lexicon([
  [true, 'vì|bởi|bởi vì|tại vì|là vì|do|là do|nguyên nhân|nguyên nhân do|nguyên nhân là do|lý do|lý do là|lí do'],
])
/** «vì vậy», «do đó»: what comes of it. */
const THEREFORE = new Lexicon([[true, 'vì vậy|vì thế|do đó|do vậy|bởi vậy|bởi thế|do đâu|vì sao']])
/** A reason why the answer is not certain is no reason for it. */
const UNCERTAIN: ReadonlySet<Operator> = new Set(['doubt', 'dontKnow', 'correction', 'or', 'future', 'approx'])
const UNSETTLED = new Lexicon([
  [
    true,
    'chưa tính|chưa kể|chưa gồm|chưa bao gồm|chưa cộng|chưa đủ số|chưa có số|còn sót|bị sót|đếm sót|tính sót|tính trùng|đếm trùng|cộng trùng|tính cả|gộp cả|gồm cả|thiếu số|hiện sai|thực tế chỉ|thực tế là|chưa chốt|chưa chính thức|chưa chắc|tạm|tạm tính|chưa đối chiếu|chưa rà soát|chưa tổng hợp|lẽ ra|đáng lẽ|đúng ra',
  ],
])

/**
 * Where the reason begins that closes a line («1,2 tỷ, do vướng giải phóng mặt bằng», «chưa vì đang chờ hướng dẫn»); undefined where there is
 * none, or where it tells that the answer is not certain. Without accents «do» and «vi» are other words as often, and are none.
 */
export function reasonAt(line: readonly Token[]): number | undefined {
  if (line.every(({ text, folded }) => text === folded)) return undefined
  const at = line.findIndex(
    (token, place) => place > 0 && /^(?:vì|bởi|tại|là|do|nguyên|lý|lí)$/.test(token.text) && opens(line, place),
  )
  return at < 1 || line.some((_, place) => place > at && isUncertain(line, place)) ? undefined : at
}

const opens = (line: readonly Token[], at: number): boolean =>
  OPENS.find(line, at) !== undefined && THEREFORE.find(line, at) === undefined

function isUncertain(line: readonly Token[], at: number): boolean {
  const operator = OPERATORS.find(line, at)?.meaning
  return (
    line[at]?.text === '?' ||
    UNSETTLED.find(line, at) !== undefined ||
    (operator !== undefined && UNCERTAIN.has(operator))
  )
}
