import { withoutCourtesy } from '../courtesy.ts'
import type { Option } from '../labels.ts'
import type { Token } from '../tokens.ts'
import { countOf, isAll, isAllByCount, withoutThings } from './all.ts'
import { collect } from './collect.ts'
import { EXCEPT } from './except.ts'
import { segments } from './segments.ts'

/** «tất cả trừ 2», «cả 4 trừ số 3 và 4». */
export function allBut(tokens: readonly Token[], options: readonly Option[]): number[] | undefined {
  const opened = exceptFirst(tokens, options)
  if (opened !== undefined) return opened
  const at = tokens.findIndex((_, place) => EXCEPT.find(tokens, place) !== undefined)
  const all = withoutThings(withoutCourtesy(tokens.slice(0, Math.max(at, 0))))
  if (at < 1 || !(isAll(all) || (isAllByCount(all) && countOf(all) === options.length))) return undefined
  const parts = segments(tokens.slice(at + (EXCEPT.find(tokens, at)?.length ?? 1)), options)
  const left = parts.length > options.length ? undefined : collect(parts, options, false)
  if (!left?.ok || left.value.length === 0 || left.value.length >= options.length) return undefined
  return options.flatMap((_, index) => (left.value.includes(index) ? [] : [index]))
}

/** «trừ cái số 3 còn lại được hết» */
function exceptFirst(tokens: readonly Token[], options: readonly Option[]): number[] | undefined {
  const rest = tokens.findIndex(({ folded }, at) => folded === 'con' && tokens[at + 1]?.folded === 'lai')
  const except = EXCEPT.find(tokens, 0)
  if (except === undefined || rest < 1 || !tokens.slice(rest).some(({ text }) => /^(?:hết|cả|đủ|được|đạt)$/.test(text)))
    return undefined
  const left = collect(
    segments(
      tokens.slice(except.length, rest).filter(({ text }) => text !== ','),
      options,
    ),
    options,
    false,
  )
  const isOdd =
    !left.ok ||
    left.value.length === 0 ||
    tokens.slice(rest).some(({ text, kind }) => kind === 'number' || /^(?:không|chưa|ko)$/.test(text))
  return isOdd ? undefined : options.flatMap((_, index) => (left.value.includes(index) ? [] : [index]))
}
