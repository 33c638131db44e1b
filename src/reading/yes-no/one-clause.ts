import { clausesOf, isAside, textOf } from '../clauses.ts'
import { withoutCourtesy } from '../courtesy.ts'
import { isShiftedPeriod } from '../fields/elsewhen.ts'
import { readLine } from '../line.ts'
import { type Reading, read } from '../result.ts'
import { PUTS_OFF } from '../spans/operators.ts'
import { reading } from '../spans/span.ts'
import { tokenise } from '../tokens.ts'
import { fromWords } from './from-words.ts'
import { type Say, says, type Words } from './says.ts'

/** «đã ban hành; hồ sơ lưu tại văn phòng», «chưa, em có danh sách kèm theo»: one clause answers, and the others say nothing for or against it. */
export function inOneClause(text: string): Reading<boolean> | undefined {
  if (PUTS_OFF.test(text)) return undefined
  const clauses = clausesOf(
    tokenise(
      text
        .replace(/[\r\n]+/g, ' ; ')
        .replace(TELLS, ' ; ')
        .replace(/ ạ (?=\p{L})/gu, ' ạ ; '),
    ),
    false,
  ).filter(words => withoutCourtesy(words).length > 0)
  const all = clauses.map(words => ({ words, reading: fromWords(textOf(words)) }))
  // «năm ngoái chưa, năm nay có rồi»
  const now = all.filter(({ words }) => !isThen(words))
  const found = now.some(({ reading }) => reading.ok) ? now : all
  const first = found.findIndex(({ reading }) => reading.ok)
  const isAnswer = ({ words, reading }: (typeof found)[number], at: number): boolean =>
    reading.ok && (at === first || !isRemark(words))
  const values = new Set(found.filter(isAnswer).flatMap(({ reading }) => (reading.ok ? [reading.value] : [])))
  const [value] = values
  if (value === undefined || values.size > 1) return undefined
  const against: readonly (Say | 'unknown')[] = value ? ['no', 'later', 'doubt'] : ['yes', 'done', 'doubt']
  return found.every(
    (one, at) =>
      isAnswer(one, at) ||
      (at > first && MEASURES[value ? 'yes' : 'no'].test(textOf(one.words))) ||
      (isAside(one.words) &&
        (isReason(one.words) ||
          (at > first && isRemark(one.words)) ||
          !says(one.words, []).some(say => against.includes(say)))),
  )
    ? read(value, false)
    : undefined
}

/** «không đạt ạ, mới được 78%», «đạt rồi, cao hơn chỉ tiêu 2%»: how far, in the sense of the answer. */
const MEASURES = {
  yes: /^(?:cao hơn|vượt|hơn|đạt|được) [^?]*\d[\d.,]* ?(?:%|phần trăm)?$/iu,
  no: /^(?:mới|chỉ|mới chỉ|còn thiếu|thấp hơn)(?: (?:được|đạt|có|chỉ tiêu))? ?\d[\d.,]* ?(?:%|phần trăm)?(?: trong khi [^?]*)?$/iu,
}

/** Where a clause begins without a mark before it. */
const TELLS = / (?=(?:em|iem|anh|chị|bên em|bên mình) (?:có|đã|sẽ|gửi|nhắn|xem)\s|(?:nhờ|phiền|mong) |có gì )/giu

const isThen = (words: Words): boolean =>
  readLine(textOf(words)).spans.some(span => {
    const period = reading(span, 'period')?.period
    return period !== undefined && isShiftedPeriod(period)
  })

/** «có danh sách kèm theo»: what there is besides, or was done, and no answer of its own. */
const isRemark = (words: Words): boolean => {
  const said = says(words, [])
  const isMore =
    said.lastIndexOf('unknown') > said.findLastIndex(say => say === 'yes' || say === 'done') &&
    !words.some(({ kind }) => kind === 'number')
  return (isMore || CLOSES.test(words[0]?.text ?? '')) && !said.some(say => /^(?:no|doubt|later)$/.test(say))
}

/** «ok anh nhé» */
const CLOSES = /^(?:ok|oke|okie)$/

const isReason = ([first]: Words): boolean => /^(?:vì|do|bởi|tại|nhờ)$/.test(first?.text ?? '')
